package org.priorfetch.engine.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.prior.Practice.prior;

import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.PastAppointment;
import org.priorfetch.engine.model.PriorFeedback.Kind;
import org.priorfetch.engine.model.RelevancePair;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.RuleSuggestion;
import org.priorfetch.engine.model.Selection;

class RuleAdvisorTest {

    private static final RelevanceRules USUAL = RelevanceRules.DEFAULT;
    private static final Practice.Prior SHOULDER = prior("MR", "MR Shoulder left", 0);

    private final Practice practice = new Practice();

    private static RuleSuggestion only(List<RuleSuggestion> suggestions) {
        assertThat(suggestions).hasSize(1);
        return suggestions.getFirst();
    }

    private RuleSuggestion onlyFor(RelevanceRules rules) {
        return only(practice.suggest(rules));
    }

    private void assertThatItHelps(RuleSuggestion suggestion, RelevanceRules rules, int gained) {
        Wishes wishes = practice.wishes();
        assertThat(Practice.taken(wishes, suggestion.appliedTo(rules), true)
                - Practice.taken(wishes, rules, true)).isEqualTo(gained);
    }

    @Test
    void nothingIsSuggestedWhereNobodyDidAnything() {
        practice.appointment(0, "CT", "CT Abdomen", prior("CT", "CT Abdomen", 1));

        assertThat(practice.suggest(USUAL)).isEmpty();
        assertThat(new Practice().suggest(USUAL)).isEmpty();
    }

    @Test
    void nothingIsSuggestedForWhatTheRulesDoAnyway() {
        practice.often(20, Kind.OPENED, "CT", "CT Abdomen", prior("CT", "CT Abdomen", 1))
                .often(20, Kind.FETCHED, "CT", "CT Chest", prior("CT", "CT Chest", 1));

        assertThat(practice.suggest(USUAL)).isEmpty();
    }

    @Test
    void anotherRegionThatIsFetchedAgainAndAgainBecomesAPair() {
        practice.often(6, Kind.FETCHED, "MR", "MR Cervical spine", SHOULDER);

        RuleSuggestion pair = onlyFor(USUAL);

        assertThat(pair.kind()).isEqualTo(RuleSuggestion.Kind.PAIR);
        assertThat(pair.pair()).isEqualTo(new RelevancePair("MR cervical spine MR shoulder", List.of("MR"),
                List.of(BodyRegion.CERVICAL_SPINE), List.of("MR"), List.of(BodyRegion.SHOULDER)));
        assertThat(pair.rule()).isNull();
        assertThat(pair.cases()).isEqualTo(6);
        assertThat(pair.people()).isEqualTo(3);
        assertThat(pair.why().text(Locale.ENGLISH)).isEqualTo("MR cervical spine: people fetched by hand or opened MR"
                + " shoulder 6 times within 11 days. No rule takes it.");
        assertThat(pair.proposal().text(Locale.ENGLISH)).isEqualTo("Compare MR cervical spine with MR shoulder");
        assertThatItHelps(pair, USUAL, 6);
    }

    @Test
    void whatIsOpenedCountsLikeWhatIsFetched() {
        practice.often(3, Kind.FETCHED, "MR", "MR Cervical spine", SHOULDER)
                .often(3, Kind.OPENED, "MR", "MR Cervical spine", SHOULDER);

        assertThat(onlyFor(USUAL).cases()).isEqualTo(6);
    }

    @Test
    void radiographsAreOneKindWhateverTheirCode() {
        practice.often(3, Kind.FETCHED, "CR", "Shoulder left", prior("DX", "Hand left", 0))
                .often(3, Kind.FETCHED, "DX", "Shoulder left", prior("CR", "Hand left", 0));

        RelevancePair pair = onlyFor(USUAL).pair();

        assertThat(pair).isNotNull();
        assertThat(pair.modalities()).containsExactly("CR", "DX");
        assertThat(pair.priors()).containsExactly("CR", "DX");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void fewTimesAreNoHabit(int times) {
        practice.often(times, Kind.FETCHED, "MR", "MR Cervical spine", SHOULDER);

        assertThat(practice.suggest(USUAL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, false", "5, false", "9, false", "10, true"})
    void onePersonNeedsToDoItMoreOften(int times, boolean suggested) {
        for (int time = 0; time < times; time++) {
            practice.does("one", Kind.FETCHED, practice.appointment(time, "MR", "MR Cervical spine", SHOULDER), 0);
        }

        assertThat(practice.suggest(USUAL)).hasSize(suggested ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true"})
    void whatHappensOnOneOrTwoDaysIsNoHabit(int days, boolean suggested) {
        for (int time = 0; time < 12; time++) {
            practice.does("person" + time % 4, Kind.FETCHED,
                    practice.appointment(time % days, "MR", "MR Cervical spine", SHOULDER), 0);
        }

        assertThat(practice.suggest(USUAL)).hasSize(suggested ? 1 : 0);
    }

    @Test
    void oneAppointmentWithManyStudiesIsOneCase() {
        PastAppointment past = practice.appointment(0, "MR", "MR Cervical spine", SHOULDER, SHOULDER, SHOULDER,
                SHOULDER, SHOULDER, SHOULDER);
        for (int study = 0; study < 6; study++) {
            practice.does("person" + study, Kind.FETCHED, past, study);
        }

        assertThat(practice.suggest(USUAL)).isEmpty();
    }

    @Test
    void oneStudyThatIsFetchedForManyAppointmentsIsOneCase() {
        var study = practice.study(SHOULDER, 0);
        for (int day = 0; day < 12; day++) {
            practice.does("person" + day % 3, Kind.FETCHED, practice.appointment(day, "MR", "MR Cervical spine"),
                    study);
        }

        assertThat(practice.suggest(USUAL)).isEmpty();
    }

    @Test
    void aStudyThatNoSearchHadFoundCountsAsWell() {
        for (int day = 0; day < 6; day++) {
            practice.does("person" + day % 3, Kind.FETCHED, practice.appointment(day, "MR", "MR Cervical spine"),
                    practice.study(SHOULDER, day));
        }

        assertThat(onlyFor(USUAL).cases()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"6, 0, true", "8, 2, true", "8, 3, false", "6, 6, false", "6, 20, false"})
    void whatSomeSkipAndOthersFetchIsNotSuggested(int fetched, int skipped, boolean suggested) {
        practice.often(fetched, Kind.FETCHED, "MR", "MR Cervical spine", SHOULDER)
                .often(skipped, Kind.SKIPPED, "MR", "MR Cervical spine", SHOULDER);

        assertThat(practice.suggest(USUAL)).hasSize(suggested ? 1 : 0);
    }

    @Test
    void theLastWordOnAStudyCounts() {
        for (int day = 0; day < 6; day++) {
            PastAppointment past = practice.appointment(day, "MR", "MR Cervical spine", SHOULDER);
            practice.does("person" + day % 3, Kind.FETCHED, past, 0).does("other", Kind.SKIPPED, past, 0);
        }

        assertThat(practice.wishes().wanted(true)).isEmpty();
        assertThat(practice.wishes().wanted(false)).hasSize(6);
        assertThat(practice.suggest(USUAL)).isEmpty();
    }

    @Test
    void aModalityThatTheRuleLeavesOutIsAdmitted() {
        RelevanceRule breast = new RelevanceRule("Mammography", List.of("MG"), List.of(BodyRegion.BREAST),
                List.of("MG"), 4, null);
        RelevanceRules rules = new RelevanceRules(5, Period.ofYears(10), List.of(breast));
        practice.often(7, Kind.FETCHED, "MG", "Mammography both sides", prior("US", "Breast ultrasound", 0));

        RuleSuggestion wider = onlyFor(rules);

        assertThat(wider.kind()).isEqualTo(RuleSuggestion.Kind.MODALITY);
        assertThat(wider.replaces()).isTrue();
        assertThat(wider.rule()).isEqualTo(new RelevanceRule("Mammography", List.of("MG"), List.of(BodyRegion.BREAST),
                List.of("MG", "US"), 4, null));
        assertThat(wider.appliedTo(rules).rules()).containsExactly(wider.rule());
        assertThat(wider.why().text(Locale.ENGLISH)).contains("US 7 times").contains("The rule Mammography");
        assertThatItHelps(wider, rules, 7);
    }

    @Test
    void aBroadRuleIsNotChangedForAllButPrecededByOneForTheseAppointments() {
        RelevanceRule broad = new RelevanceRule("Cross-sectional", List.of("CT", "MR"), List.of(), List.of("CT", "MR"),
                4, Period.ofYears(8));
        RelevanceRule other = new RelevanceRule("Hands", List.of(), List.of(BodyRegion.HAND), List.of(), 2, null);
        RelevanceRules rules = new RelevanceRules(5, Period.ofYears(10), List.of(other, broad));
        practice.often(7, Kind.FETCHED, "CT", "CT Chest", prior("DX", "Chest", 0));

        RuleSuggestion narrower = onlyFor(rules);

        assertThat(narrower.replaces()).isFalse();
        assertThat(narrower.rule()).isEqualTo(new RelevanceRule("CT chest", List.of("CT"), List.of(BodyRegion.CHEST),
                List.of("CT", "MR", "DX"), 4, Period.ofYears(8)));
        assertThat(narrower.appliedTo(rules).rules()).containsExactly(other, narrower.rule(), broad);
        assertThatItHelps(narrower, rules, 7);
    }

    @Test
    void olderStudiesThatAreFetchedMoveTheLimit() {
        RelevanceRules rules = new RelevanceRules(8, Period.ofYears(3), new Selection(1, 0, 2, 0, Set.of()),
                List.of(), List.of());
        for (int day = 0; day < 6; day++) {
            PastAppointment past = practice.appointment(day, "MG", "Mammography both sides",
                    prior("MG", "Mammography", 1), prior("MG", "Mammography", 6));
            practice.does("person" + day % 2, Kind.FETCHED, past, 1);
        }

        RuleSuggestion older = onlyFor(rules);

        assertThat(older.kind()).isEqualTo(RuleSuggestion.Kind.OLDER);
        assertThat(older.rule()).isEqualTo(new RelevanceRule("MG breast", List.of("MG"), List.of(BodyRegion.BREAST),
                List.of(), null, Period.ofYears(7)));
        assertThat(older.proposal().text(Locale.ENGLISH)).isEqualTo("Take studies up to 7 years old");
        assertThatItHelps(older, rules, 6);
    }

    @Test
    void moreStudiesThatAreFetchedRaiseTheLimit() {
        RelevanceRules rules = new RelevanceRules(2, Period.ofYears(10));
        for (int day = 0; day < 6; day++) {
            PastAppointment past = practice.appointment(day, "CT", "CT Abdomen", prior("CT", "CT Abdomen", 1),
                    prior("CT", "CT Abdomen", 2), prior("CT", "CT Abdomen", 3));
            practice.does("person" + day % 2, Kind.FETCHED, past, 2);
        }

        RuleSuggestion more = onlyFor(rules);

        assertThat(more.kind()).isEqualTo(RuleSuggestion.Kind.MORE);
        assertThat(more.rule()).isEqualTo(new RelevanceRule("CT abdomen", List.of("CT"), List.of(BodyRegion.ABDOMEN),
                List.of(), 3, null));
        assertThatItHelps(more, rules, 6);
    }

    @ParameterizedTest
    @CsvSource({"10, 10, true", "9, 10, true", "8, 10, true", "7, 10, false", "4, 4, false"})
    void oldStudiesThatNearlyEverybodySkipsLowerTheLimit(int skipped, int of, boolean suggested) {
        practiceOfOldMammographies(skipped, of);

        List<RuleSuggestion> suggestions = practice.suggest(USUAL);

        assertThat(suggestions).hasSize(suggested ? 1 : 0);
        if (suggested) {
            RuleSuggestion younger = suggestions.getFirst();
            assertThat(younger.kind()).isEqualTo(RuleSuggestion.Kind.YOUNGER);
            assertThat(younger.rule()).extracting(RelevanceRule::maxAge).isEqualTo(Period.ofYears(5));
            assertThat(younger.why().text(Locale.ENGLISH)).isEqualTo("MG breast: people skipped " + skipped + " of "
                    + of + " studies that a limit of 5 years would leave where they are.");
            assertThatItHelps(younger, USUAL, 0);
            assertThat(Practice.taken(practice.wishes(), younger.appliedTo(USUAL), false)).isZero();
        }
    }

    private void practiceOfOldMammographies(int skipped, int of) {
        for (int day = 0; day < of; day++) {
            PastAppointment past = practice.appointment(day, "MG", "Mammography both sides",
                    prior("MG", "Mammography", 1), prior("MG", "Mammography", 2), prior("MG", "Mammography", 3),
                    prior("MG", "Mammography", 6));
            if (day < skipped) {
                practice.does("person" + day % 2, Kind.SKIPPED, past, 3);
            }
        }
    }

    @Test
    void anOldStudyThatSomebodyOpenedKeepsTheLimit() {
        practiceOfOldMammographies(10, 10);
        PastAppointment past = practice.appointment(12, "MG", "Mammography both sides", prior("MG", "Mammography", 1),
                prior("MG", "Mammography", 2), prior("MG", "Mammography", 3), prior("MG", "Mammography", 6));
        practice.does("reader", Kind.OPENED, past, 3);

        assertThat(practice.suggest(USUAL)).isEmpty();
    }

    @Test
    void whereTheNewestAreOldTooTheChoiceOfTheNewestIsPartOfIt() {
        for (int day = 0; day < 8; day++) {
            PastAppointment past = practice.appointment(day, "CT", "CT Abdomen", prior("CT", "CT Abdomen", 1),
                    prior("CT", "CT Abdomen", 6));
            practice.does("person" + day % 2, Kind.SKIPPED, past, 1);
        }

        RuleSuggestion younger = onlyFor(USUAL);

        assertThat(younger.proposal().text(Locale.ENGLISH)).startsWith("Take studies up to 5 years old, and an older");
        assertThat(younger.rule()).extracting(rule -> rule.selection().newest()).isEqualTo(1);
        assertThat(Practice.taken(practice.wishes(), younger.appliedTo(USUAL), false)).isZero();
    }

    @Test
    void aDismissedSuggestionDoesNotComeBackInOtherWords() {
        for (int day = 0; day < 8; day++) {
            PastAppointment past = practice.appointment(day, "CT", "CT Chest Abdomen", prior("MR", "MR Knee left", 0));
            practice.does("person" + day % 2, Kind.FETCHED, past, 0);
        }
        RuleSuggestion first = onlyFor(USUAL);

        assertThat(practice.suggest(USUAL, Set.of(first.id()))).isEmpty();
        assertThat(practice.suggest(USUAL, Set.of("something else"))).containsExactly(first);
    }

    @Test
    void theBestFoundedComesFirstAndTheRestExplainsSomethingElse() {
        practice.often(6, Kind.FETCHED, "MR", "MR Cervical spine", SHOULDER)
                .often(9, Kind.FETCHED, "CT", "CT Chest", prior("MR", "MR Knee left", 0));

        List<RuleSuggestion> suggestions = practice.suggest(USUAL);

        assertThat(suggestions).extracting(RuleSuggestion::cases).containsExactly(9, 6);
        assertThat(suggestions).extracting(RuleSuggestion::id)
                .containsExactly("PAIR CT CHEST MR KNEE", "PAIR MR CERVICAL_SPINE MR SHOULDER");
    }

    @Test
    void theOrderOfTheFeedbackChangesNothing() {
        practice.often(6, Kind.FETCHED, "MR", "MR Cervical spine", SHOULDER)
                .often(6, Kind.FETCHED, "CT", "CT Chest", prior("MR", "MR Knee left", 0));
        List<RuleSuggestion> suggestions = practice.suggest(USUAL);

        for (int seed = 0; seed < 10; seed++) {
            assertThat(new RuleAdvisor(Practice.RANKER, Practice.ZONE)
                    .suggest(practice.shuffled(new Random(seed)), USUAL, Set.of())).isEqualTo(suggestions);
        }
    }

    @Test
    void aSuggestionThatWasTakenIsNotMadeAgain() {
        practice.often(6, Kind.FETCHED, "MR", "MR Cervical spine", SHOULDER);
        RelevanceRules better = onlyFor(USUAL).appliedTo(USUAL);

        assertThat(practice.suggest(better)).isEmpty();
    }

    @Test
    void namesThatAreTakenGetANumber() {
        practice.often(6, Kind.FETCHED, "MR", "MR Cervical spine", SHOULDER);
        RelevancePair elsewhere = new RelevancePair("MR cervical spine MR shoulder", List.of("CT"),
                List.of(BodyRegion.HEAD), List.of(), List.of(BodyRegion.FOOT));
        RelevanceRules rules = new RelevanceRules(5, Period.ofYears(10), Selection.DEFAULT, List.of(elsewhere),
                List.of());

        assertThat(onlyFor(rules).pair()).extracting(RelevancePair::name)
                .isEqualTo("MR cervical spine MR shoulder 2");
    }

    @Test
    void whatNobodyCanTellIsNoGroundForARule() {
        practice.often(8, Kind.FETCHED, "CT", "xyz", prior("MR", "MR Knee left", 0))
                .often(8, Kind.FETCHED, "CT", "CT Chest", prior("XX", "Knee left", 0))
                .often(8, Kind.FETCHED, "XX", "Chest", prior("MR", "MR Knee left", 0));

        assertThat(practice.suggest(USUAL)).isEmpty();
    }

    @Test
    void aHabitIsSaidInGermanToo() {
        practice.often(6, Kind.FETCHED, "MR", "MR Cervical spine", SHOULDER);

        RuleSuggestion pair = onlyFor(USUAL);

        assertThat(pair.why().text(Locale.GERMAN)).startsWith("MR ").contains("6-mal innerhalb von 11 Tagen");
        assertThat(pair.proposal().text(Locale.GERMAN)).endsWith("vergleichen");
    }
}
