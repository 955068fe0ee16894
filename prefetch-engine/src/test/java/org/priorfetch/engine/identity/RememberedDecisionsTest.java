package org.priorfetch.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.IdentityDecision.Accept;
import org.priorfetch.engine.model.IdentityDecision.Hold;
import org.priorfetch.engine.model.IdentityDecision.Refuse;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientDecision;
import org.priorfetch.engine.model.PatientDecision.Verdict;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.StudyRef;

class RememberedDecisionsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final LocalDate BORN = LocalDate.of(1970, 5, 4);
    private static final Patient LOCAL = patient("P1", "HOSP", "Muster^Erika", BORN, Sex.F);
    private static final Patient FOUND = patient("P1", "HOSP", "Muster^Erika", LocalDate.of(1970, 4, 5), Sex.F);
    private static final int TRIES = 4000;
    private static final String STUDY = "2.25.1";
    private static final String OTHER_STUDY = "2.25.2";

    private final IdentityMatcher matcher = new IdentityMatcher("HOSP");

    private static Patient patient(String id, String issuer, String name, LocalDate birthDate, Sex sex) {
        return new Patient(new PatientKey(id, issuer), name, birthDate, sex);
    }

    private static PatientDecision decided(Patient local, String source, Patient found, Verdict verdict) {
        return new PatientDecision(1, local, source, found, verdict, "mk", NOW, "known to us", Set.of(STUDY));
    }

    private static RememberedDecisions remembering(PatientDecision... decisions) {
        return RememberedDecisions.of(List.of(decisions), ZoneOffset.UTC);
    }

    private IdentityDecision finding(RememberedDecisions decisions, Patient local, String source, Patient found) {
        return decisions.onFinding(matcher.onFinding(local, found, null), local, new StudyRef(STUDY, source), found);
    }

    private IdentityDecision receiving(RememberedDecisions decisions, Patient listed, Patient received) {
        return decisions.onReceiving(matcher.onReceiving(LOCAL, received, null), LOCAL,
                new StudyRef(STUDY, "regional"), listed, received);
    }

    private static Patient anyPatient(Random random) {
        String name = List.of("Muster^Erika", "Muster^E", "Beispiel^Bea", "", "Muster^Erika=\u5c71\u7530^\u82b1\u5b50")
                .get(random.nextInt(5));
        LocalDate birthDate = random.nextInt(4) == 0 ? null
                : LocalDate.of(1970, 4 + random.nextInt(2), 4 + random.nextInt(2));
        Sex sex = List.of(Sex.F, Sex.M, Sex.UNKNOWN).get(random.nextInt(3));
        return new Patient(new PatientKey("P" + random.nextInt(3), random.nextBoolean() ? "HOSP" : null), name,
                birthDate, sex);
    }

    private static PatientDecision anyDecision(Random random, long id) {
        Verdict verdict = random.nextBoolean() ? Verdict.SAME : Verdict.DIFFERENT;
        return new PatientDecision(id, anyPatient(random), random.nextBoolean() ? "regional" : "university",
                anyPatient(random), verdict, "mk", NOW.plusSeconds(random.nextInt(9)), "known to us",
                Set.of(STUDY));
    }

    private static List<PatientDecision> anyDecisions(Random random) {
        List<PatientDecision> decisions = new ArrayList<>();
        for (int number = 0; number < 1 + random.nextInt(6); number++) {
            decisions.add(anyDecision(random, number));
        }
        return decisions;
    }

    /** Nobody becomes the same without a person's word about exactly these two; and no word reaches anybody else. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aDecisionIsForTheTwoWhomThePersonSawAndForNobodyElse(long seed) {
        Random random = new Random(seed);
        int decidedOn = 0;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            List<PatientDecision> all = anyDecisions(random);
            PatientDecision one = all.getFirst();
            boolean near = random.nextBoolean();
            Patient local = near ? one.local() : anyPatient(random);
            Patient found = random.nextBoolean() ? one.found() : anyPatient(random);
            String source = random.nextBoolean() ? "regional" : "university";
            boolean asked = all.stream()
                    .anyMatch(decision -> decision.local().equals(local)
                            && decision.source().equals(source) && decision.found().equals(found));
            IdentityDecision byRule = matcher.onFinding(local, found, null);
            IdentityDecision result = finding(RememberedDecisions.of(all, ZoneOffset.UTC), local, source, found);
            if (!asked) {
                assertThat(result).isEqualTo(byRule);
            } else {
                decidedOn++;
                if (byRule instanceof Refuse) {
                    assertThat(result).isInstanceOf(Refuse.class);
                }
            }
        }
        assertThat(decidedOn).isGreaterThan(TRIES / 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void noImageIsTakenThatNeitherTheRulesNorAPersonTook(long seed) {
        Random random = new Random(seed);
        int taken = 0;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            PatientDecision one = anyDecision(random, 1);
            Patient received = random.nextBoolean() ? one.found() : anyPatient(random);
            Patient listed = random.nextBoolean() ? one.found() : anyPatient(random);
            IdentityDecision byRule = matcher.onReceiving(one.local(), received, null);
            IdentityDecision result = remembering(one).onReceiving(byRule, one.local(),
                    new StudyRef(STUDY, one.source()), listed,
                    received);
            if (result instanceof Accept && !(byRule instanceof Accept)) {
                taken++;
                assertThat(one.verdict()).isEqualTo(Verdict.SAME);
                assertThat(byRule).isInstanceOf(Hold.class);
                assertThat(received.key().patientId()).isEqualTo(one.found().key().patientId());
                if (one.found().patientBirthDate() != null) {
                    assertThat(received.patientBirthDate()).isEqualTo(one.found().patientBirthDate());
                }
            }
        }
        assertThat(taken).isPositive();
    }

    @Test
    void aPersonsWordTakesTheStudy() {
        RememberedDecisions same = remembering(decided(LOCAL, "regional", FOUND, Verdict.SAME));

        assertThat(finding(same, LOCAL, "regional", FOUND)).isInstanceOf(Accept.class);
        assertThat(finding(same, LOCAL, "regional", FOUND).reason().text())
                .isEqualTo("same patient (decided by mk on 2026-03-02)");
        assertThat(finding(same, LOCAL, "university", FOUND)).isInstanceOf(Hold.class);
    }

    @Test
    void aPersonsWordLeavesTheStudy() {
        IdentityDecision left = finding(remembering(decided(LOCAL, "regional", FOUND, Verdict.DIFFERENT)), LOCAL,
                "regional", FOUND);

        assertThat(left).isInstanceOf(Refuse.class);
        assertThat(left.reason().text()).isEqualTo("another person (decided by mk on 2026-03-02)");
    }

    @Test
    void theLastWordCounts() {
        PatientDecision first = decided(LOCAL, "regional", FOUND, Verdict.DIFFERENT);
        PatientDecision second = new PatientDecision(2, LOCAL, "regional", FOUND, Verdict.SAME, "mk",
                NOW.plusSeconds(1), "found the letter", Set.of());

        assertThat(finding(remembering(second, first), LOCAL, "regional", FOUND)).isInstanceOf(Accept.class);
    }

    @Test
    void isForgottenWhenEitherSideIsStatedOtherwise() {
        RememberedDecisions same = remembering(decided(LOCAL, "regional", FOUND, Verdict.SAME));
        Patient married = patient("P1", "HOSP", "Beispiel^Erika", BORN, Sex.F);
        Patient corrected = patient("P1", "HOSP", "Muster^Erika", LocalDate.of(1970, 4, 6), Sex.F);

        assertThat(finding(same, married, "regional", FOUND)).isInstanceOf(Hold.class);
        assertThat(finding(same, LOCAL, "regional", corrected)).isInstanceOf(Hold.class);
    }

    @Test
    void everyImageMustNameThePatientWhomThePersonTook() {
        RememberedDecisions same = remembering(decided(LOCAL, "regional", FOUND, Verdict.SAME));

        assertThat(receiving(same, FOUND, FOUND)).isInstanceOf(Accept.class);
        assertThat(receiving(same, FOUND, LOCAL)).isInstanceOf(Hold.class);
        assertThat(receiving(same, FOUND, patient("P1", "HOSP", "Muster^Erika", FOUND.patientBirthDate(), Sex.M)))
                .isInstanceOf(Hold.class);
        assertThat(receiving(same, FOUND, patient("P2", "HOSP", "Muster^Erika", BORN, Sex.F)))
                .isInstanceOf(Refuse.class);
    }

    @Test
    void whatTheArchiveDidNotListMayBeAddedByTheImagesWhenItAgrees() {
        Patient listed = new Patient(FOUND.key(), FOUND.patientName(), FOUND.patientBirthDate(), Sex.UNKNOWN);
        RememberedDecisions same = remembering(decided(LOCAL, "regional", listed, Verdict.SAME));

        assertThat(receiving(same, listed, FOUND)).isInstanceOf(Accept.class);
        assertThat(receiving(same, listed, patient("P1", "HOSP", "Muster^Erika", FOUND.patientBirthDate(), Sex.M)))
                .isInstanceOf(Hold.class);
    }

    @Test
    void paddingIsNoOtherName() {
        RememberedDecisions same = remembering(decided(LOCAL, "regional", FOUND, Verdict.SAME));
        Patient padded = patient("P1 ", "HOSP", "Muster^Erika^^", LocalDate.of(1970, 4, 5), Sex.F);

        assertThat(finding(same, LOCAL, "regional", padded)).isInstanceOf(Accept.class);
    }

    /** Lacks at least one of patient ID, name and birth date. */
    private static Patient hardlyAnybody(Random random) {
        int missing = 1 + random.nextInt(7);
        String id = (missing & 1) == 0 ? "P1" : List.of("", " ").get(random.nextInt(2));
        String name = (missing & 2) == 0 ? "Muster^Erika"
                : List.of("", "ANONYMOUS", "Unknown^", "^").get(random.nextInt(4));
        LocalDate birthDate = (missing & 4) == 0 ? BORN : random.nextBoolean() ? null : LocalDate.of(1900, 1, 1);
        return patient(id, "HOSP", name, birthDate, random.nextBoolean() ? Sex.F : Sex.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void whoIsHardlyIdentifiedIsAcceptedForTheStudiesThatThePersonSawAndForNoOther(long seed) {
        Random random = new Random(seed);
        int taken = 0;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            boolean onDisc = random.nextInt(4) == 0;
            String source = onDisc ? StudyRef.MEDIA : "regional";
            Patient found = onDisc && random.nextBoolean() ? FOUND : hardlyAnybody(random);
            Patient other = random.nextBoolean() ? found : hardlyAnybody(random);
            RememberedDecisions same = remembering(decided(LOCAL, source, found, Verdict.SAME));
            StudyRef another = new StudyRef(OTHER_STUDY, source);
            IdentityDecision finding = matcher.onFinding(LOCAL, found, null);
            IdentityDecision receiving = matcher.onReceiving(LOCAL, other, null);

            assertThat(same.onFinding(finding, LOCAL, another, found)).isEqualTo(finding);
            assertThat(same.onReceiving(receiving, LOCAL, another, found, other)).isEqualTo(receiving);
            if (finding(same, LOCAL, source, found) instanceof Accept && finding instanceof Hold) {
                taken++;
            }
        }
        assertThat(taken).isGreaterThan(TRIES / 10);
    }

    @Test
    void whoIsWellIdentifiedIsAcceptedForEveryStudyOfThatSource() {
        RememberedDecisions same = remembering(decided(LOCAL, "regional", FOUND, Verdict.SAME));
        IdentityDecision byRule = matcher.onFinding(LOCAL, FOUND, null);

        assertThat(same.onFinding(byRule, LOCAL, new StudyRef(OTHER_STUDY, "regional"), FOUND))
                .isInstanceOf(Accept.class);
    }

    @Test
    void theWordAboutOneStudyOfSomebodyHardlyIdentifiedDoesNotUndoThatAboutAnother() {
        Patient anonymous = patient("", "HOSP", "ANONYMOUS", null, Sex.UNKNOWN);
        PatientDecision first = decided(LOCAL, "regional", anonymous, Verdict.SAME);
        PatientDecision second = new PatientDecision(2, LOCAL, "regional", anonymous, Verdict.DIFFERENT, "mk",
                NOW.plusSeconds(1), "somebody else's knee", Set.of(OTHER_STUDY));
        RememberedDecisions both = remembering(first, second);
        IdentityDecision byRule = matcher.onFinding(LOCAL, anonymous, null);

        assertThat(finding(both, LOCAL, "regional", anonymous)).isInstanceOf(Accept.class);
        assertThat(both.onFinding(byRule, LOCAL, new StudyRef(OTHER_STUDY, "regional"), anonymous))
                .isInstanceOf(Refuse.class);
        assertThat(both.onFinding(byRule, LOCAL, new StudyRef("2.25.3", "regional"), anonymous)).isEqualTo(byRule);
    }

    @Test
    void anUpdateLinkOrMergeTouchesTheDecisionsOnEitherSide() {
        PatientDecision ofLocal = decided(LOCAL, "regional", patient("U7", "UNI", "Muster^Erika", BORN, Sex.F),
                Verdict.SAME);
        PatientDecision ofFound = decided(patient("P9", "HOSP", "Muster^Erika", BORN, Sex.F), "regional", FOUND,
                Verdict.DIFFERENT);
        PatientDecision ofOthers = decided(patient("P1", "LAB", "Muster^Erika", BORN, Sex.F), "university",
                patient("U8", "UNI", "Muster^Erika", BORN, Sex.F), Verdict.SAME);
        List<PatientDecision> all = List.of(ofLocal, ofFound, ofOthers);

        assertThat(RememberedDecisions.touchedBy(all, List.of(PatientKey.of("P1")), "HOSP"))
                .containsExactly(ofLocal, ofFound);
        assertThat(RememberedDecisions.touchedBy(all, List.of(new PatientKey("U8", "UNI"), PatientKey.of("X")), "HOSP"))
                .containsExactly(ofOthers);
        assertThat(RememberedDecisions.touchedBy(all, List.of(), "HOSP")).isEmpty();
    }
}
