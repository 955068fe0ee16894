package org.priorfetch.app.review;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.ReviewCommand.ReadDelivered;
import org.priorfetch.engine.api.ReviewItem;

/** The item that is chosen: what it is, what can be said to it, and the answer that was begun. */
final class ChosenReview {

    private final ReviewPresenter presenter;
    private final Commands commands;
    private final Texts texts;
    private final ObjectProperty<@Nullable ReviewLine> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable ReviewDetail> detail = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Answer> draft = new SimpleObjectProperty<>();

    ChosenReview(ReviewPresenter presenter, Commands commands, Texts texts) {
        this.presenter = presenter;
        this.commands = commands;
        this.texts = texts;
        selected.subscribe(this::presentAgain);
    }

    ObjectProperty<@Nullable ReviewLine> selectedProperty() {
        return selected;
    }

    ReadOnlyObjectProperty<@Nullable ReviewDetail> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable Answer> draftProperty() {
        return draft;
    }

    /** Puts it into words anew; an answer that was begun stays while it can still be given. */
    void presentAgain() {
        ReviewLine line = selected.get();
        ReviewDetail next = line == null ? null : presenter.detail(line);
        ReviewDetail before = detail.get();
        if (!Objects.equals(next, before)) {
            Answer begun = draft.get();
            boolean stays = next != null && before != null && next.id().equals(before.id())
                    && (begun == null || next.offered().contains(begun));
            if (!stays) {
                cancel();
            }
            detail.set(next);
        }
    }

    /** Whether this can be said to the chosen item now: nobody decides about people whose names are hidden. */
    boolean offers(Answer answer) {
        ReviewLine line = selected.get();
        return line != null && presenter.detail(line).offered().contains(answer);
    }

    /** Begins an answer; those that need no word are to be carried out at once. Answers whether it is possible now. */
    boolean begin(Answer answer) {
        boolean offered = offers(answer);
        draft.set(offered && answer.isAskedFirst() ? answer : null);
        return offered;
    }

    void cancel() {
        draft.set(null);
    }

    String consequence(Answer answer) {
        ReviewLine line = selected.get();
        return line == null ? "" : presenter.consequence(answer, line);
    }

    /** When the first appointment that it matters for begins; null without one. */
    @Nullable
    Instant firstStart() {
        ReviewLine line = selected.get();
        ReviewItem item = line == null ? null : line.item();
        return item == null || item.appointments().isEmpty() ? null : item.appointments().getFirst().scheduledStart();
    }

    /** Lists what was put into the PACS of the chosen one, or says why it cannot; not when another was chosen meanwhile. */
    void readDelivered(Consumer<String> shown) {
        ReviewLine line = selected.get();
        if (line != null) {
            commands.submit(new ReadDelivered(line.id()),
                    uids -> whileChosen(line, () -> shown.accept(String.join("\n", uids))),
                    why -> whileChosen(line, () -> shown.accept(texts.of(why))));
        }
    }

    private void whileChosen(ReviewLine line, Runnable work) {
        ReviewLine now = selected.get();
        if (now != null && now.id().equals(line.id())) {
            work.run();
        }
    }
}
