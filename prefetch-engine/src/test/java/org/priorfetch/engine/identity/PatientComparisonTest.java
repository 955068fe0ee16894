package org.priorfetch.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.FieldComparison;
import org.priorfetch.engine.model.FieldComparison.FieldAgreement;
import org.priorfetch.engine.model.FieldComparison.Resemblance;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientField;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.Sex;

class PatientComparisonTest {

    private static final LocalDate BORN = LocalDate.of(1970, 5, 4);

    private static Patient patient(String name, LocalDate birthDate, Sex sex) {
        return new Patient(PatientKey.of("P1"), name, birthDate, sex);
    }

    private static FieldComparison field(PatientField field, Patient here, Patient there) {
        return PatientComparison.of(here, there)
                .stream()
                .filter(comparison -> comparison.field() == field)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"1970-05-04,1970-05-04,AGREES,-",
            "1970-05-04,1970-04-05,DIFFERS,DAY_AND_MONTH_EXCHANGED", "1970-05-04,1971-05-04,DIFFERS,ONE_DIGIT_DIFFERS",
            "1970-05-04,1907-05-04,DIFFERS,DIGITS_EXCHANGED", "1970-05-04,1982-11-30,DIFFERS,-",
            "1970-05-04,-,MISSING_THERE,-", "-,1970-05-04,MISSING_HERE,-", "-,-,MISSING_BOTH,-",
            "1970-05-04,1900-01-01,UNCERTAIN,PLACEHOLDER"})
    void birthDates(LocalDate here, LocalDate there, FieldAgreement agreement, Resemblance resemblance) {
        assertThat(field(PatientField.BIRTH_DATE, patient("Muster^Eva", here, Sex.F),
                patient("Muster^Eva", there, Sex.F)))
                .isEqualTo(new FieldComparison(PatientField.BIRTH_DATE, agreement, resemblance));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"Muster^Eva,MUSTER^EVA,AGREES,-",
            "Muster^Eva,Eva^Muster,UNCERTAIN,NAMES_EXCHANGED",
            "Muster^Eva,Musser^Eva,DIFFERS,ONE_LETTER_DIFFERS", "Muster^Eva,Musters^Eva,DIFFERS,ONE_LETTER_DIFFERS",
            "Muster^Eva,Beispiel^Bea,DIFFERS,-", "Muster^Eva,Muster^E,UNCERTAIN,-", "Muster^Eva,'',MISSING_THERE,-",
            "Muster^Eva,Unknown^Eva,UNCERTAIN,PLACEHOLDER"})
    void names(String here, String there, FieldAgreement agreement, Resemblance resemblance) {
        assertThat(field(PatientField.NAME, patient(here, BORN, Sex.F), patient(there, BORN, Sex.F)))
                .isEqualTo(new FieldComparison(PatientField.NAME, agreement, resemblance));
    }

    @Test
    void otherWritingsAreComparedWhereOneHasThem() {
        Patient here = patient("Yamada^Tarou=\u5c71\u7530^\u592a\u90ce", BORN, Sex.M);

        assertThat(PatientComparison.of(here, patient("Yamada^Tarou", BORN, Sex.M))).extracting(FieldComparison::field)
                .isEqualTo(List.of(PatientField.NAME, PatientField.IDEOGRAPHIC_NAME, PatientField.BIRTH_DATE,
                        PatientField.SEX, PatientField.PATIENT_ID, PatientField.ISSUER));
        assertThat(field(PatientField.IDEOGRAPHIC_NAME, here, patient("Yamada^Tarou", BORN, Sex.M)).agreement())
                .isEqualTo(FieldAgreement.MISSING_THERE);
    }

    @Test
    void sexAndIssuer() {
        Patient here = new Patient(new PatientKey("P1", "HOSP"), "Muster^Eva", BORN, Sex.F);
        Patient there = new Patient(new PatientKey("P1", null), "Muster^Eva", BORN, Sex.M);

        assertThat(field(PatientField.SEX, here, there).agreement()).isEqualTo(FieldAgreement.DIFFERS);
        assertThat(field(PatientField.ISSUER, here, there).agreement()).isEqualTo(FieldAgreement.MISSING_THERE);
        assertThat(field(PatientField.PATIENT_ID, here, there).agreement()).isEqualTo(FieldAgreement.AGREES);
    }
}
