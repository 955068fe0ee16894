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
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Companion;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.Ranking;
import org.priorfetch.engine.model.RelevancePair;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.Selection;
import org.priorfetch.engine.model.SelectionChange;
import org.priorfetch.engine.model.SkipReason;
import org.priorfetch.engine.model.WorklistItem;

/** Which of the relevant studies are taken. */
class SelectionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final WorklistItem CHEST_CT = appointment("CT", "CT Thorax");
    private static final Set<Companion> REPORTS = Set.of(Companion.REPORTS);

    private static RelevanceRules rules(Selection selection) {
        return new RelevanceRules(5, Period.ofYears(10), selection, List.of(), List.of());
    }

    private static Selection selection(int newest, @Nullable Integer oldest, int unknown, int recent) {
        return new Selection(newest, oldest, unknown, recent, REPORTS);
    }

    /** One of each year before, the newest first: y1, y2 and so on. */
    private static List<PriorCandidate> yearly(int years, String modality, String description) {
        return IntStream.rangeClosed(1, years)
                .mapToObj(year -> study("y" + year).with(modality)
                        .described(description)
                        .on(TODAY.minusYears(year).toString())
                        .found())
                .toList();
    }

    @Test
    void theNewestBeatAnyTimeWindow() {
        RelevanceRules lastYear = new RelevanceRules(5, Period.ofMonths(6));
        List<PriorCandidate> old = yearly(5, "CT", "CT Thorax");

        assertThat(uids(rank(CHEST_CT, old, lastYear))).containsExactly("y1", "y2", "y3");
        assertThat(reasons(rank(CHEST_CT, old, lastYear)))
                .contains("same region, CT, 12 months old, newest of 3, older than the limit, but one of the newest 3",
                        "skipped: older than the limit, 4 years old");
    }

    @Test
    void newerOnesCountAmongTheNewest() {
        RelevanceRules rules = new RelevanceRules(5, Period.ofYears(10), selection(2, 0, 2, 0), List.of(), List.of());
        List<PriorCandidate> found = List.of(study("new").on("2026-01-10").found(),
                study("old").on("2014-01-10").found(), study("older").on("2013-01-10").found());

        assertThat(uids(rank(CHEST_CT, found, rules))).containsExactly("new", "old");
    }

    @Test
    void aSiteCanInsistOnItsWindow() {
        RelevanceRules strict = new RelevanceRules(5, Period.ofMonths(6), selection(0, 0, 2, 0), List.of(), List.of());

        assertThat(uids(rank(CHEST_CT, yearly(3, "CT", "CT Thorax"), strict))).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}, oldest {2}: {3}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            CT | CT Thorax      | - | y1 y2 y3 y4 y9
            MR | MRT Kopf       | - | y1 y2 y3 y4 y9
            DX | Rö Thorax      | - | y1 y2 y3 y4 y9
            US | Sono Abdomen   | - | y1 y2 y3 y4 y5
            MG | Mammographie   | - | y1 y2 y3 y4 y5
            US | Sono Abdomen   | 1 | y1 y2 y3 y4 y9
            CT | CT Thorax      | 0 | y1 y2 y3 y4 y5
            CT | CT Thorax      | 2 | y1 y2 y3 y8 y9
            CT | CT Thorax      | 9 | y1 y2 y3 y8 y9
            """)
    void theOldestIsTakenForComparison(String modality, String description, @Nullable Integer oldest, String taken) {
        Ranking ranking = rank(appointment(modality, description), yearly(9, modality, description),
                rules(selection(3, oldest, 2, 0)));

        assertThat(String.join(" ", uids(ranking))).isEqualTo(taken);
        assertThat(reasons(ranking).stream().anyMatch(reason -> reason.endsWith("oldest, for comparison")))
                .isEqualTo(taken.contains("y9"));
    }

    @Test
    void theOldestWithinTheWindowIsTheBaseline() {
        assertThat(uids(rank(CHEST_CT, yearly(14, "CT", "CT Thorax"), RelevanceRules.DEFAULT)))
                .containsExactly("y1", "y2", "y3", "y4", "y10");
    }

    @Test
    void aStudyWithoutDateIsNoBaseline() {
        List<PriorCandidate> found = new ArrayList<>(yearly(7, "CT", "CT Thorax"));
        found.add(study("undated").on(null).found());

        assertThat(uids(rank(CHEST_CT, found, RelevanceRules.DEFAULT))).contains("y7").doesNotContain("undated");
    }

    @ParameterizedTest
    @CsvSource({"1, y1", "2, y1 y2", "3, y1 y2 y3", "4, y1 y2 y3 y9"})
    void fewPlacesGoToTheNewest(int places, String taken) {
        RelevanceRules few = new RelevanceRules(places, Period.ofYears(10));

        assertThat(String.join(" ", uids(rank(CHEST_CT, yearly(9, "CT", "CT Thorax"), few)))).isEqualTo(taken);
    }

    @Test
    void manyOfOneKindDoNotCrowdOutTheFirstOfAnother() {
        List<PriorCandidate> found = new ArrayList<>(yearly(8, "CT", "CT Abdomen"));
        found.add(study("mr").with("MR").described("MRT Leber").on("2024-01-10").found());

        assertThat(uids(rank(appointment("CT", "CT Abdomen"), found, RelevanceRules.DEFAULT)))
                .containsExactlyInAnyOrder("y1", "y2", "y3", "mr", "y8");
    }

    @Test
    void oneHeavyStudyOfAFurtherKindIsEnough() {
        Ranking ranking = rank(appointment("CT", "CT Abdomen"), yearly(3, "MR", "MRT Leber"), RelevanceRules.DEFAULT);

        assertThat(uids(ranking)).containsExactly("y1");
        assertThat(reasons(ranking)).contains(
                "skipped: 1 of this kind are enough, same region, MR, 2 years old");
    }

    @Test
    void whatIsCalledTheSameIsComparedThoughNobodyKnowsWhatItShows() {
        Ranking ranking = rank(appointment("CT", "Hausprotokoll 7"),
                List.of(study("a").described("HAUSPROTOKOLL  7").found(), study("b").described("Kontrolle").found()),
                RelevanceRules.DEFAULT);

        assertThat(reasons(ranking)).containsExactly("same description, CT, 14 months old",
                "region unknown, CT, 14 months old");
    }

    @Test
    void recentOnesFillFreePlacesOnlyWhereTheSiteWantsIt() {
        List<PriorCandidate> found = List.of(study("a").found(),
                study("hand").with("DX").described("Hand links").on("2026-03-08").found(),
                study("foot").with("DX").described("Fuß links").on("2026-01-08").found(),
                study("old").with("DX").described("Fuß rechts").on("2010-01-08").found());

        assertThat(uids(rank(CHEST_CT, found, RelevanceRules.DEFAULT))).containsExactly("a");
        assertThat(uids(rank(CHEST_CT, found, rules(selection(3, 1, 2, 1))))).containsExactly("a", "hand");
        Ranking ranking = rank(CHEST_CT, found, rules(selection(3, 1, 2, 9)));
        assertThat(uids(ranking)).containsExactly("a", "hand", "foot");
        assertThat(reasons(ranking)).contains(
                "recent, fills a free place, hand, another region, DX, 2 days old");
        RelevanceRules two = new RelevanceRules(2, Period.ofYears(10), selection(3, 1, 2, 9), List.of(), List.of());
        assertThat(uids(rank(CHEST_CT, found, two))).containsExactly("a", "hand");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "4, 3"})
    void theCapOnUnknownRegionsIsTheSites(int cap, int taken) {
        List<PriorCandidate> found = yearly(3, "CT", "Kontrolle");

        assertThat(uids(rank(CHEST_CT, found, rules(selection(3, 1, cap, 0))))).hasSize(taken);
    }

    @Test
    void aSitesPairIsKeptToItsModalitiesAndDirection() {
        RelevanceRules rules = new RelevanceRules(5, Period.ofYears(10), Selection.DEFAULT,
                List.of(new RelevancePair("Shoulder and neck", List.of("MR"), List.of(BodyRegion.SHOULDER),
                        List.of("MR", "CT"), List.of(BodyRegion.CERVICAL_SPINE))),
                List.of());
        PriorCandidate neck = study("a").with("MR").described("MRT HWS").on("2026-02-10").found();
        PriorCandidate shoulder = study("a").with("MR").described("MRT Schulter links").on("2026-02-10").found();

        assertThat(reasons(rank(appointment("MR", "MRT Schulter links"), List.of(neck), rules)))
                .containsExactly("paired with shoulder: cervical spine MR, by the pair Shoulder and neck, 1 month old");
        assertThat(uids(rank(appointment("DX", "Schulter links"), List.of(neck), rules))).isEmpty();
        assertThat(uids(rank(appointment("MR", "MRT HWS"), List.of(shoulder), rules))).isEmpty();
        assertThat(uids(rank(appointment("MR", "MRT Schulter links"), List.of(neck), RelevanceRules.DEFAULT)))
                .isEmpty();
    }

    @Test
    void aRuleThatDecidedIsNamed() {
        RelevanceRules rules = new RelevanceRules(5, Period.ofYears(10),
                List.of(new RelevanceRule("Chest", List.of("CT"), List.of(), List.of(), 1, null,
                        new SelectionChange(1, null, null, null, Set.of()))));
        Ranking ranking = rank(CHEST_CT, List.of(study("a").found(), study("b").on("2020-01-01").found(),
                study("r").with("SR").found()), rules);

        assertThat(reasons(ranking)).containsExactly("same region, CT, 14 months old, newest of 2, by the rule Chest",
                "skipped: more relevant ones fill the limit of 1 of the rule Chest, same region, CT, 6 years old",
                "skipped: report, not wanted by the settings");
        assertThat(ranking.relevant().getFirst().reason().text(Locale.GERMAN))
                .isEqualTo("gleiche Region, CT, 14 Monate alt, neueste von 2, nach der Regel Chest");
    }

    @Test
    void reportsComeAlongAndTakeNoPlace() {
        RelevanceRules one = new RelevanceRules(1, Period.ofYears(10));
        List<PriorCandidate> found = List.of(study("ct").numbered("A1").on("2025-01-05").found(),
                study("of-it").with("SR").described("Befund").numbered("A1").on("2025-01-06").found(),
                study("same-day").with("DOC").described("Arztbrief").on("2025-01-05").found(),
                study("other-day").with("DOC").described("Arztbrief").on("2025-02-05").found(),
                study("chest").with("SR", "DOC").described("Thorax").on("2024-01-05").found(),
                study("knee").with("SR").described("Knie").on("2025-01-05").found());

        Ranking ranking = rank(CHEST_CT, found, one);

        assertThat(uids(ranking)).containsExactlyInAnyOrder("ct", "of-it", "same-day", "chest");
        assertThat(reasons(ranking)).contains("report, belongs to a study that is taken, 14 months old",
                "report, same region, 2 years old", "skipped: report, another region",
                "skipped: report, region unknown");
    }

    @Test
    void otherCompanionsComeWhereTheSiteWantsThem() {
        Selection all = new Selection(3, 1, 2, 0, Set.of(Companion.values()));
        List<PriorCandidate> found = List.of(study("ko").with("KO").found(), study("pr").with("PR").found(),
                study("dose").with("SR").described("Dose Report Thorax").found());

        assertThat(uids(rank(CHEST_CT, found, RelevanceRules.DEFAULT))).isEmpty();
        assertThat(uids(rank(CHEST_CT, found, rules(all)))).containsExactlyInAnyOrder("ko", "pr", "dose");
    }

    @RepeatedTest(200)
    void whateverTheRulesEveryCandidateGetsOnePlaceAndTheLimitHolds(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        RelevanceRules rules = new RelevanceRules(1 + random.nextInt(6), Period.ofYears(1 + random.nextInt(12)),
                new Selection(random.nextInt(5), random.nextBoolean() ? null : random.nextInt(4), random.nextInt(3),
                        random.nextInt(3), random.nextBoolean() ? REPORTS : Set.of()),
                List.of(), List.of());
        List<PriorCandidate> candidates = IntStream.range(0, random.nextInt(25))
                .mapToObj(number -> any(number, random))
                .toList();
        List<PriorCandidate> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, random);
        WorklistItem item = appointment(pick(random, "CT", "MR", "DX"), pick(random, "Thorax", "Knie links", "Xyz"));

        Ranking ranking = rank(item, candidates, rules);

        assertThat(rank(item, shuffled, rules)).isEqualTo(ranking);
        assertThat(Stream.concat(ranking.relevant().stream().map(RankedPrior::candidate),
                ranking.skipped().stream().map(SkipReason::candidate)))
                .containsExactlyInAnyOrderElementsOf(candidates);
        assertThat(ranking.relevant().stream().filter(prior -> !prior.candidate().modalities().contains("SR")))
                .hasSizeLessThanOrEqualTo(rules.maxPriors());
        assertThat(ranking.relevant()).isSortedAccordingTo((a, b) -> b.score() - a.score())
                .allSatisfy(prior -> assertThat(prior.score()).isBetween(1, 100));
        assertThat(Stream.concat(ranking.relevant().stream().map(RankedPrior::reason),
                ranking.skipped().stream().map(SkipReason::reason)))
                .allSatisfy(reason -> assertThat(reason.text(Locale.GERMAN)).isNotBlank().doesNotContain("\n", "{"));
    }

    private static PriorCandidate any(int number, Random random) {
        return study("uid" + number).with(pick(random, "CT", "MR", "DX", "US", "SR", "PT", "NM"))
                .described(pick(random, "Thorax", "Abdomen", "Knie links", "Knie rechts", "Xyz", "Hand", "Ganzkörper"))
                .numbered(pick(random, "", "", "A1", "A2"))
                .on(random.nextInt(8) == 0 ? null : TODAY.minusDays(random.nextInt(5000) - 100L).toString())
                .found();
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static Ranking rank(WorklistItem item, List<PriorCandidate> candidates, RelevanceRules rules) {
        return new RelevanceRanker().rank(item, candidates, rules, TODAY);
    }

    private static List<String> uids(Ranking ranking) {
        return ranking.relevant().stream().map(prior -> prior.candidate().ref().studyInstanceUid()).toList();
    }

    private static List<String> reasons(Ranking ranking) {
        return Stream.concat(ranking.relevant().stream().map(RankedPrior::reason),
                ranking.skipped().stream().map(SkipReason::reason)).map(reason -> reason.text()).toList();
    }
}
