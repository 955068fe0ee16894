package org.priorfetch.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.IdentityDecision.Accept;
import org.priorfetch.engine.model.IdentityDecision.Hold;
import org.priorfetch.engine.model.IdentityDecision.Refuse;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.Sex;

class IdentityMatcherTest {

    private static final Patient LOCAL = patient("P1", "HOSP", "Muster^Erika", "1970-05-04", "F");

    private final IdentityMatcher matcher = new IdentityMatcher("HOSP");

    @ParameterizedTest(name = "{0}|{1}|{2}|{3}|{4} -> {5}, {6}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            P1  | HOSP  | MUSTER^ERIKA   | 1970-05-04 | F | Accept   | Accept
            P1  | -     | Muster^Erika   | 1970-05-04 | F | Accept   | Accept
            P1  | hosp  | Muster^Erika   | 1970-05-04 | F | Accept   | Accept
            ' P1 ' | HOSP | Muster^Erika | 1970-05-04 | F | Accept   | Accept
            P1  | HOSP  | Muster^Erika   | -          | F | Accept   | Hold
            P1  | HOSP  | Muster^Erika   | 1970-05-04 | - | Accept   | Hold
            P1  | HOSP  | Muster^Erika   | -          | - | Accept   | Hold
            P1  | HOSP  | ''             | 1970-05-04 | F | Accept   | Hold
            P1  | HOSP  | =山田^太郎     | 1970-05-04 | F | Accept   | Hold
            P1  | HOSP  | Muster^E       | 1970-05-04 | F | Hold     | Hold
            P1  | HOSP  | Unknown^       | 1970-05-04 | F | Hold     | Hold
            P1  | HOSP  | Muster^Erika   | 1900-01-01 | F | Hold     | Hold
            P1  | HOSP  | Beispiel^Erika | 1970-05-04 | F | Conflict | Conflict
            P1  | HOSP  | Muster^Erika   | 1970-05-05 | F | Conflict | Conflict
            P1  | HOSP  | Muster^Erika   | 1970-05-04 | M | Conflict | Conflict
            P1  | HOSP  | Muster^Erika   | 1970-05-04 | O | Conflict | Conflict
            P1  | HOSP  | Beispiel^Max   | 1950-01-02 | M | Conflict | Conflict
            P1  | HOSP  | Beispiel^Max   | -          | - | Conflict | Conflict
            P2  | HOSP  | Muster^Erika   | 1970-05-04 | F | Refuse   | Refuse
            P01 | HOSP  | Muster^Erika   | 1970-05-04 | F | Refuse   | Refuse
            p1  | HOSP  | Muster^Erika   | 1970-05-04 | F | Refuse   | Refuse
            P1  | OTHER | Muster^Erika   | 1970-05-04 | F | Refuse   | Refuse
            P1  | OTHER | Beispiel^Max   | 1950-01-02 | M | Refuse   | Refuse
            ''  | HOSP  | Muster^Erika   | 1970-05-04 | F | Hold     | Hold
            """)
    void safetyRule2DecidesOnTheWholeOfIdIssuerNameBirthDateAndSex(String id, String issuer, String name,
            String birthDate, String sex, String onFinding, String onReceiving) {
        Patient other = patient(id, issuer, name, birthDate, sex);

        assertThat(word(matcher.onFinding(LOCAL, other, null))).as("on finding").isEqualTo(onFinding);
        assertThat(word(matcher.onReceiving(LOCAL, other, null))).as("on receiving").isEqualTo(onReceiving);
    }

    @ParameterizedTest(name = "pacs {0}, local {1}, source {2}, stated {3} -> {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            HOSP   | -    | -     | -       | Accept
            HOSP   | -    | -     | HOSP    | Accept
            HOSP   | -    | -     | ' hosp '| Accept
            HOSP   | -    | -     | ''      | Accept
            HOSP   | -    | -     | OTHER   | Refuse
            HOSP   | -    | REGIO | -       | Refuse
            HOSP   | -    | REGIO | HOSP    | Accept
            HOSP   | -    | HOSP  | -       | Accept
            HOSP   | -    | HOSP  | OTHER   | Refuse
            HOSP   | LAB  | -     | -       | Refuse
            HOSP   | LAB  | -     | LAB     | Accept
            HOSP   | LAB  | LAB   | -       | Accept
            -      | -    | -     | -       | Accept
            -      | HOSP | -     | -       | Accept
            -      | HOSP | -     | HOSP    | Accept
            -      | HOSP | -     | OTHER   | Refuse
            -      | HOSP | OTHER | -       | Refuse
            -      | -    | -     | OTHER   | Hold
            -      | -    | REGIO | -       | Hold
            ' '    | -    | -     | -       | Accept
            """)
    void safetyRule2TakesADifferentIssuerForAnotherId(String pacs, String local, String source, String stated,
            String expected) {
        IdentityMatcher ofSite = new IdentityMatcher(pacs);
        Patient ours = patient("P1", local, "Muster^Erika", "1970-05-04", "F");
        Patient theirs = patient("P1", stated, "Muster^Erika", "1970-05-04", "F");

        assertThat(word(ofSite.onFinding(ours, theirs, source))).isEqualTo(expected);
        assertThat(word(ofSite.onReceiving(ours, theirs, source))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "1800-01-01", "1753-01-01", "1899-12-31", "1900-12-31", "1904-01-01",
            "0001-01-01", "2222-02-22", "9999-12-31"})
    void safetyRule2NeverTakesADefaultBirthDateForProof(String date) {
        Patient local = patient("P1", "HOSP", "Muster^Erika", date, "F");

        assertThat(word(matcher.onFinding(local, local, null))).isEqualTo("Hold");
        assertThat(word(matcher.onReceiving(local, local, null))).isEqualTo("Hold");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ''             | 1970-05-04 | F
            Unknown^       | 1970-05-04 | F
            Muster^        | 1970-05-04 | F
            Muster^Erika   | -          | F
            Muster^Erika   | 1970-05-04 | -
            """)
    void safetyRule2NeedsAFullyKnownLocalPatient(String name, String birthDate, String sex) {
        Patient local = patient("P1", "HOSP", name, birthDate, sex);

        assertThat(word(matcher.onFinding(local, LOCAL, null))).isEqualTo("Hold");
        assertThat(word(matcher.onFinding(local, local, null))).isEqualTo("Hold");
        assertThat(word(matcher.onReceiving(local, LOCAL, null))).isEqualTo("Hold");
        assertThat(word(matcher.onReceiving(local, local, null))).isEqualTo("Hold");
    }

    @Test
    void saysInWordsWhatDisagrees() {
        Patient other = patient("P1", "HOSP", "Muster^Eva", "1971-05-04", "F");

        assertThat(matcher.onFinding(LOCAL, other, null).reason().text())
                .isEqualTo("same ID, other name, other birth date");
    }

    @Test
    void saysInWordsWhatIsMissing() {
        Patient other = patient("P1", "HOSP", "Muster^E", null, null);

        assertThat(matcher.onReceiving(LOCAL, other, null).reason().text())
                .isEqualTo("same ID, given name only in part, birth date missing, sex missing");
    }

    @RepeatedTest(500)
    void safetyRule2HoldsForAllCombinations(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Patient local = randomPatient(random);
        Patient other = randomPatient(random);

        IdentityDecision finding = matcher.onFinding(local, other, null);
        IdentityDecision receiving = matcher.onReceiving(local, other, null);

        boolean sameId = local.key().equals(other.key());
        boolean same = sameId && local.equals(other) && isComplete(local);
        assertThat(receiving instanceof Accept).as("accepted from the images").isEqualTo(same);
        assertThat(receiving instanceof Refuse).as("refused").isEqualTo(!sameId);
        assertThat(finding instanceof Refuse).as("refused when found").isEqualTo(!sameId);
        assertThat(finding instanceof Accept || !same).as("what the images prove is not held earlier").isTrue();
        assertThat(isConflict(finding)).isEqualTo(isConflict(receiving));
    }

    @RepeatedTest(100)
    void safetyRule15KeepsNamesAndBirthDatesOutOfReasons(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Patient local = randomPatient(random);

        String reason = matcher.onReceiving(local, randomPatient(random), null).reason().text();

        assertThat(reason).doesNotContain("Muster", "Beispiel", "Erika", "19");
    }

    private static boolean isConflict(IdentityDecision decision) {
        return decision instanceof Hold hold && hold.conflicting();
    }

    private static boolean isComplete(Patient patient) {
        return patient.patientName().endsWith("^Erika") && BirthDates.isKnown(patient.patientBirthDate())
                && patient.patientSex() != Sex.UNKNOWN;
    }

    private static Patient randomPatient(Random random) {
        return patient(pick(random, "P1", "P1", "P2"), pick(random, "HOSP", "HOSP", "OTHER"),
                pick(random, "Muster^Erika", "Muster^Erika", "Beispiel^Erika", "Unknown^", ""),
                pick(random, "1970-05-04", "1970-05-04", "1980-05-04", "1900-01-01", null),
                pick(random, "F", "F", "M", null));
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private static String word(IdentityDecision decision) {
        return switch (decision) {
            case Accept _ -> "Accept";
            case Hold hold -> hold.conflicting() ? "Conflict" : "Hold";
            case Refuse _ -> "Refuse";
        };
    }

    private static Patient patient(String id, String issuer, String name, String birthDate, String sex) {
        return new Patient(new PatientKey(id, issuer), name, birthDate == null ? null : LocalDate.parse(birthDate),
                Sex.of(sex));
    }
}
