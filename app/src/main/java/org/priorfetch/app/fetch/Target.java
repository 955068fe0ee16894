package org.priorfetch.app.fetch;

import java.time.Instant;

import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.model.Patient;

/** As whose the chosen studies come into the PACS. */
sealed interface Target {

    /** They keep their own patient ID and name. */
    record OwnIdentity() implements Target {}

    /** They become the appointment's patient's. */
    record ForAppointment(String appointmentId, Patient patient, Instant start, String procedure) implements Target {

        static ForAppointment of(AppointmentView view) {
            return new ForAppointment(view.id(), view.patient(), view.scheduledStart(), view.procedure());
        }

        /** Whether it may well be the same person: the same ID, or the same name. A suggestion, no proof. */
        boolean resembles(Patient found) {
            return patient.key().patientId().equals(found.key().patientId())
                    || (!found.patientName().isBlank() && patient.patientName().equalsIgnoreCase(found.patientName()));
        }
    }
}
