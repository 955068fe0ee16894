package org.priorfetch.viewer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.viewer.LaunchProfile.Opens;

/** What may stand in braces in a template. */
public enum Placeholder {
    STUDY_INSTANCE_UID("studyInstanceUid"), //
    STUDY_INSTANCE_UIDS("studyInstanceUids"), //
    ACCESSION_NUMBER("accessionNumber"), //
    PATIENT_ID("patientId"), //
    ISSUER("issuer"), //
    PATIENT_ID_WITH_ISSUER("patientIdWithIssuer"), //
    REQUEST_TYPE("requestType");

    private final String word;

    Placeholder(String word) {
        this.word = word;
    }

    static Optional<Placeholder> of(String word) {
        return Stream.of(values()).filter(placeholder -> placeholder.word.equals(word)).findFirst();
    }

    /** As it stands in a template, braces included. */
    public String inBraces() {
        return "{" + word + "}";
    }

    /** What stands here for the subject: one value, several that are told apart by commas, or none where it is not known. */
    List<String> values(ViewerSubject subject, Opens opens) {
        return switch (this) {
            case STUDY_INSTANCE_UID -> subject.studyInstanceUids().stream().limit(1).toList();
            case STUDY_INSTANCE_UIDS -> subject.studyInstanceUids();
            case ACCESSION_NUMBER -> known(subject.accessionNumber());
            case PATIENT_ID -> known(subject.patient().patientId());
            case ISSUER -> known(subject.patient().issuerOfPatientId());
            case PATIENT_ID_WITH_ISSUER -> known(CompositeId.of(subject.patient()));
            case REQUEST_TYPE -> List.of(opens == Opens.PATIENT ? "PATIENT" : "STUDY");
        };
    }

    boolean isUid() {
        return this == STUDY_INSTANCE_UID || this == STUDY_INSTANCE_UIDS;
    }

    private static List<String> known(@Nullable String value) {
        return value == null || value.isBlank() ? List.of() : List.of(value);
    }
}
