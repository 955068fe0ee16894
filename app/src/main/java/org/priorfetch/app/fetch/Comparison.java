package org.priorfetch.app.fetch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.Patient;

/** Sets two statements about a patient side by side. */
final class Comparison {

    /**
     * One field of both.
     *
     * @param differs whether both are known and are not the same
     */
    record Field(String title, String here, String there, boolean differs) {}

    private final Texts texts;
    private final Formats formats;
    private final Privacy privacy;

    Comparison(Texts texts, Formats formats, Privacy privacy) {
        this.texts = texts;
        this.formats = formats;
        this.privacy = privacy;
    }

    List<Field> of(Patient here, Patient there) {
        return List.of(
                field("name", privacy.name(here), privacy.name(there),
                        differ(here.patientName(), there.patientName())),
                field("id", id(here), id(there), differ(here.key().patientId(), there.key().patientId())
                        || differ(here.key().issuerOfPatientId(), there.key().issuerOfPatientId())),
                field("born", date(here.patientBirthDate()), date(there.patientBirthDate()),
                        differ(date(here.patientBirthDate()), date(there.patientBirthDate()))),
                field("sex", sex(here), sex(there), differ(here.patientSex().code(), there.patientSex().code())));
    }

    /** "4711 (HOSP) · 12.03.1966 · F" */
    String inShort(Patient patient) {
        return Stream.of(id(patient), date(patient.patientBirthDate()), patient.patientSex().code())
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }

    private Field field(String name, String here, String there, boolean differs) {
        return new Field(texts.get("fetch.field." + name), orUnknown(here), orUnknown(there), differs);
    }

    private String orUnknown(String value) {
        return value.isEmpty() ? texts.get("fetch.unknown") : value;
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.isBlank() && !other.isBlank()
                && !one.strip().equalsIgnoreCase(other.strip());
    }

    private static String id(Patient patient) {
        String issuer = patient.key().issuerOfPatientId();
        return patient.key().patientId() + (issuer == null ? "" : " (" + issuer + ")");
    }

    private String date(@Nullable LocalDate date) {
        return Optional.ofNullable(date).map(formats::date).orElse("");
    }

    private String sex(Patient patient) {
        return patient.patientSex().code().isEmpty() ? "" : texts.get("fetch.sex", patient.patientSex());
    }
}
