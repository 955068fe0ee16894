package org.priorfetch.engine.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.AccessionPolicy;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.Sex;

class ImportRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");
    private static final Patient LOCAL = patient("P1", "HOSP", "Müller^Erika", "1970-05-04", "F");

    private final ImportRules rules = new ImportRules("REG", AccessionPolicy.EMPTY, "HOSP");

    @ParameterizedTest(name = "{0} of {1} for {2} -> {3}")
    @CsvSource(delimiter = '|', textBlock = """
            EMPTY  | A1           | CUR    | ''
            EMPTY  | ''           | CUR    | ''
            PREFIX | A1           | CUR    | REG-A1
            PREFIX | ' A1 '       | CUR    | REG-A1
            PREFIX | 123456789012 | CUR    | REG-123456789012
            PREFIX | 1234567890123| CUR    | ''
            PREFIX | ''           | CUR    | ''
            PREFIX | A\\1         | CUR    | ''
            PREFIX | Ä1           | CUR    | ''
            PREFIX | A1           | REG-A1 | ''
            SAME   | A1           | CUR    | A1
            SAME   | ''           | CUR    | ''
            SAME   | A1           | ''     | A1
            SAME   | CUR          | CUR    | ''
            SAME   | ' CUR '      | CUR    | ''
            SAME   | cur          | ' CUR '| ''
            """)
    void safetyRule7NeverGivesTheCurrentAccessionNumber(AccessionPolicy policy, String original, String current,
            String expected) {
        assertThat(new ImportRules("REG", policy, null).accessionAfter(original, current)).isEqualTo(expected);
    }

    @RepeatedTest(300)
    void safetyRule7HoldsForAnyNumbers(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        AccessionPolicy policy = pick(random, AccessionPolicy.EMPTY, AccessionPolicy.PREFIX, AccessionPolicy.SAME);
        String source = pick(random, "R", "REG", "a-long-source-name");
        String original = pick(random, "A1", "a1", "R-A1", "", " A1", "1234567890123456");
        String current = pick(random, "A1", "R-A1", "REG-A1", "REG-R-A1", "1234567890123456");

        AttributeChanges changes = new ImportRules(source, policy, null).changesFor(null,
                header(LOCAL, original), current, NOW);
        String written = changes.replacements().getOrDefault("AccessionNumber", original);

        assertThat(written.strip().toUpperCase(Locale.ROOT)).isNotEqualTo(current).hasSizeLessThanOrEqualTo(16);
        assertThat(changes.replacements().keySet()).isSubsetOf("AccessionNumber");
    }

    @Test
    void replacesWhatDiffers() {
        Patient stated = patient("X9", "OTHER", "Mueller^Erika", "1970-05-05", "M");

        AttributeChanges changes = rules.changesFor(LOCAL, header(stated, "A1"), "CUR", NOW);

        assertThat(changes.replacements()).isEqualTo(Map.of("PatientID", "P1", "IssuerOfPatientID", "HOSP",
                "PatientName", "Müller^Erika", "PatientBirthDate", "19700504", "PatientSex", "F",
                "AccessionNumber", ""));
        assertThat(changes.modifyingSystem()).isEqualTo("PRIORFETCH");
        assertThat(changes.sourceOfPreviousValues()).isEqualTo("REG");
        assertThat(changes.at()).isEqualTo(NOW);
    }

    @Test
    void leavesAloneWhatAgrees() {
        assertThat(rules.changesFor(LOCAL, header(LOCAL, ""), "CUR", NOW)).isEqualTo(AttributeChanges.NONE);
        Patient padded = patient(" P1 ", "HOSP ", "Müller^Erika^^^ ", "1970-05-04", "F");
        assertThat(rules.changesFor(LOCAL, header(padded, ""), "CUR", NOW)).isEqualTo(AttributeChanges.NONE);
    }

    @Test
    void keepsTheIdentityWhenThereIsNoLocalPatient() {
        AttributeChanges changes = rules.changesFor(null, header(LOCAL, "A1"), "", NOW);

        assertThat(changes.replacements()).isEqualTo(Map.of("AccessionNumber", ""));
    }

    @Test
    void whatIsUnknownLocallyErasesNothing() {
        Patient nobody = patient("", null, "^^", null, null);

        AttributeChanges changes = new ImportRules("REG", AccessionPolicy.SAME, null).changesFor(nobody,
                header(LOCAL, "A1"), "CUR", NOW);

        assertThat(changes.isEmpty()).isTrue();
    }

    @ParameterizedTest(name = "local {0}/{1}, PACS {2}, stated {3}/{4} -> {5}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            P1 | HOSP | -    | P1 | -     | HOSP
            P1 | -    | HOSP | P1 | -     | HOSP
            P1 | LAB  | HOSP | P1 | HOSP  | LAB
            P1 | -    | -    | P1 | OTHER | -
            P1 | -    | -    | X9 | OTHER | ''
            P1 | -    | -    | X9 | -     | -
            P1 | -    | HOSP | X9 | OTHER | HOSP
            """)
    void anIdNeverKeepsTheIssuerOfAnother(String id, String issuer, String pacs, String statedId, String statedIssuer,
            String expected) {
        Patient local = patient(id, issuer, "Müller^Erika", "1970-05-04", "F");
        Patient stated = patient(statedId, statedIssuer, "Müller^Erika", "1970-05-04", "F");

        AttributeChanges changes = new ImportRules("REG", AccessionPolicy.SAME, pacs).changesFor(local,
                header(stated, ""), "", NOW);

        assertThat(changes.replacements().get("IssuerOfPatientID")).isEqualTo(expected);
        assertThat(changes.replacements().containsKey("PatientID")).isEqualTo(!id.equals(statedId));
    }

    @RepeatedTest(200)
    void safetyRule1TouchesNothingButPatientAndAccessionNumber(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());

        AttributeChanges changes = rules.changesFor(randomPatient(random), header(randomPatient(random), "A1"), "CUR",
                NOW);

        assertThat(changes.replacements().keySet()).isSubsetOf("PatientID", "IssuerOfPatientID", "PatientName",
                "PatientBirthDate", "PatientSex", "AccessionNumber");
    }

    private static Patient randomPatient(Random random) {
        return patient(pick(random, "P1", "P2", ""), pick(random, "HOSP", "OTHER", null),
                pick(random, "Müller^Erika", "Mueller^Erika", ""), pick(random, "1970-05-04", null),
                pick(random, "F", "M", null));
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private static InstanceHeader header(Patient patient, String accession) {
        return new InstanceHeader(new InstanceRef("1.1.1", "1.2", "1.1"), "1", patient, accession);
    }

    private static Patient patient(String id, String issuer, String name, String birthDate, String sex) {
        return new Patient(new PatientKey(id, issuer), name, birthDate == null ? null : LocalDate.parse(birthDate),
                Sex.of(sex));
    }
}
