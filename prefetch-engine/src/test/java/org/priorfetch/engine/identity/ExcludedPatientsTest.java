package org.priorfetch.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.Exclusions;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;

class ExcludedPatientsTest {

    private static PatientTraits confidential(String code) {
        return new PatientTraits(Set.of(), "", Set.of(), "", code);
    }

    @ParameterizedTest(name = "pacs {0}, listed {1}^^^{2}, patient {3}^^^{4}: {5}")
    @CsvSource(nullValues = "-", value = {"HOSP,4711,-,4711,-,true", "HOSP,4711,-,4711,HOSP,true",
            "HOSP,4711,HOSP,4711,-,true", "HOSP,4711,HOSP,' 4711 ',hosp,true", "HOSP,4711,-,4711,LAB,false",
            "HOSP,4711,LAB,4711,-,false", "HOSP,4711,LAB,4711,LAB,true", "HOSP,4711,-,4712,-,false",
            "HOSP,4711,-,'',-,false", "-,4711,-,4711,HOSP,true", "-,4711,HOSP,4711,-,true"})
    void isListedByIdAndIssuer(String pacs, String listed, String listedIssuer, String id, String issuer,
            boolean expected) {
        ExcludedPatients excluded = new ExcludedPatients(
                new Exclusions(Set.of(new PatientKey(listed, listedIssuer)), Set.of()), pacs);

        assertThat(excluded.reason(List.of(new PatientKey(id, issuer)), PatientTraits.NONE) != null)
                .isEqualTo(expected);
    }

    @Test
    void isListedUnderAnOldOrAnotherIdAsWell() {
        ExcludedPatients excluded = new ExcludedPatients(
                new Exclusions(Set.of(new PatientKey("OLD", null), new PatientKey("I9", "INSURANCE")), Set.of()),
                "HOSP");
        PatientTraits insured = new PatientTraits(Set.of(new PatientKey("I9", "INSURANCE")), "", Set.of(), "", "");

        assertThat(excluded.reason(List.of(PatientKey.of("NEW"), PatientKey.of("OLD")), PatientTraits.NONE))
                .isNotNull();
        assertThat(excluded.reason(List.of(PatientKey.of("NEW")), insured)).isNotNull();
        assertThat(excluded.reason(List.of(PatientKey.of("NEW")), PatientTraits.NONE)).isNull();
    }

    @Test
    void codesCountWithoutRegardToCaseAndSpace() {
        ExcludedPatients excluded = new ExcludedPatients(new Exclusions(Set.of(), Set.of("R", " v ")), null);

        assertThat(excluded.reason(confidential("r "))).isNotNull();
        assertThat(excluded.reason(confidential("V")).text()).isEqualTo("not fetched: confidential (code V)");
        assertThat(excluded.reason(confidential("N"))).isNull();
        assertThat(excluded.reason(confidential(""))).isNull();
    }
}
