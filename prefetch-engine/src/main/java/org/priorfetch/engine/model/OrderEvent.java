package org.priorfetch.engine.model;

import java.util.List;

/** What a system tells of orders and patients at the moment when it happens. */
public sealed interface OrderEvent {

    /**
     * An appointment is new, or is now as stated here. Empty values were not stated.
     *
     * @param timed whether its time was stated; else it is the time of the message, which moves no appointment
     */
    record Scheduled(WorklistItem item, boolean timed) implements OrderEvent {}

    /** An appointment was called off. Only what tells it from others is certain; what the message left out is empty. */
    record Cancelled(WorklistItem item) implements OrderEvent {}

    /** A patient was admitted or registered; nothing that was known of the patient is in doubt. */
    record PatientSeen(Patient patient, PatientTraits traits) implements OrderEvent {}

    /** Somebody changed what is known of a patient. Empty values were not stated. */
    record PatientUpdated(Patient patient, PatientTraits traits) implements OrderEvent {}

    /** Two patient IDs were one person: the former is not used any more. */
    record PatientsMerged(Patient patient, PatientKey former) implements OrderEvent {}

    /** Two patient IDs are one person, and both stay in use. */
    record PatientsLinked(PatientKey one, PatientKey other) implements OrderEvent {}

    /** Two patient IDs are two people after all. */
    record PatientsUnlinked(PatientKey one, PatientKey other) implements OrderEvent {}

    /** A study was reported, its report was changed or taken back. */
    record Reported(TextReport report, List<ReportDocument> documents) implements OrderEvent {

        public Reported {
            documents = List.copyOf(documents);
        }
    }

    /** Records were moved from one patient to another: they are two people, and something was wrong about both. */
    record RecordsMoved(PatientKey from, PatientKey to) implements OrderEvent {}
}
