package org.priorfetch.app.rules;

import java.util.function.UnaryOperator;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.RelevanceRules;

/** The rules as they are typed, beside those that are saved. */
final class DraftModel {

    private final Texts texts;
    private final ReadOnlyObjectWrapper<RulesDraft> draft = new ReadOnlyObjectWrapper<>(
            RulesDraft.of(RelevanceRules.DEFAULT));
    private final ReadOnlyObjectWrapper<String> changes = new ReadOnlyObjectWrapper<>("");
    private RulesDraft saved = draft.get();
    private long nextId;

    DraftModel(Texts texts) {
        this.texts = texts;
    }

    RulesDraft now() {
        return draft.get();
    }

    ReadOnlyObjectProperty<RulesDraft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** What saving would change, in words; empty when nothing. */
    ReadOnlyObjectProperty<String> changesProperty() {
        return changes.getReadOnlyProperty();
    }

    boolean isChanged() {
        return !changes.get().isEmpty();
    }

    /** Whether the rule stands among those that are saved. */
    boolean isSaved(RuleEntry entry) {
        return saved.indexOf(entry.id()) >= 0;
    }

    /** An ID that nothing in the draft has. */
    long freshId() {
        return nextId++;
    }

    /** Begins anew with what is saved. */
    void begin(RelevanceRules rules) {
        saved = RulesDraft.of(rules);
        nextId = (long) saved.rules().size() + saved.pairs().size();
        show(saved);
    }

    /** Goes on with what was changed elsewhere. */
    void carryOn(DraftModel before) {
        saved = before.saved;
        nextId = before.nextId;
        show(before.draft.get());
    }

    void edit(UnaryOperator<RulesDraft> change) {
        show(change.apply(draft.get()));
    }

    private void show(RulesDraft now) {
        draft.set(now);
        changes.set(RuleChanges.between(saved, draft.get()).words(texts));
    }
}
