package org.priorfetch.engine.worklist;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentStatus;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.WorklistItem;

/**
 * Finds the appointment that is meant, whoever states it: by its accession number, else by its study, else, where one of the
 * two has no accession number, by patient, procedure and time.
 */
final class SameAppointment {

    private static final Duration AT_THE_SAME_TIME = Duration.ofMinutes(15);

    private SameAppointment() {}

    static Optional<Appointment> find(Collection<Appointment> known, Map<String, Appointment> byId, WorklistItem item) {
        Appointment sameId = byId.get(item.appointmentId());
        if (sameId != null) {
            return Optional.of(sameId);
        }
        return known.stream()
                .filter(appointment -> appointment.status() != AppointmentStatus.CANCELLED)
                .filter(appointment -> isUnnumbered(appointment.item()) || isUnnumbered(item))
                .filter(appointment -> isSameStudy(appointment.item(), item) || isSameVisit(appointment.item(), item))
                .min(Comparator.comparing((Appointment appointment) -> !isSameText(appointment.item(), item))
                        .thenComparing(appointment -> apart(appointment.item(), item)));
    }

    private static boolean isUnnumbered(WorklistItem item) {
        return item.accessionNumber().isEmpty();
    }

    private static boolean isSameStudy(WorklistItem a, WorklistItem b) {
        return a.studyInstanceUid() != null && a.studyInstanceUid().equals(b.studyInstanceUid());
    }

    private static boolean isSameVisit(WorklistItem a, WorklistItem b) {
        boolean sameProcedure = isSameText(a, b) || !Collections.disjoint(a.modalities(), b.modalities());
        return isSame(a.patient().key(), b.patient().key()) && sameProcedure
                && apart(a, b).compareTo(AT_THE_SAME_TIME) <= 0;
    }

    private static boolean isSameText(WorklistItem a, WorklistItem b) {
        return !a.requestedProcedureDescription().isEmpty()
                && a.requestedProcedureDescription().equalsIgnoreCase(b.requestedProcedureDescription());
    }

    private static Duration apart(WorklistItem a, WorklistItem b) {
        return Duration.between(a.scheduledStart(), b.scheduledStart()).abs();
    }

    /** A feed that names no issuer means the same as the others. */
    private static boolean isSame(PatientKey a, PatientKey b) {
        @Nullable
        String issuer = a.issuerOfPatientId();
        boolean compatible = issuer == null || b.issuerOfPatientId() == null
                || issuer.equalsIgnoreCase(b.issuerOfPatientId());
        return a.patientId().equals(b.patientId()) && !a.patientId().isEmpty() && compatible;
    }
}
