package org.priorfetch.engine.model;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as a worklist states it (PS3.4 Annex K), its scheduled procedure steps merged.
 *
 * @param accessionNumber empty when the worklist gives none
 * @param modalities of all steps
 * @param requestedProcedureDescription with what the steps add
 * @param bodyPartExamined empty when not given
 * @param worklist name of the worklist in {@code site.yaml}
 * @param stationName Scheduled Station Name (0040,0010); empty when not given, as the next two
 * @param location Scheduled Procedure Step Location (0040,0011)
 * @param performingPhysician Scheduled Performing Physician's Name (0040,0006), in the form of a person name
 * @param traits what else the worklist states of the patient
 */
public record WorklistItem(String accessionNumber, @Nullable String studyInstanceUid, Patient patient,
        SortedSet<String> modalities, String requestedProcedureDescription, String bodyPartExamined,
        Instant scheduledStart, Urgency urgency, String worklist, String stationName, String location,
        String performingPhysician, PatientTraits traits) {

    public WorklistItem {
        if (accessionNumber.isEmpty() && studyInstanceUid == null) {
            throw new IllegalArgumentException("an appointment needs an accession number or a study instance UID");
        }
        modalities = Collections.unmodifiableSortedSet(new TreeSet<>(modalities));
    }

    /** One of a worklist that states nothing more of the patient. */
    public WorklistItem(String accessionNumber, @Nullable String studyInstanceUid, Patient patient,
            SortedSet<String> modalities, String requestedProcedureDescription, String bodyPartExamined,
            Instant scheduledStart, Urgency urgency, String worklist, String stationName, String location,
            String performingPhysician) {
        this(accessionNumber, studyInstanceUid, patient, modalities, requestedProcedureDescription, bodyPartExamined,
                scheduledStart, urgency, worklist, stationName, location, performingPhysician, PatientTraits.NONE);
    }

    /** What identifies the appointment: its accession number, or its study where the worklist gives no number. */
    public String appointmentId() {
        return accessionNumber.isEmpty() ? String.valueOf(studyInstanceUid) : accessionNumber;
    }
}
