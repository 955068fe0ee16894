package org.priorfetch.app.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

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

/** The pairs of the rules on the screen: examinations of different regions that the site compares all the same. */
final class PairsModel {

    private final DraftModel rules;
    private final Workplace workplace;
    private final Texts texts;
    private final KeyedRows<PairItem, PairLine> rows;
    private final ObjectProperty<@Nullable Long> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable PairItem> shown = new ReadOnlyObjectWrapper<>();

    PairsModel(DraftModel rules, RulePresenter presenter, Workplace workplace) {
        this.rules = rules;
        this.workplace = workplace;
        texts = workplace.texts();
        rows = new KeyedRows<>(PairItem::id, presenter::line);
        rules.draftProperty().subscribe(this::present);
        selected.subscribe(_ -> present(rules.now()));
    }

    ObservableList<Row<PairItem, PairLine>> rows() {
        return rows.rows();
    }

    /** The ID of the pair that is selected. */
    ObjectProperty<@Nullable Long> selectedProperty() {
        return selected;
    }

    /** The pair that is selected, as it stands now. */
    ReadOnlyObjectProperty<@Nullable PairItem> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    void edit(long id, PairInput input) {
        change(pairs -> pairs.replaceAll(entry -> entry.id() == id ? new PairEntry(id, input) : entry));
    }

    void add() {
        String name = FreeName.of(texts.get("rules.pair.new"), pairs().stream().map(entry -> entry.input().name()));
        PairEntry entry = new PairEntry(rules.freshId(), new PairInput(name, "", List.of(), "", List.of()));
        change(pairs -> pairs.add(entry));
        selected.set(entry.id());
    }

    void remove() {
        PairItem item = shown.get();
        if (item == null) {
            return;
        }
        int index = pairs().indexOf(item.entry());
        change(pairs -> pairs.remove(item.entry()));
        selectAt(index);
        workplace.teller()
                .tell(new Notice(Mark.NONE, texts.get("rules.pair.removed", item.entry().input().name()), ""),
                        texts.get("rules.undo"), () -> bringBack(index, item.entry()));
    }

    private void bringBack(int index, PairEntry entry) {
        if (pairs().stream().noneMatch(known -> known.id() == entry.id())) {
            change(pairs -> pairs.add(Math.min(index, pairs.size()), entry));
            selected.set(entry.id());
        }
    }

    private void selectAt(int index) {
        List<PairEntry> left = pairs();
        selected.set(left.isEmpty() ? null : (Long) left.get(Math.min(index, left.size() - 1)).id());
    }

    private List<PairEntry> pairs() {
        return rules.now().pairs();
    }

    private void change(Consumer<List<PairEntry>> change) {
        List<PairEntry> changed = new ArrayList<>(pairs());
        change.accept(changed);
        rules.edit(draft -> draft.withPairs(changed));
    }

    private void present(RulesDraft draft) {
        List<PairItem> items = draft.pairs()
                .stream()
                .map(entry -> new PairItem(entry, draft.wrong(entry), draft.isNameTaken(entry)))
                .toList();
        rows.update(items);
        Long id = selected.get();
        shown.set(items.stream().filter(item -> id != null && item.id() == id).findFirst().orElse(null));
        if (shown.get() == null && !items.isEmpty()) {
            selected.set(items.getFirst().id());
        }
    }

    /** What is wrong with a field of the pair; empty when nothing is. */
    String problem(PairItem item, RuleField field) {
        Set<RuleField> wrong = item.wrong();
        if (!wrong.contains(field)) {
            return "";
        }
        return field == RuleField.NAME && item.nameTaken() ? texts.get("rules.pair.taken")
                : texts.get("rules.wrong", field);
    }
}
