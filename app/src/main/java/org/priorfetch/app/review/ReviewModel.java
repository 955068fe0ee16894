package org.priorfetch.app.review;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Stand;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.ReviewCommand.MadeDecision;
import org.priorfetch.engine.api.ReviewCommand.ReadDecisions;
import org.priorfetch.engine.api.ReviewCommand.ReadDelivered;
import org.priorfetch.engine.api.ReviewCommand.ReadReviews;
import org.priorfetch.engine.api.ReviewItem;
import org.priorfetch.engine.api.Reviews;
import org.priorfetch.engine.model.Message;

/** What the screen "Review" shows: what waits, or what was decided, and the chosen one of it. */
final class ReviewModel {

    /** What the list shows. */
    enum Tab {
        WAITING, DECIDED
    }

    private final Texts texts;
    private final Commands commands;
    private final ReviewPresenter presenter;
    private final ReviewLines groups;
    private final ReviewNotices notices;
    private final ReviewTriggers triggers = new ReviewTriggers();
    private final ObservableList<ReviewLine> lines = FXCollections.observableArrayList();
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.WAITING);
    private final ObjectProperty<@Nullable ReviewLine> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable ReviewDetail> detail = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Answer> draft = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>();
    private @Nullable String wanted;
    private final Reading<Reviews> reviews = new Reading<>(new Reviews(List.of(), List.of()));
    private final Reading<List<MadeDecision>> decisions = new Reading<>(List.of());

    ReviewModel(Texts texts, Formats formats, Privacy privacy, Commands commands) {
        this.texts = texts;
        this.commands = commands;
        presenter = new ReviewPresenter(texts, formats, privacy);
        groups = new ReviewLines(texts, formats, presenter);
        notices = new ReviewNotices(texts);
        notice.set(notices.of(Tab.WAITING, standing()));
        tab.subscribe((_, _) -> {
            cancel();
            presentAgain();
            reload();
        });
        selected.subscribe(this::presentDetail);
    }

    /** Empty while an answer is being written. */
    Optional<Stand> stand() {
        ReviewLine line = selected.get();
        return draft.get() == null ? Optional.of(new ReviewStand(tab.get(), line == null ? wanted : line.id()))
                : Optional.empty();
    }

    void goOn(ReviewStand stand) {
        tab.set(stand.tab());
        wanted = stand.selected();
    }

    /** Reads anew when something has changed that it may be about. */
    void show(EngineSnapshot snapshot) {
        if (triggers.isNews(snapshot)) {
            reload();
        }
    }

    /** The engine has ended: what waits is not known until it speaks, and is then read anew. */
    void engineGone(Message why) {
        reviews.fail(why);
        decisions.fail(why);
        triggers.forget();
        presentAgain();
    }

    void reload() {
        switch (tab.get()) {
            case WAITING -> reviews.ask(commands, new ReadReviews(), this::presentAgain);
            case DECIDED -> decisions.ask(commands, new ReadDecisions(), this::presentAgain);
        }
    }

    void presentAgain() {
        List<ReviewLine> fresh = switch (tab.get()) {
            case WAITING -> groups.of(reviews.latest());
            case DECIDED -> decisions.latest().reversed().stream().map(presenter::line).toList();
        };
        if (!fresh.equals(lines)) {
            replace(fresh);
        }
        notice.set(notices.of(tab.get(), standing()));
        presentDetail();
    }

    private Reading.Standing standing() {
        return switch (tab.get()) {
            case WAITING -> reviews.standing();
            case DECIDED -> decisions.standing();
        };
    }

    /** Whether the lines are older than the last question, which was not answered. */
    boolean isOutOfDate() {
        return !lines.isEmpty() && standing() instanceof Reading.Failed;
    }

    /** Keeps the chosen one, or chooses the one that took its place. */
    private void replace(List<ReviewLine> fresh) {
        ReviewLine chosen = selected.get();
        int place = Math.max(0, lines.indexOf(chosen));
        lines.setAll(fresh);
        ReviewLine same = fresh.stream()
                .filter(line -> line.id().equals(chosen == null ? wanted : chosen.id()))
                .findFirst()
                .orElse(null);
        wanted = fresh.isEmpty() ? wanted : null;
        if (same == null) {
            cancel();
        }
        ReviewLine next = fresh.isEmpty() ? null : fresh.get(Math.min(place, fresh.size() - 1));
        selected.set(same == null ? next : same);
    }

    private void presentDetail() {
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

    ObservableList<ReviewLine> lines() {
        return lines;
    }

    ObjectProperty<Tab> tabProperty() {
        return tab;
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

    /** What stands in place of the lines while there are none; above them where they could not be read anew. */
    ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
