package org.priorfetch.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.testing.StudyExample.appointment;
import static org.priorfetch.engine.testing.StudyExample.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.Availability;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.PrefetchPlan;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.SkipReason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.prior.RelevanceRanker;
import org.priorfetch.engine.testing.StudyExample;

class PrefetchPlannerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final WorklistItem ITEM = appointment("CT", "CT Thorax");
    private static final List<String> SOURCES = List.of("regional", "university");

    private static final IdentityDecision SAME = new IdentityDecision.Accept(Reason.of("identity.same"));
    private static final IdentityDecision GAP = new IdentityDecision.Hold(Reason.of("identity.sameId"));
    private static final IdentityDecision CONFLICT = new IdentityDecision.Hold(
            Reason.of("identity.sameId").and("identity.otherName"), true);
    private static final IdentityDecision OTHER = new IdentityDecision.Refuse(Reason.of("identity.otherDomain"));

    private final PrefetchPlanner planner = new PrefetchPlanner(new RelevanceRanker()::rank);

    @Test
    void fetchesWhatIsRelevantAndSaysWhyNotTheRest() {
        PrefetchPlan plan = plan(as(SAME, study("a")), as(SAME, study("b").described("Knie")),
                as(OTHER, study("c")));

        assertThat(rows(plan)).containsExactly("a regional FETCH same region, CT, 14 months old",
                "b regional SKIP skipped: knee, another region", "c regional SKIP patient ID of another domain");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            one study at two sources is one prior       | regional:100 university:100 | a regional FETCH
            the copy with most instances is preferred   | regional:90 university:100  | a university FETCH
            a counted copy is preferred to an uncounted | regional:-1 university:1    | a university FETCH
            then the order of the site decides          | university:-1 regional:-1   | a regional FETCH
            sources not in the order come last          | another:100 university:100  | a university FETCH
            no remote copy                              | pacs:-1                     | a pacs PRESENT
            the PACS has as many                        | regional:100 pacs:100       | a pacs PRESENT
            the PACS has more                           | regional:100 pacs:101       | a pacs PRESENT
            the PACS has fewer                          | regional:100 pacs:99        | a regional FETCH
            the PACS does not count                     | regional:100 pacs:-1        | a regional FETCH
            the source does not count                   | regional:-1 pacs:100        | a regional FETCH
            the fullest source is what counts           | regional:50 university:100 pacs:50 | a university FETCH
            """)
    void choosesAmongCopies(String name, String copies, String expected) {
        List<Identified> found = Stream.of(copies.split(" ", -1))
                .map(copy -> copy.split(":", 2))
                .map(copy -> as(SAME, study("a").at(copy[0]).counting(Integer.parseInt(copy[1]))))
                .toList();

        PrefetchPlan plan = plan(found);

        assertThat(rows(plan)).singleElement().asString().startsWith(expected);
        boolean partly = copies.contains("pacs") && expected.endsWith("FETCH");
        assertThat(rows(plan).getFirst().endsWith(", partly here")).isEqualTo(partly);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            what is at hand goes before a slow store   | regional:NEARLINE university:ONLINE | a university FETCH same region, CT, 14 months old
            a slow store is better than none           | regional:NEARLINE                   | a regional FETCH same region, CT, 14 months old, the archive must fetch it from a slow store first
            so is a person who must bring it           | regional:OFFLINE                    | a regional FETCH same region, CT, 14 months old, the archive must have it brought by hand first
            what cannot be had is skipped              | regional:UNAVAILABLE                | a regional SKIP the archive says that it cannot hand it out
            but another copy of it is fetched          | regional:UNAVAILABLE university:OFFLINE | a university FETCH same region, CT, 14 months old, the archive must have it brought by hand first
            and what is not said is taken as at hand   | regional:UNKNOWN                    | a regional FETCH same region, CT, 14 months old
            """)
    void asksWhereItCanBeHadSoonest(String name, String copies, String expected) {
        List<Identified> found = Stream.of(copies.split(" ", -1))
                .map(copy -> copy.split(":", 2))
                .map(copy -> new Identified(
                        study("a").at(copy[0]).found().available(Availability.valueOf(copy[1])), SAME, ""))
                .toList();
        assertThat(rows(plan(found))).containsExactly(expected);
    }

    @Test
    void whatCannotBeHadIsSaidToBeMissingOnlyWhereItIsRelevant() {
        Identified foot = new Identified(study("a").described("CT foot").found().available(Availability.UNAVAILABLE),
                SAME, "");

        assertThat(plan(List.of(foot)).skipped()).singleElement()
                .satisfies(skip -> assertThat(skip.reason().has(Reason.UNAVAILABLE)).isFalse());
    }

    /** Nor may it take the place of one that can be had. */
    @Test
    void whatCannotBeHadTakesNobodysPlace() {
        List<Identified> found = new ArrayList<>();
        for (String uid : List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")) {
            found.add(new Identified(study(uid).found().available(Availability.UNAVAILABLE), SAME, ""));
        }
        found.add(as(SAME, study("z")));
        found.add(as(GAP, study("y")));

        assertThat(plan(found).fetch()).extracting(prior -> prior.candidate().ref().studyInstanceUid())
                .containsExactly("z");
        assertThat(plan(found).held()).extracting(skip -> skip.candidate().ref().studyInstanceUid())
                .containsExactly("y");
    }

    @Test
    void whatThePacsHasIsNotMissingWhereNobodyCounts() {
        List<Identified> found = List.of(as(SAME, study("a").inPacs().counting(-1)),
                new Identified(study("a").counting(10).found().available(Availability.UNAVAILABLE), SAME, ""));

        assertThat(plan(found).present()).hasSize(1);
    }

    @Test
    void safetyRule8ListsTheCopiesByWhichThePresentIsProven() {
        PrefetchPlan plan = plan(as(SAME, study("a").inPacs()), as(SAME, study("a")),
                as(SAME, study("a").at("university").counting(7)), as(OTHER, study("a").at("third")),
                as(SAME, study("b").inPacs()));

        assertThat(plan.present()).hasSize(2);
        assertThat(plan.unproven()).extracting(prior -> prior.candidate().ref().source())
                .containsExactly("regional", "university");
    }

    @Test
    void ranksWhatThePacsHoldsAmongTheCandidates() {
        Identified[] found = IntStream.rangeClosed(1, 7)
                .mapToObj(month -> study("m" + month).on("2025-0" + month + "-10"))
                .map(study -> as(SAME, study.date().getMonthValue() % 2 == 0 ? study.inPacs() : study))
                .toArray(Identified[]::new);

        PrefetchPlan plan = plan(found);

        assertThat(uidsOf(plan.fetch())).containsExactly("m7", "m5", "m3");
        assertThat(uidsOf(plan.present())).containsExactly("m6", "m4");
        assertThat(plan.skipped()).hasSize(2);
    }

    @Test
    void ofWhatIsSkippedAlikeTheNewestComesFirstAndThenWhatIsSomebodyElses() {
        PrefetchPlan plan = plan(as(OTHER, study("z")), as(OTHER, study("y")),
                as(SAME, study("a").described("Knie").on("2020-01-01")),
                as(SAME, study("b").described("Knie").on("2025-01-01")));

        assertThat(plan.skipped()).extracting(skip -> skip.candidate().ref().studyInstanceUid())
                .containsExactly("b", "a", "y", "z");
    }

    @Test
    void holdsWhatLacksProofOnlyWhenItWouldMatter() {
        PrefetchPlan plan = plan(as(GAP, study("a")), as(GAP, study("b").described("Knie")));

        assertThat(rows(plan)).containsExactly("a regional HOLD same ID",
                "b regional SKIP skipped: knee, another region");
    }

    @Test
    void safetyRule2AlwaysHoldsTheSameIdWithDisagreeingDemographics() {
        PrefetchPlan plan = plan(as(CONFLICT, study("a").described("Knie")),
                as(CONFLICT, study("b").on("1990-01-01")), as(CONFLICT, study("c").with("SR")),
                as(SAME, study("d")), as(CONFLICT, study("d").at("university")),
                as(CONFLICT, study("e").described("Knie").inPacs()));

        assertThat(plan.held()).extracting(skip -> skip.candidate().ref().studyInstanceUid())
                .containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        assertThat(plan.fetch()).isEmpty();
        assertThat(plan.skipped()).isEmpty();
    }

    @Test
    void aHeldStudyTakesNoPlaceFromACertainOne() {
        Stream<Identified> certain = IntStream.rangeClosed(1, 5)
                .mapToObj(month -> as(SAME, study("m" + month).on("2025-0" + month + "-10")));
        Identified held = as(GAP, study("held").on("2026-01-10"));

        PrefetchPlan plan = plan(Stream.concat(certain, Stream.of(held)).toList());

        assertThat(plan.fetch()).hasSize(5);
        assertThat(plan.held()).hasSize(1);
    }

    @Test
    void prefersACopyThatIsCertain() {
        PrefetchPlan plan = plan(as(GAP, study("a").counting(200)), as(SAME, study("a").at("university")));

        assertThat(rows(plan)).singleElement().asString().startsWith("a university FETCH");
    }

    @ParameterizedTest(name = "PACS: {0}, relevant: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            OTHER    | true  | a regional HOLD the PACS holds this study for another patient, patient ID of another domain
            OTHER    | false | a regional SKIP skipped: knee, another region
            GAP      | true  | a regional HOLD the PACS holds this study for a patient who is not proven the same, same ID
            GAP      | false | a regional SKIP skipped: knee, another region
            CONFLICT | true  | a regional HOLD the PACS holds this study for another patient, same ID, other name
            CONFLICT | false | a regional HOLD the PACS holds this study for another patient, same ID, other name
            """)
    void safetyRule6HoldsAStudyThatThePacsHoldsForSomebodyElse(String inPacs, boolean relevant, String expected) {
        StudyExample study = study("a").described(relevant ? "CT Thorax" : "Knie");

        PrefetchPlan plan = plan(as(SAME, study), as(decision(inPacs), study.inPacs()));

        assertThat(rows(plan)).containsExactly(expected);
    }

    @Test
    void safetyRule6HoldsEvenAWholeStudyOfADoubtfulPatientInThePacs() {
        PrefetchPlan plan = plan(as(GAP, study("a").inPacs()));

        assertThat(plan.held()).hasSize(1);
    }

    @Test
    void somebodyElsesStudyInThePacsConcernsNobodyWhenNoSourceHasIt() {
        PrefetchPlan plan = plan(as(OTHER, study("a").inPacs()), as(OTHER, study("a")));

        assertThat(rows(plan)).containsExactly("a pacs SKIP patient ID of another domain");
    }

    @ParameterizedTest(name = "source {0}, given {1}, PACS {2} -> {3}")
    @CsvSource(delimiter = '|', textBlock = """
            A1 | ''     | ''     | PRESENT
            A1 | ''     | A1     | PRESENT
            A1 | ''     | ' A1 ' | PRESENT
            A1 | ''     | B2     | HOLD
            A1 | REG-A1 | REG-A1 | PRESENT
            A1 | REG-A1 | A1     | PRESENT
            A1 | REG-A1 | ''     | HOLD
            A1 | A1     | ''     | HOLD
            '' | ''     | B2     | HOLD
            """)
    void safetyRule6HoldsAStudyUnderAnotherAccessionNumber(String source, String given, String pacs, PriorState state) {
        PrefetchPlan plan = plan(new Identified(study("a").numbered(source).found(), SAME, given),
                as(SAME, study("a").numbered(pacs).inPacs()));

        assertThat(plan.priorsOf("ACC")).extracting(AppointmentPrior::state).containsExactly(state);
    }

    @Test
    void safetyRule6TakesTheNumberThatAnotherSourceExplains() {
        PrefetchPlan plan = plan(as(SAME, study("a").numbered("A1").counting(200)),
                as(SAME, study("a").at("university").numbered("U7")),
                as(SAME, study("a").numbered("U7").counting(100).inPacs()));

        assertThat(rows(plan)).singleElement().asString().startsWith("a regional FETCH");
    }

    @Test
    void theExaminationItselfIsNoPriorWhereverItLies() {
        PrefetchPlan plan = plan(as(SAME, study("9.9").inPacs()), as(SAME, study("9.9")),
                as(SAME, study("b").numbered("ACC")));

        assertThat(plan.skipped()).hasSize(2);
        assertThat(plan.priorsOf("ACC")).extracting(AppointmentPrior::state).containsOnly(PriorState.SKIP);
    }

    @RepeatedTest(300)
    void everyStudyStandsInOneListAndNothingDoubtfulIsTaken(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<StudyRef, Identified> byPlace = new LinkedHashMap<>();
        IntStream.range(0, random.nextInt(20))
                .mapToObj(i -> random(random))
                .forEach(copy -> byPlace.put(copy.candidate().ref(), copy));
        List<Identified> found = List.copyOf(byPlace.values());
        List<Identified> shuffled = new ArrayList<>(found);
        Collections.shuffle(shuffled, random);

        PrefetchPlan plan = plan(found);

        assertThat(plan(shuffled)).isEqualTo(plan);
        assertThat(plan.priorsOf("ACC").stream().map(prior -> prior.ref().studyInstanceUid()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        new TreeSet<>(found.stream().map(Identified::studyInstanceUid).toList()));
        assertThat(plan.fetch()).allSatisfy(prior -> assertThat(found)
                .filteredOn(copy -> copy.studyInstanceUid().equals(prior.candidate().ref().studyInstanceUid()))
                .noneMatch(copy -> copy.identity().equals(CONFLICT))
                .noneMatch(copy -> copy.isLocal() && !copy.identity().equals(SAME))
                .anyMatch(copy -> copy.candidate().equals(prior.candidate()) && copy.identity().equals(SAME)));
        assertThat(found).filteredOn(copy -> copy.identity().equals(CONFLICT))
                .allSatisfy(copy -> assertThat(uidsHeld(plan)).contains(copy.studyInstanceUid()));
    }

    private static Identified random(Random random) {
        StudyExample study = study("uid" + random.nextInt(6)).at(pick(random, "regional", "university", "pacs"))
                .counting(random.nextInt(4) - 1)
                .numbered(pick(random, "", "", "A1"))
                .described(pick(random, "CT Thorax", "CT Thorax", "Knie"));
        return as(decision(pick(random, "SAME", "SAME", "SAME", "GAP", "CONFLICT", "OTHER")), study);
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static IdentityDecision decision(String name) {
        return switch (name) {
            case "GAP" -> GAP;
            case "CONFLICT" -> CONFLICT;
            case "OTHER" -> OTHER;
            default -> SAME;
        };
    }

    private static Identified as(IdentityDecision decision, StudyExample study) {
        return Identified.inPacs(study.found(), decision);
    }

    private PrefetchPlan plan(Identified... found) {
        return plan(List.of(found));
    }

    private PrefetchPlan plan(List<Identified> found) {
        return planner.plan(ITEM, found, RelevanceRules.DEFAULT, TODAY, SOURCES);
    }

    private static List<String> rows(PrefetchPlan plan) {
        return plan.priorsOf("ACC")
                .stream()
                .map(prior -> prior.ref().studyInstanceUid() + " " + prior.ref().source() + " " + prior.state() + " "
                        + prior.reason().text())
                .toList();
    }

    private static List<String> uidsOf(List<RankedPrior> priors) {
        return priors.stream().map(prior -> prior.candidate().ref().studyInstanceUid()).toList();
    }

    private static List<String> uidsHeld(PrefetchPlan plan) {
        return plan.held().stream().map(SkipReason::candidate).map(held -> held.ref().studyInstanceUid()).toList();
    }
}
