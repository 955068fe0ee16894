package org.priorfetch.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AttributeChangeTest {

    private static final InstanceHeader HEADER = new InstanceHeader(new InstanceRef("1.1", "1.2", "1.3"), "1.4",
            new Patient(new PatientKey("R7", null), "Example^Eva", LocalDate.of(1970, 5, 4), Sex.F), "ACC");

    @Test
    void tellsOldAndNewValueOfWhateverIsReplaced() {
        AttributeChanges changes = new AttributeChanges(
                new TreeMap<>(Map.of("PatientID", "P1", "IssuerOfPatientID", "HOSP", "PatientName", "Example^Eve",
                        "PatientBirthDate", "19700505", "PatientSex", "O", "AccessionNumber", "")),
                "PRIORFETCH", "regional", Instant.EPOCH);

        assertThat(AttributeChange.in(HEADER, changes)).containsExactly(
                new AttributeChange("AccessionNumber", "ACC", ""),
                new AttributeChange("IssuerOfPatientID", "", "HOSP"),
                new AttributeChange("PatientBirthDate", "19700504", "19700505"),
                new AttributeChange("PatientID", "R7", "P1"),
                new AttributeChange("PatientName", "Example^Eva", "Example^Eve"),
                new AttributeChange("PatientSex", "F", "O"));
    }

    @Test
    void doesNotGuessAnOldValue() {
        AttributeChanges changes = new AttributeChanges(new TreeMap<>(Map.of("InstitutionName", "Here")), "", "",
                Instant.EPOCH);

        assertThat(AttributeChange.in(HEADER, changes))
                .containsExactly(new AttributeChange("InstitutionName", null, "Here"));
    }
}
