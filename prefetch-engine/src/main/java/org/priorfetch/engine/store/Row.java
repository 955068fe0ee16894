package org.priorfetch.engine.store;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;

/** The values of one row by column, on their way into the database. {@link Columns} is the way back. */
final class Row {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /**
     * Sets a column.
     *
     * @param value null, a text, a number, a {@code LocalDate}, {@code LocalTime} or {@code OffsetDateTime}
     */
    Row set(String column, @Nullable Object value) {
        values.put(column, value);
        return this;
    }

    Row setConstant(String column, Enum<?> value) {
        return set(column, value.name());
    }

    Row setInstant(String column, @Nullable Instant value) {
        return set(column, value == null ? null : Columns.ofInstant(value));
    }

    Row setReason(String column, @Nullable Reason value) {
        return set(column, value == null ? null : Json.ofReason(value));
    }

    Row setTexts(String column, Collection<String> texts) {
        return set(column, Json.ofTexts(texts));
    }

    Row setPatient(String prefix, @Nullable Patient patient) {
        PatientKey key = patient == null ? null : patient.key();
        return set(prefix + "patient_id", key == null ? null : key.patientId())
                .set(prefix + "issuer_of_patient_id", key == null ? null : key.issuerOfPatientId())
                .set(prefix + "patient_name", patient == null ? null : patient.patientName())
                .set(prefix + "patient_birth_date", patient == null ? null : patient.patientBirthDate())
                .set(prefix + "patient_sex", patient == null ? null : patient.patientSex().name());
    }

    Row setCandidate(PriorCandidate candidate) {
        return set("study_instance_uid", candidate.ref().studyInstanceUid()).set("source", candidate.ref().source())
                .setPatient("", candidate.patient())
                .set("accession_number", candidate.accessionNumber())
                .set("study_date", candidate.studyDate())
                .set("study_time", candidate.studyTime())
                .set("study_description", candidate.studyDescription())
                .setShown(candidate)
                .setConstant("availability", candidate.availability())
                .setTraits(candidate.traits());
    }

    /** What the study shows, as far as that is known. */
    Row setShown(PriorCandidate candidate) {
        return setTexts("modalities", candidate.modalities())
                .setTexts("body_parts", candidate.bodyParts().stream().sorted().toList())
                .setTexts("series_descriptions", candidate.seriesDescriptions().stream().sorted().toList())
                .set("codes", CodesColumn.of(candidate.codes()))
                .set("instances", candidate.instances());
    }

    Row setTraits(PatientTraits traits) {
        return set("patient_traits", TraitsColumn.of(traits));
    }

    Set<String> columns() {
        return values.keySet();
    }

    Update bindTo(Update statement) {
        values.forEach((column, value) -> statement.bind(column,
                (Argument) (position, prepared, _) -> prepared.setObject(position, value)));
        return statement;
    }
}
