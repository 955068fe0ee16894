package org.priorfetch.engine.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.testing.StudyExample.PATIENT;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.identity.IdentityMatcher;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.Sex;

class InstanceCheckTest {

    private static final Map<String, InstanceRef> EXPECTED = Map.of("1.1.1", new InstanceRef("1.1.1", "1.2", "1.1"));

    private final InstanceCheck check = new InstanceCheck("1", EXPECTED,
            received -> new IdentityMatcher("HOSP").onReceiving(PATIENT, received, null));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | 1.1 | 1.1.1 | the image belongs to another study
            1 | 1.2 | 1.1.1 | the image belongs to another series than the source said
            1 | 1.1 | 1.1.2 | the image is none of those that the source listed
            """)
    void refusesWhatWasNotExpected(String study, String series, String instance, String reason) {
        InstanceHeader header = new InstanceHeader(new InstanceRef(instance, "1.2", series), study, PATIENT, "");

        assertThat(text(check.mismatch(header))).isEqualTo(reason);
    }

    @Test
    void takesTheRightOne() {
        assertThat(check.mismatch(header(PATIENT))).isNull();
    }

    @Test
    void safetyRule2RefusesAnInstanceThatNamesSomebodyElse() {
        Patient other = new Patient(PATIENT.key(), PATIENT.patientName(), PATIENT.patientBirthDate(), Sex.M);

        assertThat(text(check.mismatch(header(other)))).isEqualTo("same ID, other sex");
    }

    private static InstanceHeader header(Patient patient) {
        return new InstanceHeader(new InstanceRef("1.1.1", "1.2", "1.1"), "1", patient, "");
    }

    private static String text(Reason reason) {
        return reason == null ? "" : reason.text();
    }
}
