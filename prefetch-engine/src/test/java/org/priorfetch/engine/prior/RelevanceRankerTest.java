package org.priorfetch.engine.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.testing.StudyExample.appointment;
import static org.priorfetch.engine.testing.StudyExample.study;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.Ranking;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.SkipReason;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.testing.StudyExample;

class RelevanceRankerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final WorklistItem CHEST_CT = appointment("CT", "CT Thorax");

    @ParameterizedTest(name = "{0} {1} <- {2} {3} {4}: {5}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            CT | CT Thorax      | CT | CT Thorax             | 2025-01-05 | same region, CT, 14 months old
            CT | CT Thorax      | DX | Rö Thorax p.a.        | 2026-03-09 | same region, DX, 1 day old
            CT | CT Thorax      | CR | Thorax liegend        | 2026-03-08 | same region, CR, 2 days old
            CT | CT Thorax      | CT | CT TAP                | 2026-03-03 | same region, CT, 1 week old
            CT | CT Thorax      | CT | CT Abdomen            | 2026-02-20 | neighbouring region, CT, 2 weeks old
            CT | CT Thorax      | CT | Polytrauma-CT         | 2026-02-10 | region included, CT, 1 month old
            CT | CT Thorax      | US | Lungensonographie     | 2026-01-10 | same region, US, 2 months old
            CT | CT Thorax      | CT | Verlaufskontrolle     | 2024-03-10 | region unknown, CT, 2 years old
            CT | CT Thorax      | CT | CT Thorax             | 2026-03-10 | same region, CT, of today
            CT | CT Thorax      | CT | CT Thorax             | -          | same region, CT, date unknown
            CT | CT Thorax      | CT | CT Thorax             | 2016-03-10 | same region, CT, 10 years old
            CT | CT Thorax      | -  | Thorax                | 2025-03-10 | same region, modality unknown, 12 months old
            MR | MRT Knie links | MR | MRT Knie links        | 2025-03-10 | same region, MR, 12 months old
            MR | MRT Knie links | MR | MRT Knie rechts       | 2025-03-10 | same region, other side, MR, 12 months old
            MR | MRT Knie links | DX | Rö Knie bds.          | 2025-03-10 | same region, DX, 12 months old
            MG | Mammographie   | MR | MR Mamma bds          | 2025-03-10 | same region, MR, 12 months old
            MG | Mammographie   | MG | -                     | 2025-03-10 | same region, MG, 12 months old
            DX | Becken a.p.    | DX | Hüfte links           | 2025-03-10 | region included, DX, 12 months old
            CT | Kontrolle      | CT | CT Thorax             | 2025-03-10 | region unknown, CT, 12 months old
            CT | CT Thorax      | DX | Hand links            | 2025-03-10 | skipped: hand, another region
            CT | CT Thorax      | CT | CT Kopf/NNH           | 2025-03-10 | skipped: head, face, another region
            CT | CT Thorax      | US | Sono Abdomen          | 2025-03-10 | skipped: abdomen, neighbouring region, US, another modality
            MR | MRT Knie links | MR | MRT Unterschenkel re. | 2025-03-10 | skipped: lower leg, neighbouring region, other side
            CT | CT Thorax      | SR | CT Thorax             | 2025-03-10 | report, same region, 12 months old
            CT | CT Thorax      | DOC | CT Thorax            | 2025-03-10 | report, same region, 12 months old
            CT | CT Thorax      | SR | CT Knie               | 2025-03-10 | skipped: report, another region
            CT | CT Thorax      | SR | Dosisbericht Thorax   | 2025-03-10 | skipped: dose report, not wanted by the settings
            CT | CT Thorax      | KO | CT Thorax             | 2025-03-10 | skipped: key images, not wanted by the settings
            CT | CT Thorax      | PR | CT Thorax             | 2025-03-10 | skipped: presentation state, not wanted by the settings
            CT | CT Thorax      | OT | CT Thorax             | 2025-03-10 | skipped: no images to compare
            CT | CT Thorax      | CT | CT Thorax             | 2026-03-11 | skipped: dated in the future
            CT | CT Thorax      | CT | CT Thorax             | 2016-03-09 | same region, CT, 10 years old, older than the limit, but one of the newest 3
            CT | CT Thorax      | CR | Rö Thorax             | 2016-03-09 | skipped: older than the limit, 10 years old
            CT | CT Thorax      | DX | Hand links            | 2016-03-09 | skipped: older than the limit, 10 years old
            CT | CT LWS         | CT | CT Abdomen            | 2025-12-10 | paired with lumbar spine: abdomen CT, 3 months old
            CT | CT Thorax      | XA | Angiographie          | 2025-12-10 | region unknown, XA, 3 months old
            """)
    void givesAReasonThatARadiologistUnderstands(String modality, String procedure, String priorModality,
            String description, String date, String reason) {
        StudyExample prior = study("1").described(description == null ? "" : description).on(date);
        PriorCandidate candidate = (priorModality == null ? prior.with() : prior.with(priorModality)).found();

        Ranking ranking = rank(appointment(modality, procedure), List.of(candidate));

        assertThat(reasons(ranking)).containsExactly(reason);
        assertThat(ranking.skipped().isEmpty()).isNotEqualTo(reason.startsWith("skipped"));
    }

    @Test
    void speaksGermanToo() {
        Ranking ranking = rank(CHEST_CT, List.of(study("1").on("2025-01-05").found(),
                study("2").described("Hand links").with("DX").found()));

        assertThat(ranking.relevant().getFirst().reason().text(Locale.GERMAN))
                .isEqualTo("gleiche Region, CT, 14 Monate alt");
        assertThat(ranking.skipped().getFirst().reason().text(Locale.GERMAN))
                .isEqualTo("ausgelassen: Hand, andere Region");
    }

    @Test
    void countsAmongLikeStudies() {
        Ranking ranking = rank(CHEST_CT,
                List.of(study("old").on("2023-03-10").found(), study("new").on("2025-01-05").found(),
                        study("older").on("2020-03-10").found(), study("x").with("DX").on("2026-03-01").found()));

        assertThat(reasons(ranking)).containsExactlyInAnyOrder("same region, CT, 14 months old, newest of 3",
                "same region, CT, 3 years old, number 2 of 3 from the newest",
                "same region, CT, 6 years old, number 3 of 3 from the newest", "same region, DX, 1 week old");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CT | CT Thorax       | CT:CT Thorax:2025-01-05       | DX:Rö Thorax:2025-01-05
            CT | CT Thorax       | CT:CT Thorax:2025-01-05       | CT:CT Thorax:2024-01-05
            CT | CT Thorax       | CT:CT Thorax:2020-01-05       | CT:CT Abdomen:2026-01-05
            CT | CT Thorax       | DX:Rö Thorax:2025-01-05       | CT:CT Abdomen:2026-01-05
            CT | CT Thorax       | MR:MRT Thorax:2025-01-05      | US:Sono Thorax:2025-01-05
            CT | CT Thorax       | US:Sono Thorax:2018-01-05     | CT:Kontrolle:2026-03-05
            CT | CT Thorax       | CT:CT Thorax:2025-01-05       | CT:Ganzkörper-CT:2025-01-05
            MR | MRT Knie links  | MR:MRT Knie links:2022-01-05  | MR:MRT Knie rechts:2026-01-05
            MR | MRT Knie links  | MR:MRT Knie:2025-01-05        | MR:MRT Knie rechts:2025-01-05
            MR | MRT LWS         | MR:MRT LWS:2020-01-05         | MR:MRT BWS:2025-01-05
            MG | MG Mamma bds.   | MG:MG Mamma bds.:2024-01-05   | US:US Mamma bds.:2024-01-05
            MG | MG Mamma bds.   | US:US Mamma bds.:2024-01-05   | CT:CT Mamma:2024-01-05
            DX | Rö Thorax       | CR:Rö Thorax:2024-01-05       | CT:CT Thorax:2024-01-05
            """)
    void ranksTheFirstHigher(String modality, String procedure, String first, String second) {
        Ranking ranking = rank(appointment(modality, procedure), List.of(parse("b", first), parse("a", second)));

        assertThat(uids(ranking)).containsExactly("b", "a");
        assertThat(ranking.relevant().getFirst().score()).isGreaterThan(ranking.relevant().getLast().score());
    }

    @Test
    void theExaminationItselfIsNoPrior() {
        Ranking ranking = rank(CHEST_CT,
                List.of(study("9.9").on("2026-03-10").found(), study("other").numbered(" ACC ").found()));

        assertThat(ranking.relevant()).isEmpty();
        assertThat(reasons(ranking)).containsOnly("skipped: this is the current examination");
    }

    @Test
    void anEarlierStudyOfTheSameDayIsAPrior() {
        Ranking ranking = rank(CHEST_CT, List.of(study("a").on("2026-03-10").atTime(8).found()));

        assertThat(uids(ranking)).containsExactly("a");
    }

    @Test
    void anAppointmentWithoutAccessionNumberIsNotMistakenForStudiesWithoutOne() {
        WorklistItem item = new WorklistItem("", "9.9", CHEST_CT.patient(), CHEST_CT.modalities(), "CT Thorax", "",
                CHEST_CT.scheduledStart(), CHEST_CT.urgency(), "ris", "", "", "");

        assertThat(uids(rank(item, List.of(study("a").numbered("").found())))).containsExactly("a");
    }

    @Test
    void takesNoMoreThanTheLimitAndSaysSo() {
        List<PriorCandidate> candidates = IntStream.rangeClosed(1, 7)
                .mapToObj(month -> study("m" + month).on("2025-0" + month + "-10").found())
                .toList();

        Ranking ranking = rank(CHEST_CT, candidates);

        assertThat(uids(ranking)).containsExactly("m7", "m6", "m5", "m4", "m3");
        assertThat(ranking.skipped().getFirst().reason().text())
                .isEqualTo("skipped: more relevant ones fill the limit of 5, same region, CT, 13 months old");
    }

    @Test
    void fillsNoFreePlaceWithSomethingIrrelevant() {
        Ranking ranking = rank(CHEST_CT,
                List.of(study("a").found(), study("b").described("CT Knie").found()));

        assertThat(uids(ranking)).containsExactly("a");
    }

    @Test
    void takesFewStudiesOfUnknownRegion() {
        List<PriorCandidate> candidates = IntStream.rangeClosed(1, 4)
                .mapToObj(month -> study("m" + month).described("Kontrolle").on("2025-0" + month + "-10").found())
                .toList();

        Ranking ranking = rank(CHEST_CT, candidates);

        assertThat(uids(ranking)).containsExactly("m4", "m3");
        assertThat(ranking.skipped().getFirst().reason().text())
                .startsWith("skipped: only 2 of unknown region are taken, region unknown");
    }

    @Test
    void readsTheBodyPartOfTheAppointment() {
        WorklistItem item = new WorklistItem("ACC", null, CHEST_CT.patient(), CHEST_CT.modalities(), "CT nativ",
                "KNEE", CHEST_CT.scheduledStart(), CHEST_CT.urgency(), "ris", "", "", "");

        assertThat(uids(rank(item, List.of(study("a").found(), study("b").described("Knie").found()))))
                .containsExactly("b");
    }

    @Test
    void aModalityThatIsNoCodeDoesNotReachTheReason() {
        Ranking ranking = rank(CHEST_CT, List.of(study("a").with("#prior.sameRegion", "{0}'").found()));

        assertThat(reasons(ranking)).containsExactly("same region, modality unknown, 14 months old");
    }

    @RepeatedTest(200)
    void everyCandidateGetsOnePlaceWhateverTheOrder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        WorklistItem item = randomAppointment(random);
        List<PriorCandidate> candidates = IntStream.range(0, random.nextInt(15))
                .mapToObj(i -> randomCandidate(i, random))
                .toList();
        RelevanceRules rules = new RelevanceRules(1 + random.nextInt(6), Period.ofYears(1 + random.nextInt(12)));
        List<PriorCandidate> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, random);

        Ranking ranking = new RelevanceRanker().rank(item, candidates, rules, TODAY);

        assertThat(new RelevanceRanker().rank(item, shuffled, rules, TODAY)).isEqualTo(ranking);
        assertThat(Stream.concat(ranking.relevant().stream().map(RankedPrior::candidate),
                ranking.skipped().stream().map(SkipReason::candidate)))
                .containsExactlyInAnyOrderElementsOf(candidates);
        assertThat(ranking.relevant().stream().filter(prior -> !isReport(prior)))
                .hasSizeLessThanOrEqualTo(rules.maxPriors());
        assertThat(ranking.relevant()).isSortedAccordingTo((a, b) -> b.score() - a.score())
                .allSatisfy(prior -> assertThat(prior.score()).isBetween(1, 100))
                .noneMatch(prior -> prior.candidate().studyDate().isAfter(TODAY));
        assertThat(ranking.skipped()).allSatisfy(skip -> assertThat(skip.score()).isBetween(0, 100));
        assertThat(reasons(ranking)).allSatisfy(reason -> assertThat(reason).isNotBlank());
    }

    private static boolean isReport(RankedPrior prior) {
        return prior.candidate().modalities().contains("SR");
    }

    @RepeatedTest(100)
    void ofTwoOtherwiseEqualStudiesTheNewerIsNeverRankedLower(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StudyExample example = study("old").on(TODAY.minusDays(random.nextInt(3000)).toString());
        PriorCandidate old = example.found();
        PriorCandidate young = new StudyExample("new", "regional", example.patient(), "",
                example.date().plusDays(1).isAfter(TODAY) ? TODAY : example.date().plusDays(1), null, "CT Thorax",
                example.modalities(), example.bodyParts(), 1).atTime(23).found();

        assertThat(uids(rank(CHEST_CT, List.of(old, young)))).containsExactly("new", "old");
    }

    private static PriorCandidate randomCandidate(int number, Random random) {
        String modality = pick(random, "CT", "MR", "DX", "US", "SR", "PT", "MG");
        String text = pick(random, "Thorax", "Abdomen", "Knie links", "Knie rechts", "Kopf", "", "Hand", "Ganzkörper");
        return study("uid" + number).with(modality)
                .described(text)
                .on(TODAY.minusDays(random.nextInt(4000) - 100L).toString())
                .at(pick(random, "a", "b"))
                .found();
    }

    private static WorklistItem randomAppointment(Random random) {
        return appointment(pick(random, "CT", "MR", "DX"), pick(random, "Thorax", "Knie links", "Kontrolle"));
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static PriorCandidate parse(String uid, String text) {
        String[] parts = text.split(":", 3);
        return study(uid).with(parts[0]).described(parts[1]).on(parts[2]).found();
    }

    private static Ranking rank(WorklistItem item, List<PriorCandidate> candidates) {
        return new RelevanceRanker().rank(item, candidates, RelevanceRules.DEFAULT, TODAY);
    }

    private static List<String> uids(Ranking ranking) {
        return ranking.relevant().stream().map(prior -> prior.candidate().ref().studyInstanceUid()).toList();
    }

    private static List<String> reasons(Ranking ranking) {
        return Stream.concat(ranking.relevant().stream().map(RankedPrior::reason),
                ranking.skipped().stream().map(SkipReason::reason)).map(reason -> reason.text()).toList();
    }
}
