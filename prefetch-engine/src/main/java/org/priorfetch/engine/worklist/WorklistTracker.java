package org.priorfetch.engine.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentStatus;
import org.priorfetch.engine.model.WorklistItem;

/**
 * Compares a worklist's answer with the appointments that are followed. An appointment that vanishes has usually started, so
 * it is kept; what a silent worklist does not say changes nothing.
 */
public final class WorklistTracker {

    private WorklistTracker() {}

    /** The appointments that are new or no longer as they were; those that stayed the same are not among them. */
    public static List<Appointment> changes(Collection<Appointment> known, WorklistAnswer answer, Instant now) {
        return changes(known, answer, _ -> false, now);
    }

    /**
     * The same where some worklists tell by themselves.
     *
     * @param pushed whether what a worklist once told is not repeated by it, so that who lists it still knows it better
     */
    public static List<Appointment> changes(Collection<Appointment> known, WorklistAnswer answer,
            Predicate<String> pushed, Instant now) {
        Map<String, Appointment> byId = new HashMap<>();
        known.forEach(appointment -> byId.put(appointment.id(), appointment));
        List<Appointment> changes = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        for (WorklistItem item : answer.items()) {
            Appointment before = SameAppointment.find(known, byId, item).orElse(null);
            Changes.Seen seen = before == null
                    ? new Changes.Seen(List.of(Appointment.newlySeen(item, now)), item.appointmentId())
                    : seenAgain(before, item, pushed, now);
            listed.add(seen.id());
            seen.appointments().stream().filter(after -> !after.equals(before)).forEach(changes::add);
        }
        changes.addAll(vanished(known, answer, listed));
        return changes;
    }

    /** An appointment on two worklists is followed on the first that listed it, for as long as it does. */
    private static Changes.Seen seenAgain(Appointment before, WorklistItem item, Predicate<String> pushed,
            Instant now) {
        boolean elsewhere = !before.item().worklist().equals(item.worklist());
        boolean followedThere = before.status() == AppointmentStatus.SCHEDULED
                && !pushed.test(before.item().worklist());
        return elsewhere && followedThere ? new Changes.Seen(List.of(before), before.id())
                : Changes.now(before, item, now);
    }

    private static List<Appointment> vanished(Collection<Appointment> known, WorklistAnswer answer,
            Set<String> listed) {
        return known.stream()
                .filter(appointment -> appointment.status() == AppointmentStatus.SCHEDULED)
                .filter(appointment -> answer.covers(appointment.item()) && !listed.contains(appointment.id()))
                .map(appointment -> appointment.with(AppointmentStatus.VANISHED))
                .toList();
    }
}
