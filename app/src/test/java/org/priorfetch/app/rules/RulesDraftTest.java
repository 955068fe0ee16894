package org.priorfetch.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.testing.SampleRules;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Companion;
import org.priorfetch.engine.model.RelevancePair;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.Selection;
import org.priorfetch.engine.model.SelectionChange;

class RulesDraftTest {

    private final RulesDraft draft = RulesDraft.of(SampleRules.typical());

    private static RuleInput input(String name, String modalities, String maxPriors, String age) {
        return new RuleInput(name, modalities, List.of(), "", maxPriors, new AgeInput(age, AgeUnit.YEARS));
    }

    private List<String> names(RulesDraft of) {
        return of.rules().stream().map(entry -> entry.input().name()).toList();
    }

    @Test
    void givesBackTheRulesItWasMadeOf() {
        assertThat(draft.toRules()).isEqualTo(SampleRules.typical());
        assertThat(RulesDraft.of(SampleRules.forty()).toRules()).isEqualTo(SampleRules.forty());
        assertThat(draft.isRight()).isTrue();
    }

    @Test
    void keepsWhatTheFileSaysBeside() {
        SelectionChange two = new SelectionChange(2, null, 0, 1, Set.of(Companion.KEY_OBJECTS));
        RelevanceRule rule = new RelevanceRule("Knees", List.of("MR"), List.of(BodyRegion.KNEE), List.of(), 3, null,
                two);
        RelevanceRules rules = new RelevanceRules(5, Period.ofYears(10), new Selection(1, 0, 3, 2, Set.of()),
                List.of(new RelevancePair("Neck", List.of(), List.of(BodyRegion.SHOULDER), List.of("MR"),
                        List.of(BodyRegion.NECK))),
                List.of(rule));

        RulesDraft changed = RulesDraft.of(rules).with(0, RuleInput.of(rule).named("Both knees"));

        assertThat(RulesDraft.of(rules).toRules()).isEqualTo(rules);
        assertThat(changed.toRules().rules().getFirst().selection()).isEqualTo(two);
        assertThat(changed.withLimits("7", AgeInput.of(Period.ofYears(1))).moved(0, 1).toRules().selection())
                .isEqualTo(rules.selection());
    }

    @ParameterizedTest
    @CsvSource({"'!', '', '', '', NAME", "'', '', '', '', NAME", "A, 'ct, m-r', '', '', MODALITIES",
            "A, CT, 0, '', MAX_PRIORS", "A, CT, 1001, '', MAX_PRIORS", "A, CT, many, '', MAX_PRIORS",
            "A, CT, 1, 0, MAX_AGE", "A, CT, 1, 1.5, MAX_AGE", "A, CT, 1, 100000, MAX_AGE"})
    void findsWhatIsWrong(String name, String modalities, String maxPriors, String age, RuleField wrong) {
        assertThat(input(name, modalities, maxPriors, age).wrong()).containsExactly(wrong);
    }

    @ParameterizedTest
    @CsvSource({"-1, '', '', '', NEWEST", "'', 1001, '', '', OLDEST", "'', '', few, '', UNKNOWN",
            "'', '', '', 1.5, RECENT"})
    void findsWhatIsWrongInHowPriorsAreChosen(String newest, String oldest, String unknown, String recent,
            RuleField wrong) {
        SelectionInput typed = new SelectionInput(newest, oldest, unknown, recent, null);
        RuleInput rule = new RuleInput("A", "", List.of(), "", "", AgeInput.NONE, typed);

        assertThat(rule.wrong()).containsExactly(wrong);
        assertThat(typed.wrong(true)).contains(wrong);
    }

    @Test
    void whatHoldsForAllIsNeededButForTheOldest() {
        assertThat(SelectionInput.NONE.wrong(false)).isEmpty();
        assertThat(SelectionInput.NONE.wrong(true)).containsExactly(RuleField.NEWEST, RuleField.UNKNOWN,
                RuleField.RECENT);
        assertThat(draft.withSelection(SelectionInput.NONE).isRight()).isFalse();
        assertThat(draft.withSelection(new SelectionInput("0", " ", " 1000 ", "0", Set.of())).toRules().selection())
                .isEqualTo(new Selection(0, null, 1000, 0, Set.of()));
    }

    @Test
    void aPairNeedsANameOfItsOwnAndRegions() {
        PairInput empty = new PairInput("Neck", "m-r", List.of(), "CT", List.of());
        RulesDraft twice = draft.withPairs(List.of(new PairEntry(0, empty), new PairEntry(1, empty)));

        assertThat(twice.isRight()).isFalse();
        assertThat(twice.wrong(twice.pairs().getFirst())).containsExactly(RuleField.MODALITIES, RuleField.REGIONS,
                RuleField.WITH);
        assertThat(twice.wrong(twice.pairs().getLast())).contains(RuleField.NAME);
    }

    @Test
    void readsWhatIsTypedLoosely() {
        RelevanceRule rule = input(" Hands ", "ct;mr  us,, CT", " 2 ", " 18 ").rule();

        assertThat(rule).isEqualTo(new RelevanceRule("Hands", List.of("CT", "MR", "US"), List.of(), List.of(), 2,
                Period.ofYears(18)));
    }

    @Test
    void aNameTwiceIsWrongAtTheSecond() {
        RulesDraft twice = draft.with(2, draft.rules().getFirst().input());

        assertThat(twice.isRight()).isFalse();
        assertThat(twice.wrong(twice.rules().getFirst())).isEmpty();
        assertThat(twice.wrong(twice.rules().getLast())).containsExactly(RuleField.NAME);
    }

    @Test
    void movesWithinTheList() {
        assertThat(names(draft.moved(2, -1))).containsExactly("Mammography", "CT oncology", "Hands");
        assertThat(draft.moved(0, -1)).isEqualTo(draft);
        assertThat(draft.moved(2, 1)).isEqualTo(draft);
        assertThat(draft.moved(77, 1)).isEqualTo(draft);
    }

    @Test
    void saysWhatIsChanged() {
        Texts texts = new Texts(Locale.ENGLISH);
        RulesDraft other = draft.with(0, input("A", "", "", ""))
                .without(1)
                .inserted(0, new RuleEntry(9, input("B", "", "", "")))
                .withLimits("6", AgeInput.of(Period.ofYears(10)));

        assertThat(RuleChanges.between(draft, draft).words(texts)).isEmpty();
        assertThat(RuleChanges.between(draft, other).words(texts)).isEqualTo(
                "1 rule new, 1 rule changed, 1 rule removed, other usual limits");
        assertThat(RuleChanges.between(draft, draft.moved(0, 1)).words(texts)).isEqualTo("another order");
        assertThat(RuleChanges.between(draft, draft.withSelection(SelectionInput.NONE)).words(texts))
                .isEqualTo("other usual limits");
        PairInput pair = new PairInput("Neck", "", List.of(), "", List.of());
        assertThat(RuleChanges.between(draft, draft.withPairs(List.of(new PairEntry(0, pair)))).words(texts))
                .isEqualTo("other pairs");
    }

    @Test
    void completesTheLastModality() {
        assertThat(Modalities.completed("mg, u")).containsExactly("MG, US");
        assertThat(Modalities.completed("M")).containsExactly("MG", "MR");
        assertThat(Modalities.completed("MG, M")).containsExactly("MG, MR");
        assertThat(Modalities.completed("MG, ")).isEmpty();
    }
}
