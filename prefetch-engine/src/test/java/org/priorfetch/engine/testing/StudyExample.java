package org.priorfetch.engine.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;

/** A chest CT of one invented patient, and what differs from it. */
public record StudyExample(String uid, String source, Patient patient, String accession, @Nullable LocalDate date,
        @Nullable LocalTime time,
        String description, Set<String> modalities, Set<String> bodyParts, int instances) {

    public static final Patient PATIENT = new Patient(new PatientKey("P1", "HOSP"), "Muster^Erika",
            LocalDate.of(1970, 5, 4), Sex.F);

    public static StudyExample study(String uid) {
        return new StudyExample(uid, "regional", PATIENT, "", LocalDate.of(2025, 1, 1), null, "CT Thorax", Set.of("CT"),
                Set.of(), 100);
    }

    /** An appointment with accession number ACC and study UID 9.9. */
    public static WorklistItem appointment(String modality, String procedure) {
        return new WorklistItem("ACC", "9.9", PATIENT, new TreeSet<>(Set.of(modality)), procedure, "", Instant.EPOCH,
                Urgency.ROUTINE, "ris", "", "", "");
    }

    public StudyExample at(String newSource) {
        return new StudyExample(uid, newSource, patient, accession, date, time, description, modalities, bodyParts,
                instances);
    }

    public StudyExample inPacs() {
        return at(StudyRef.PACS);
    }

    public StudyExample of(Patient newPatient) {
        return new StudyExample(uid, source, newPatient, accession, date, time, description, modalities, bodyParts,
                instances);
    }

    public StudyExample numbered(String newAccession) {
        return new StudyExample(uid, source, patient, newAccession, date, time, description, modalities, bodyParts,
                instances);
    }

    /** Made on the ISO date; null for an unknown one. */
    public StudyExample on(@Nullable String newDate) {
        return new StudyExample(uid, source, patient, accession, newDate == null ? null : LocalDate.parse(newDate),
                time, description, modalities, bodyParts, instances);
    }

    public StudyExample atTime(int hour) {
        return new StudyExample(uid, source, patient, accession, date, LocalTime.of(hour, 0), description, modalities,
                bodyParts, instances);
    }

    public StudyExample described(String newDescription) {
        return new StudyExample(uid, source, patient, accession, date, time, newDescription, modalities, bodyParts,
                instances);
    }

    public StudyExample with(String... newModalities) {
        return new StudyExample(uid, source, patient, accession, date, time, description, Set.of(newModalities),
                bodyParts, instances);
    }

    public StudyExample showing(String... newBodyParts) {
        return new StudyExample(uid, source, patient, accession, date, time, description, modalities,
                Set.of(newBodyParts), instances);
    }

    public StudyExample counting(int newInstances) {
        return new StudyExample(uid, source, patient, accession, date, time, description, modalities, bodyParts,
                newInstances);
    }

    public PriorCandidate found() {
        return new PriorCandidate(new StudyRef(uid, source), patient, accession, date, time, description,
                new TreeSet<>(modalities), bodyParts, instances);
    }
}
