package org.priorfetch.engine.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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
        Map<String, Appointment> byId = new HashMap<>();
        known.forEach(appointment -> byId.put(appointment.id(), appointment));
        List<Appointment> changes = new ArrayList<>();
        for (WorklistItem item : answer.items()) {
            Appointment before = byId.get(item.appointmentId());
            Appointment after = before == null ? Appointment.newlySeen(item, now) : seenAgain(before, item, now);
            if (!after.equals(before)) {
                changes.add(after);
            }
        }
        changes.addAll(vanished(known, answer));
        return changes;
    }

    /** An appointment on two worklists is followed on the first that listed it, for as long as it does. */
    private static Appointment seenAgain(Appointment before, WorklistItem item, Instant now) {
        boolean elsewhere = !before.item().worklist().equals(item.worklist());
        if (elsewhere && before.status() == AppointmentStatus.SCHEDULED) {
            return before;
        }
        Appointment listed = before.with(AppointmentStatus.SCHEDULED);
        return asksTheSame(before.item(), item) ? listed.with(item) : listed.changedTo(item, now);
    }

    /** Whether the same priors are wanted: a new time or urgency alone asks nothing new. */
    private static boolean asksTheSame(WorklistItem a, WorklistItem b) {
        return a.patient().equals(b.patient()) && a.traits().equals(b.traits())
                && a.modalities().equals(b.modalities())
                && a.requestedProcedureDescription().equals(b.requestedProcedureDescription())
                && a.bodyPartExamined().equals(b.bodyPartExamined())
                && Objects.equals(a.studyInstanceUid(), b.studyInstanceUid());
    }

    private static List<Appointment> vanished(Collection<Appointment> known, WorklistAnswer answer) {
        Set<String> listed = answer.items().stream().map(WorklistItem::appointmentId).collect(Collectors.toSet());
        return known.stream()
                .filter(appointment -> appointment.status() == AppointmentStatus.SCHEDULED)
                .filter(appointment -> answer.covers(appointment.item()) && !listed.contains(appointment.id()))
                .map(appointment -> appointment.with(AppointmentStatus.VANISHED))
                .toList();
    }
}
