package org.priorfetch.engine.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentStatus;
import org.priorfetch.engine.model.WorklistItem;

/** What becomes of an appointment that is stated anew. */
final class Changes {

    /**
     * An appointment that is stated anew.
     *
     * @param appointments what is to be kept of it
     * @param id under which it is followed now
     */
    record Seen(List<Appointment> appointments, String id) {

        Seen {
            appointments = List.copyOf(appointments);
        }
    }

    private Changes() {}

    /** Scheduled as it is stated now. One that gets its accession number only now goes on under that. */
    static Seen now(Appointment before, WorklistItem item, Instant now) {
        if (before.id().equals(item.appointmentId())) {
            return new Seen(List.of(changed(before, item, now)), before.id());
        }
        if (item.accessionNumber().isEmpty()) {
            return new Seen(List.of(changed(before, numberedAs(before.item(), item), now)), before.id());
        }
        Appointment numbered = Appointment.newlySeen(item, now).pinned(before.pinned());
        return new Seen(List.of(before.with(AppointmentStatus.CANCELLED), numbered), numbered.id());
    }

    private static Appointment changed(Appointment before, WorklistItem item, Instant now) {
        Appointment listed = before.with(AppointmentStatus.SCHEDULED);
        return asksTheSame(before.item(), item) ? listed.with(item) : listed.changedTo(item, now);
    }

    private static WorklistItem numberedAs(WorklistItem known, WorklistItem item) {
        return new WorklistItem(known.accessionNumber(), known.studyInstanceUid(), item.patient(), item.modalities(),
                item.requestedProcedureDescription(), item.bodyPartExamined(), item.scheduledStart(), item.urgency(),
                item.worklist(), item.stationName(), item.location(), item.performingPhysician(), item.traits(),
                item.requestedProcedureCodes());
    }

    /** Whether the same priors are wanted: a new time or urgency alone asks nothing new. */
    private static boolean asksTheSame(WorklistItem a, WorklistItem b) {
        return a.patient().equals(b.patient()) && a.traits().equals(b.traits())
                && a.modalities().equals(b.modalities())
                && a.requestedProcedureDescription().equals(b.requestedProcedureDescription())
                && a.bodyPartExamined().equals(b.bodyPartExamined())
                && a.requestedProcedureCodes().equals(b.requestedProcedureCodes())
                && Objects.equals(a.studyInstanceUid(), b.studyInstanceUid());
    }
}
