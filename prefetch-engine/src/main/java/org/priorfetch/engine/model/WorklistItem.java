package org.priorfetch.engine.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
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
 * @param requestedProcedureCodes Requested Procedure Code Sequence (0032,1064) of all steps
 */
public record WorklistItem(String accessionNumber, @Nullable String studyInstanceUid, Patient patient,
        SortedSet<String> modalities, String requestedProcedureDescription, String bodyPartExamined,
        Instant scheduledStart, Urgency urgency, String worklist, String stationName, String location,
        String performingPhysician, PatientTraits traits, Set<CodedTerm> requestedProcedureCodes) {

    public WorklistItem {
        if (accessionNumber.isEmpty() && studyInstanceUid == null) {
            throw new IllegalArgumentException("an appointment needs an accession number or a study instance UID");
        }
        modalities = Collections.unmodifiableSortedSet(new TreeSet<>(modalities));
        requestedProcedureCodes = Set.copyOf(requestedProcedureCodes);
    }

    /** One of a worklist that states nothing more of the patient, and no codes. */
    public WorklistItem(String accessionNumber, @Nullable String studyInstanceUid, Patient patient,
            SortedSet<String> modalities, String requestedProcedureDescription, String bodyPartExamined,
            Instant scheduledStart, Urgency urgency, String worklist, String stationName, String location,
            String performingPhysician) {
        this(accessionNumber, studyInstanceUid, patient, modalities, requestedProcedureDescription, bodyPartExamined,
                scheduledStart, urgency, worklist, stationName, location, performingPhysician, PatientTraits.NONE);
    }

    /** One of a worklist that states no codes. */
    public WorklistItem(String accessionNumber, @Nullable String studyInstanceUid, Patient patient,
            SortedSet<String> modalities, String requestedProcedureDescription, String bodyPartExamined,
            Instant scheduledStart, Urgency urgency, String worklist, String stationName, String location,
            String performingPhysician, PatientTraits traits) {
        this(accessionNumber, studyInstanceUid, patient, modalities, requestedProcedureDescription, bodyPartExamined,
                scheduledStart, urgency, worklist, stationName, location, performingPhysician, traits, Set.of());
    }

    /** What identifies the appointment: its accession number, or its study where the worklist gives no number. */
    public String appointmentId() {
        return accessionNumber.isEmpty() ? String.valueOf(studyInstanceUid) : accessionNumber;
    }

    /** The same at another time. */
    public WorklistItem at(Instant start) {
        return new WorklistItem(accessionNumber, studyInstanceUid, patient, modalities, requestedProcedureDescription,
                bodyPartExamined, start, urgency, worklist, stationName, location, performingPhysician, traits,
                requestedProcedureCodes);
    }

    /** The same for the patient as now stated; where nothing is stated, as known. */
    public WorklistItem of(Patient stated, PatientTraits statedTraits) {
        return new WorklistItem(accessionNumber, studyInstanceUid, patient.updatedBy(stated), modalities,
                requestedProcedureDescription, bodyPartExamined, scheduledStart, urgency, worklist, stationName,
                location, performingPhysician, traits.updatedBy(statedTraits), requestedProcedureCodes);
    }

    /** What another statement of the same appointment says; where it says nothing, what this one says. Its number stays. */
    public WorklistItem updatedBy(WorklistItem newer) {
        String study = newer.studyInstanceUid == null || newer.accessionNumber.isEmpty() ? studyInstanceUid
                : newer.studyInstanceUid;
        return new WorklistItem(accessionNumber, study, patient.updatedBy(newer.patient),
                newer.modalities.isEmpty() ? modalities : newer.modalities,
                said(newer.requestedProcedureDescription, requestedProcedureDescription),
                said(newer.bodyPartExamined, bodyPartExamined), newer.scheduledStart, newer.urgency, newer.worklist,
                said(newer.stationName, stationName), said(newer.location, location),
                said(newer.performingPhysician, performingPhysician),
                isOfAnother(newer.patient) ? newer.traits : traits.updatedBy(newer.traits),
                newer.requestedProcedureCodes.isEmpty() ? requestedProcedureCodes : newer.requestedProcedureCodes);
    }

    private boolean isOfAnother(Patient stated) {
        String id = stated.key().patientId();
        return !id.isEmpty() && !id.equals(patient.key().patientId());
    }

    private static String said(String newer, String older) {
        return newer.isEmpty() ? older : newer;
    }

    /** With another procedure step of the same appointment: as early and as urgent as the earlier and the more urgent of them. */
    public WorklistItem joinedWith(WorklistItem step) {
        SortedSet<String> all = new TreeSet<>(modalities);
        all.addAll(step.modalities);
        Set<CodedTerm> codes = new LinkedHashSet<>(requestedProcedureCodes);
        codes.addAll(step.requestedProcedureCodes);
        Instant start = scheduledStart.isBefore(step.scheduledStart) ? scheduledStart : step.scheduledStart;
        Urgency urgent = urgency.compareTo(step.urgency) <= 0 ? urgency : step.urgency;
        return new WorklistItem(accessionNumber, studyInstanceUid, patient, all,
                joined(requestedProcedureDescription, step.requestedProcedureDescription), bodyPartExamined, start,
                urgent, worklist, joined(stationName, step.stationName), joined(location, step.location),
                performingPhysician.isEmpty() ? step.performingPhysician : performingPhysician,
                traits.equals(PatientTraits.NONE) ? step.traits : traits, codes);
    }

    /** Both texts, unless one says what the other says. */
    public static String joined(String a, String b) {
        if (b.isEmpty() || a.contains(b)) {
            return a;
        }
        return a.isEmpty() || b.contains(a) ? b : a + " / " + b;
    }
}
