package org.priorfetch.app.rules;

import java.util.List;
import java.util.stream.IntStream;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.KeyedRows;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.model.RelevanceRule;

/** The rules on the screen in the order in which they are looked at, and the one that is selected. */
final class RuleList {

    private final DraftModel draft;
    private final Workplace workplace;
    private final Texts texts;
    private final KeyedRows<RuleItem, RuleLine> rows;
    private final ObjectProperty<@Nullable Long> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable RuleItem> shown = new ReadOnlyObjectWrapper<>();
    private int wanted;

    RuleList(DraftModel draft, RulePresenter presenter, Workplace workplace) {
        this.draft = draft;
        this.workplace = workplace;
        texts = workplace.texts();
        rows = new KeyedRows<>(RuleItem::id, item -> presenter.line(item, draft.now()));
        draft.draftProperty().subscribe((_, _) -> present());
        selected.subscribe(this::present);
    }

    ObservableList<Row<RuleItem, RuleLine>> rows() {
        return rows.rows();
    }

    /** The ID of the rule that is selected. */
    ObjectProperty<@Nullable Long> selectedProperty() {
        return selected;
    }

    /** The rule that is selected, as it stands now. */
    ReadOnlyObjectProperty<@Nullable RuleItem> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Of the selected rule, or of the one that is to be selected once they are read. */
    int place() {
        Long id = selected.get();
        return id == null ? wanted : draft.now().indexOf(id);
    }

    /** The rule at the place is selected once they are read. */
    void goOn(int place) {
        wanted = place;
    }

    /** Selects the rule at the place, or the one that is nearest to it. */
    void selectAt(int place) {
        List<RuleEntry> all = draft.now().rules();
        selected.set(all.isEmpty() ? null : (Long) all.get(Math.clamp(place, 0, all.size() - 1)).id());
    }

    private void add(RelevanceRule rule) {
        insert(draft.now().rules().size(), RuleInput.of(rule).named(free(rule.name())));
    }

    void addExample(RuleExample example) {
        add(example.rule(texts.get("rules.example", example)));
    }

    void addEmpty() {
        add(new RelevanceRule(texts.get("rules.new"), List.of(), List.of(), List.of(), null, null));
    }

    void copy() {
        RuleItem item = shown.get();
        if (item != null) {
            RuleInput input = item.entry().input();
            insert(item.number(), input.named(free(input.name())));
        }
    }

    private String free(String name) {
        return FreeName.of(name, draft.now().rules().stream().map(entry -> entry.input().name()));
    }

    private void insert(int index, RuleInput input) {
        insert(index, new RuleEntry(draft.freshId(), input));
    }

    private void insert(int index, RuleEntry entry) {
        draft.edit(rules -> rules.inserted(index, entry));
        selected.set(entry.id());
    }

    void remove() {
        RuleItem item = shown.get();
        if (item == null) {
            return;
        }
        int index = item.number() - 1;
        draft.edit(rules -> rules.without(item.id()));
        selectAt(index);
        workplace.teller()
                .tell(new Notice(Mark.NONE, texts.get("rules.removed", item.entry().input().name()), ""),
                        texts.get("rules.undo"), () -> bringBack(index, item.entry()));
    }

    private void bringBack(int index, RuleEntry entry) {
        RulesDraft now = draft.now();
        if (now.rules().contains(entry)) {
            return;
        }
        if (now.indexOf(entry.id()) < 0 && draft.isSaved(entry)) {
            insert(index, entry);
        } else {
            insert(index, entry.input());
        }
    }

    /** @param by how many places down */
    void move(int by) {
        RuleItem item = shown.get();
        if (item != null) {
            draft.edit(rules -> rules.moved(item.id(), by));
        }
    }

    private void present() {
        RulesDraft now = draft.now();
        List<RuleItem> items = IntStream.range(0, now.rules().size()).mapToObj(index -> item(now, index)).toList();
        rows.update(items);
        rows.presentAgain();
        Long id = selected.get();
        shown.set(items.stream().filter(item -> id != null && item.id() == id).findFirst().orElse(null));
    }

    private static RuleItem item(RulesDraft draft, int index) {
        RuleEntry entry = draft.rules().get(index);
        return new RuleItem(index + 1, entry, draft.wrong(entry), draft.isNameTaken(entry));
    }
}
