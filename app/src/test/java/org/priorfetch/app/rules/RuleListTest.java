package org.priorfetch.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.testing.Workbench;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;

class RuleListTest {

    private final Workbench bench = new Workbench();
    private final Workplace workplace = bench.workplace();
    private final DraftModel draft = new DraftModel(workplace.texts());
    private final RuleList list = new RuleList(draft, new RulePresenter(workplace.texts(), workplace.formats()),
            workplace);

    @BeforeEach
    void read() {
        draft.begin(rules("A", "B", "C"));
        list.selectAt(1);
    }

    @Test
    void aPlaceBeyondTheEndIsTheLast() {
        list.selectAt(7);
        assertThat(selected()).isEqualTo("C");

        list.selectAt(-1);
        assertThat(selected()).isEqualTo("A");
    }

    @Test
    void aCopyStandsBehindWhatItIsOfAndIsSelected() {
        list.copy();

        assertThat(names()).containsExactly("A", "B", "B 2", "C");
        assertThat(selected()).isEqualTo("B 2");
        assertThat(draft.isChanged()).isTrue();
    }

    @Test
    void whatFollowsARemovedRuleIsSelected() {
        list.remove();
        assertThat(selected()).isEqualTo("C");

        list.remove();
        assertThat(selected()).isEqualTo("A");
    }

    @Test
    void withoutRulesNothingIsSelected() {
        draft.begin(rules());
        list.selectAt(0);

        assertThat(list.shownProperty().get()).isNull();
        assertThat(list.rows()).isEmpty();
    }

    @Test
    void whatIsBroughtBackStandsWhereItStoodAndIsNoChange() {
        list.remove();
        assertThat(draft.isChanged()).isTrue();

        bench.undos().getLast().run();

        assertThat(names()).containsExactly("A", "B", "C");
        assertThat(selected()).isEqualTo("B");
        assertThat(draft.isChanged()).isFalse();
    }

    @Test
    void whatIsBroughtBackAfterSavingIsNew() {
        list.remove();
        draft.begin(rules("A", "C"));

        bench.undos().getLast().run();

        assertThat(names()).containsExactly("A", "B", "C");
        assertThat(draft.now().rules().stream().map(RuleEntry::id)).doesNotHaveDuplicates();
        assertThat(draft.isChanged()).isTrue();
    }

    @Test
    void theSelectedRuleKeepsItsSelectionWhenItMoves() {
        list.move(1);

        assertThat(names()).containsExactly("A", "C", "B");
        assertThat(selected()).isEqualTo("B");
        assertThat(list.place()).isEqualTo(2);
    }

    private String selected() {
        RuleItem item = list.shownProperty().get();
        return item == null ? "" : item.entry().input().name();
    }

    private List<String> names() {
        return list.rows().stream().map(row -> row.value().entry().input().name()).toList();
    }

    private static RelevanceRules rules(String... names) {
        return new RelevanceRules(5, Period.ofYears(10),
                Stream.of(names)
                        .map(name -> new RelevanceRule(name, List.of("CT"), List.of(), List.of(), null, null))
                        .toList());
    }
}
