package org.priorfetch.app.rules;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.KeyedRows;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.RulesCommand;
import org.priorfetch.engine.api.RulesReport;
import org.priorfetch.engine.api.SaveAnswer;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;

/** What the screen "Rules" shows and changes. What was changed and not saved stays until it is saved or taken back. */
final class RulesModel {

    private final Workplace workplace;
    private final Texts texts;
    private final Runnable wereRead;
    private final RulePresenter presenter;
    private final KeyedRows<RuleItem, RuleLine> rows;
    private final ReadOnlyObjectWrapper<RulesDraft> draft = new ReadOnlyObjectWrapper<>(
            RulesDraft.of(RelevanceRules.DEFAULT));
    private final ObjectProperty<@Nullable Long> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable RuleItem> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<String> changes = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Reach reach = new Reach();
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
    private RulesDraft saved = draft.get();
    private String version = "";
    private long nextId;
    private int wanted;

    /** @param wereRead called whenever the rules were read and stand on the screen as they are saved */
    RulesModel(Workplace workplace, Runnable wereRead) {
        this.workplace = workplace;
        this.wereRead = wereRead;
        texts = workplace.texts();
        presenter = new RulePresenter(texts, workplace.formats());
        rows = new KeyedRows<>(RuleItem::id, item -> presenter.line(item, draft.get()));
        selected.subscribe(this::present);
    }

    /** An ID that nothing in the draft has. */
    long freshId() {
        return nextId++;
    }

    RulePresenter presenter() {
        return presenter;
    }

    ObservableList<Row<RuleItem, RuleLine>> rows() {
        return rows.rows();
    }

    ReadOnlyObjectProperty<RulesDraft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** The ID of the rule that is selected. */
    ObjectProperty<@Nullable Long> selectedProperty() {
        return selected;
    }

    /** The rule that is selected, as it stands now. */
    ReadOnlyObjectProperty<@Nullable RuleItem> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** What saving would change, in words; empty when nothing. */
    ReadOnlyObjectProperty<String> changesProperty() {
        return changes.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether the rules have been read. */
    ReadOnlyBooleanProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    /** Whether there is an engine to read, try and save the rules. */
    Reach reach() {
        return reach;
    }

    void engineGone() {
        reach.lose();
        busy.set(false);
    }

    /** Reads the rules anew where it is another engine. */
    void engineSpeaks() {
        if (reach.find()) {
            visited();
        }
    }

    /** Goes on with what was changed elsewhere and not saved. */
    void carryOn(RulesModel before) {
        if (before.changes.get().isEmpty()) {
            return;
        }
        saved = before.saved;
        version = before.version;
        nextId = before.nextId;
        read.set(true);
        draft.set(before.draft.get());
        selected.set(before.selected.get());
        present();
    }

    /** Reads the rules, unless something would be lost. */
    void visited() {
        if (changes.get().isEmpty() && !busy.get()) {
            revert();
        }
    }

    /** Reads the rules; what was changed is lost. */
    void revert() {
        busy.set(true);
        workplace.commands().submit(new RulesCommand.ReadRules(), this::readAnew, this::refused);
    }

    private void readAnew(RulesReport report) {
        busy.set(false);
        read.set(true);
        version = report.version();
        notice.set(report.writable() ? null
                : new Notice(Mark.NONE, texts.get("rules.readOnly"), texts.get("rules.readOnly.hint", report.file())));
        RulesDraft fresh = RulesDraft.of(report.rules());
        nextId = (long) fresh.rules().size() + fresh.pairs().size();
        saved = fresh;
        int place = Math.max(0, place());
        draft.set(fresh);
        selected.set(fresh.rules().isEmpty() ? null
                : (Long) fresh.rules().get(Math.min(place, fresh.rules().size() - 1)).id());
        present();
        wereRead.run();
    }

    /** Of the selected rule, or of the one that is to be selected once they are read. */
    int place() {
        Long id = selected.get();
        return id == null ? wanted : draft.get().indexOf(id);
    }

    void goOn(int place) {
        wanted = place;
    }

    void edit(UnaryOperator<RulesDraft> change) {
        RulesDraft next = change.apply(draft.get());
        if (!next.equals(draft.get())) {
            draft.set(next);
            present();
        }
    }

    void add(RelevanceRule rule) {
        insert(draft.get().rules().size(), RuleInput.of(rule).named(free(rule.name())));
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

    private void insert(int index, RuleInput input) {
        RuleEntry entry = new RuleEntry(freshId(), input);
        edit(rules -> rules.inserted(index, entry));
        selected.set(entry.id());
    }

    private String free(String name) {
        return FreeName.of(name, draft.get().rules().stream().map(entry -> entry.input().name()));
    }

    void remove() {
        RuleItem item = shown.get();
        if (item == null) {
            return;
        }
        int index = item.number() - 1;
        edit(rules -> rules.without(item.id()));
        List<RuleEntry> left = draft.get().rules();
        selected.set(left.isEmpty() ? null : (Long) left.get(Math.min(index, left.size() - 1)).id());
        workplace.teller()
                .tell(new Notice(Mark.NONE, texts.get("rules.removed", item.entry().input().name()), ""),
                        texts.get("rules.undo"), () -> bringBack(index, item.entry()));
    }

    private void bringBack(int index, RuleEntry entry) {
        RulesDraft now = draft.get();
        if (!now.rules().contains(entry)) {
            boolean same = now.indexOf(entry.id()) < 0 && saved.indexOf(entry.id()) >= 0;
            RuleEntry again = same ? entry : new RuleEntry(freshId(), entry.input());
            edit(rules -> rules.inserted(index, again));
            selected.set(again.id());
        }
    }

    /** @param by how many places down */
    void move(int by) {
        RuleItem item = shown.get();
        if (item != null) {
            edit(rules -> rules.moved(item.id(), by));
        }
    }

    boolean canSave() {
        return !changes.get().isEmpty() && !busy.get() && !reach.isLost() && draft.get().isRight();
    }

    void save() {
        if (canSave()) {
            busy.set(true);
            workplace.commands()
                    .submit(new RulesCommand.SaveRules(version, draft.get().toRules(),
                            workplace.admin().key().orElse(null)), this::answered, this::refused);
        }
    }

    private void answered(SaveAnswer answer) {
        busy.set(false);
        Message refusal = answer.refusal();
        if (answer.saved()) {
            workplace.teller().tell(new Notice(Mark.READY, texts.get("rules.saved"), changes.get()));
            revert();
        } else if (refusal != null) {
            notice.set(new Notice(Mark.FAILED, texts.of(refusal), ""));
        } else {
            notice.set(new Notice(Mark.FAILED, texts.get("rules.notSaved"),
                    String.join("\n", answer.problems().stream().map(found -> texts.of(found.message())).toList())));
        }
    }

    private void refused(Message why) {
        busy.set(false);
        workplace.admin().refused(why);
        if (!reach.isLost()) {
            notice.set(new Notice(Mark.FAILED, texts.of(why), ""));
        }
    }

    private void present() {
        RulesDraft now = draft.get();
        List<RuleItem> items = IntStream.range(0, now.rules().size()).mapToObj(index -> item(now, index)).toList();
        rows.update(items);
        rows.presentAgain();
        changes.set(RuleChanges.between(saved, now).words(texts));
        Long id = selected.get();
        shown.set(items.stream().filter(item -> id != null && item.id() == id).findFirst().orElse(null));
    }

    private static RuleItem item(RulesDraft draft, int index) {
        RuleEntry entry = draft.rules().get(index);
        return new RuleItem(index + 1, entry, draft.wrong(entry), draft.isNameTaken(entry));
    }
}
