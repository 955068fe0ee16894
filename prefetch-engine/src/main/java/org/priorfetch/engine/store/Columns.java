package org.priorfetch.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Availability;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.StudyRef;

/** The values of one row on their way out of the database. */
final class Columns {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Columns() {}

    /** In microseconds, and within the years that databases know: "never" and "always" become their ends. */
    static OffsetDateTime ofInstant(Instant value) {
        Instant bounded = value.isBefore(EARLIEST) ? EARLIEST : value.isAfter(LATEST) ? LATEST : value;
        return bounded.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static <E extends Enum<E>> E constant(ResultSet row, String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, row.getString(column));
    }

    static Reason reason(ResultSet row, String column) throws SQLException {
        return Json.toReason(row.getString(column));
    }

    static @Nullable Reason reasonOrNull(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? null : Json.toReason(value);
    }

    static SortedSet<String> texts(ResultSet row, String column) throws SQLException {
        return new TreeSet<>(Json.toTexts(row.getString(column)));
    }

    static @Nullable Patient patientOrNull(ResultSet row, String prefix) throws SQLException {
        return row.getString(prefix + "patient_id") == null ? null : patient(row, prefix);
    }

    static Patient patient(ResultSet row, String prefix) throws SQLException {
        PatientKey key = new PatientKey(row.getString(prefix + "patient_id"),
                row.getString(prefix + "issuer_of_patient_id"));
        return new Patient(key, row.getString(prefix + "patient_name"),
                row.getObject(prefix + "patient_birth_date", LocalDate.class),
                constant(row, prefix + "patient_sex", Sex.class));
    }

    static PatientTraits traits(ResultSet row) throws SQLException {
        return TraitsColumn.traits(row.getString("patient_traits"));
    }

    static PriorCandidate candidate(ResultSet row) throws SQLException {
        return new PriorCandidate(new StudyRef(row.getString("study_instance_uid"), row.getString("source")),
                patient(row, ""), row.getString("accession_number"), row.getObject("study_date", LocalDate.class),
                row.getObject("study_time", LocalTime.class), row.getString("study_description"),
                texts(row, "modalities"), Set.copyOf(texts(row, "body_parts")),
                Set.copyOf(texts(row, "series_descriptions")), CodesColumn.codes(row.getString("codes")),
                row.getInt("instances"), traits(row), constant(row, "availability", Availability.class));
    }

    /** A study whose patient was left out. */
    static PriorCandidate anonymousCandidate(ResultSet row) throws SQLException {
        return new PriorCandidate(new StudyRef(row.getString("study_instance_uid"), row.getString("source")),
                Patient.NOBODY, "", row.getObject("study_date", LocalDate.class),
                row.getObject("study_time", LocalTime.class), row.getString("study_description"),
                texts(row, "modalities"), Set.copyOf(texts(row, "body_parts")),
                Set.copyOf(texts(row, "series_descriptions")), CodesColumn.codes(row.getString("codes")),
                row.getInt("instances"), PatientTraits.NONE);
    }
}
