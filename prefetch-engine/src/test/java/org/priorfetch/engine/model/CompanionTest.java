package org.priorfetch.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompanionTest {

    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(nullValues = "-", textBlock = """
            88.11, REPORTS
            88.22, REPORTS
            88.33, REPORTS
            88.34, REPORTS
            88.50, REPORTS
            104.1, REPORTS
            104.2, REPORTS
            88.59, KEY_OBJECTS
            11.1, PRESENTATION_STATES
            11.12, PRESENTATION_STATES
            88.67, DOSE_REPORTS
            88.68, DOSE_REPORTS
            88.76, DOSE_REPORTS
            2, -
            4, -
            7, -
            88.1, -
            104.3, -
            66.4, -
            """)
    void isToldByItsClass(String sopClass, Companion companion) {
        assertThat(Companion.ofInstance(STORAGE + sopClass)).isEqualTo(Optional.ofNullable(companion));
        assertThat(Companion.ofInstance("1.2.3." + sopClass)).isEmpty();
    }

    @ParameterizedTest(name = "{0} \"{1}\": {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            SR       | CT Thorax        | REPORTS
            DOC      | Arztbrief        | REPORTS
            SR,DOC   | Dose and letter  | REPORTS
            SR,KO    | Befund           | REPORTS
            SR       | DOSE REPORT      | DOSE_REPORTS
            SR       | Dosisbericht     | DOSE_REPORTS
            SR       | Radiation dose   | DOSE_REPORTS
            SR       | Dosierung MTX    | REPORTS
            KO       | Key images       | KEY_OBJECTS
            PR       | -                | PRESENTATION_STATES
            KO,PR    | -                | KEY_OBJECTS
            CT,SR    | CT Thorax        | -
            OT       | Scan             | -
            """)
    void aStudyWithNothingElseIsToldByModalityAndDescription(String modalities, String description,
            Companion companion) {
        assertThat(Companion.ofStudy(List.of(modalities.split(",")), description == null ? "" : description))
                .isEqualTo(Optional.ofNullable(companion));
    }

    @Test
    void aStudyOfUnknownModalityIsNone() {
        assertThat(Companion.ofStudy(List.of(), "Report")).isEmpty();
    }

    @Test
    void imagesAreAlwaysWantedAndReportsByDefault() {
        Selection nothing = new Selection(1, 1, 1, 0, Set.of());

        assertThat(nothing.wants(STORAGE + "2")).isTrue();
        assertThat(nothing.wants(STORAGE + "88.11")).isFalse();
        assertThat(Selection.DEFAULT.wants(STORAGE + "104.1")).isTrue();
        assertThat(Selection.DEFAULT.wants(STORAGE + "88.59")).isFalse();
        assertThat(Selection.DEFAULT.wants(STORAGE + "11.1")).isFalse();
        assertThat(Selection.DEFAULT.wants(STORAGE + "88.67")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void hasAName(Companion companion) {
        assertThat(Arrays.asList(Locale.ENGLISH, Locale.GERMAN))
                .allSatisfy(locale -> assertThat(Message.of(companion.key()).text(locale)).isNotBlank());
    }
}
