package org.priorfetch.engine.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * A study that a source returned for a patient (PS3.4 C.6.2.1, study level).
 *
 * @param patient as the source states it; what it did not return is unknown
 * @param modalities Modalities in Study (0008,0061)
 * @param bodyParts Body Part Examined of the series, where the source told
 * @param seriesDescriptions Series Description of the series, where the source told
 * @param codes of the procedure and of the anatomic region, where the source told
 * @param instances Number of Study Related Instances (0020,1208); negative when not returned
 * @param traits what else the source states of the patient
 * @param availability how soon it can be had there
 */
public record PriorCandidate(StudyRef ref, Patient patient, String accessionNumber, @Nullable LocalDate studyDate,
        @Nullable LocalTime studyTime, String studyDescription, SortedSet<String> modalities, Set<String> bodyParts,
        Set<String> seriesDescriptions, Set<CodedTerm> codes, int instances, PatientTraits traits,
        Availability availability) {

    public static final int UNKNOWN_COUNT = -1;

    public PriorCandidate {
        modalities = Collections.unmodifiableSortedSet(new TreeSet<>(modalities));
        bodyParts = Set.copyOf(bodyParts);
        seriesDescriptions = Set.copyOf(seriesDescriptions);
        codes = Set.copyOf(codes);
    }

    /** A study of which the source does not tell how soon it can be had. */
    public PriorCandidate(StudyRef ref, Patient patient, String accessionNumber, @Nullable LocalDate studyDate,
            @Nullable LocalTime studyTime, String studyDescription, SortedSet<String> modalities,
            Set<String> bodyParts, Set<String> seriesDescriptions, Set<CodedTerm> codes, int instances,
            PatientTraits traits) {
        this(ref, patient, accessionNumber, studyDate, studyTime, studyDescription, modalities, bodyParts,
                seriesDescriptions, codes, instances, traits, Availability.UNKNOWN);
    }

    /** A study of a source that told neither series descriptions nor codes, and nothing more of the patient. */
    public PriorCandidate(StudyRef ref, Patient patient, String accessionNumber, @Nullable LocalDate studyDate,
            @Nullable LocalTime studyTime, String studyDescription, SortedSet<String> modalities,
            Set<String> bodyParts, int instances) {
        this(ref, patient, accessionNumber, studyDate, studyTime, studyDescription, modalities, bodyParts, Set.of(),
                Set.of(), instances, PatientTraits.NONE);
    }

    /** The same study with its patient as its instances state him. */
    public PriorCandidate of(Patient stated) {
        return new PriorCandidate(ref, stated, accessionNumber, studyDate, studyTime, studyDescription, modalities,
                bodyParts, seriesDescriptions, codes, instances, traits, availability);
    }

    /** The same study under another description. */
    public PriorCandidate described(String description) {
        return description.equals(studyDescription) ? this
                : new PriorCandidate(ref, patient, accessionNumber, studyDate, studyTime, description, modalities,
                        bodyParts, seriesDescriptions, codes, instances, traits, availability);
    }

    /** The same study, to be had so soon. */
    public PriorCandidate available(Availability stated) {
        return new PriorCandidate(ref, patient, accessionNumber, studyDate, studyTime, studyDescription, modalities,
                bodyParts, seriesDescriptions, codes, instances, traits, stated);
    }

    /** The same study without anything that says whose it is. */
    public PriorCandidate withoutPatient() {
        return new PriorCandidate(ref, Patient.NOBODY, "", studyDate, studyTime, studyDescription, modalities,
                bodyParts, seriesDescriptions, codes, instances, PatientTraits.NONE, availability);
    }
}
