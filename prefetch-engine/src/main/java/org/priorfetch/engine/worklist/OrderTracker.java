package org.priorfetch.engine.worklist;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentStatus;
import org.priorfetch.engine.model.OrderEvent;
import org.priorfetch.engine.model.WorklistItem;

/** Compares what was told of one appointment with the appointments that are followed. */
public final class OrderTracker {

    private OrderTracker() {}

    /** The followed appointment that is meant, also where it goes under another number. */
    public static Optional<Appointment> find(Collection<Appointment> known, WorklistItem item) {
        Map<String, Appointment> byId = new HashMap<>();
        known.forEach(appointment -> byId.put(appointment.id(), appointment));
        return SameAppointment.find(known, byId, item);
    }

    /** A new appointment, unless it is over already. */
    public static List<Appointment> scheduled(OrderEvent.Scheduled told, Instant now) {
        Appointment fresh = Appointment.newlySeen(told.item(), now);
        return fresh.isOver(now) ? List.of() : List.of(fresh);
    }

    /**
     * What becomes of a known appointment.
     *
     * @param listed whether a worklist that is asked regularly is the one on which an appointment is followed; it knows better
     */
    public static List<Appointment> scheduled(Appointment before, OrderEvent.Scheduled told, Predicate<String> listed,
            Instant now) {
        if (before.status() == AppointmentStatus.SCHEDULED && listed.test(before.item().worklist())) {
            return List.of();
        }
        WorklistItem item = told.timed() ? told.item() : told.item().at(before.item().scheduledStart());
        boolean numberedNow = before.item().accessionNumber().isEmpty() && !item.accessionNumber().isEmpty();
        List<Appointment> after = Changes.now(before, numberedNow ? item : before.item().updatedBy(item), now)
                .appointments();
        return after.equals(List.of(before)) ? List.of() : after;
    }

    /** A cancelled appointment ends, whoever else lists it. */
    public static List<Appointment> cancelled(Appointment before) {
        return before.status() == AppointmentStatus.CANCELLED ? List.of()
                : List.of(before.with(AppointmentStatus.CANCELLED));
    }
}
