package org.priorfetch.app.review;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.FieldComparison;
import org.priorfetch.engine.model.FieldComparison.FieldAgreement;
import org.priorfetch.engine.model.FieldComparison.Resemblance;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientField;

/** Puts two patients into words, field by field. */
final class PatientWords {

    private static final String NOTHING = "\u2013";

    private final Texts texts;
    private final DateTimeFormatter birthDates;

    PatientWords(Texts texts) {
        this.texts = texts;
        birthDates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(texts.locale());
    }

    List<ComparedLine> compared(List<FieldComparison> fields, Patient here, Patient there) {
        return fields.stream().map(field -> line(field, here, there)).toList();
    }

    private ComparedLine line(FieldComparison compared, Patient here, Patient there) {
        FieldAgreement agreement = compared.agreement();
        return new ComparedLine(texts.get("review.field", compared.field()), value(compared.field(), here),
                value(compared.field(), there), mark(agreement), words(agreement, compared.resemblance()),
                agreement != FieldAgreement.AGREES && agreement != FieldAgreement.MISSING_BOTH);
    }

    private String words(FieldAgreement agreement, @Nullable Resemblance resemblance) {
        return resemblance == null ? texts.get("review.agreement", agreement)
                : texts.get("review.resemblance", resemblance);
    }

    private static Mark mark(FieldAgreement agreement) {
        return switch (agreement) {
            case AGREES -> Mark.READY;
            case DIFFERS -> Mark.FAILED;
            case UNCERTAIN -> Mark.PARTIAL;
            case MISSING_HERE, MISSING_THERE, MISSING_BOTH -> Mark.NONE;
        };
    }

    private String value(PatientField field, Patient patient) {
        String value = switch (field) {
            case NAME -> name(patient, 0);
            case IDEOGRAPHIC_NAME -> name(patient, 1);
            case PHONETIC_NAME -> name(patient, 2);
            case BIRTH_DATE -> date(patient.patientBirthDate());
            case SEX -> texts.get("review.sex", patient.patientSex());
            case PATIENT_ID -> patient.key().patientId();
            case ISSUER -> Objects.requireNonNullElse(patient.key().issuerOfPatientId(), "");
        };
        return value.isBlank() ? NOTHING : value;
    }

    private String date(@Nullable LocalDate date) {
        return date == null ? "" : birthDates.format(date);
    }

    /** Family name first; then given and middle name, and what stands before and behind. */
    private static String name(Patient patient, int group) {
        String[] groups = patient.patientName().split("=", -1);
        String[] parts = group < groups.length ? groups[group].split("\\^", -1) : new String[0];
        String others = Arrays.stream(parts).skip(1).filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
        return Stream.of(parts.length == 0 ? "" : parts[0], others)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
