package org.priorfetch.app.review;

import java.util.List;
import java.util.Optional;
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
import org.priorfetch.engine.api.ReviewCommand.ReadReviews;
import org.priorfetch.engine.api.Reviews;
import org.priorfetch.engine.model.Message;

/** What the screen "Review" lists: what waits, or what was decided. */
final class ReviewModel {

    /** What the list shows. */
    enum Tab {
        WAITING, DECIDED
    }

    private final Commands commands;
    private final ReviewPresenter presenter;
    private final ReviewLines groups;
    private final ReviewNotices notices;
    private final ChosenReview chosen;
    private final ReviewTriggers triggers = new ReviewTriggers();
    private final ObservableList<ReviewLine> lines = FXCollections.observableArrayList();
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.WAITING);
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>();
    private @Nullable String wanted;
    private final Reading<Reviews> reviews = new Reading<>(new Reviews(List.of(), List.of()));
    private final Reading<List<MadeDecision>> decisions = new Reading<>(List.of());

    ReviewModel(Texts texts, Formats formats, Privacy privacy, Commands commands) {
        this.commands = commands;
        presenter = new ReviewPresenter(texts, formats, privacy);
        groups = new ReviewLines(texts, formats, presenter);
        notices = new ReviewNotices(texts);
        chosen = new ChosenReview(presenter, commands, texts);
        notice.set(notices.of(Tab.WAITING, standing()));
        tab.subscribe((_, _) -> {
            chosen.cancel();
            presentAgain();
            reload();
        });
    }

    /** Empty while an answer is being written. */
    Optional<Stand> stand() {
        ReviewLine line = chosen.selectedProperty().get();
        return chosen.draftProperty().get() == null
                ? Optional.of(new ReviewStand(tab.get(), line == null ? wanted : line.id()))
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
        chosen.presentAgain();
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
        ReviewLine before = chosen.selectedProperty().get();
        int place = Math.max(0, lines.indexOf(before));
        lines.setAll(fresh);
        ReviewLine same = fresh.stream()
                .filter(line -> line.id().equals(before == null ? wanted : before.id()))
                .findFirst()
                .orElse(null);
        wanted = fresh.isEmpty() ? wanted : null;
        if (same == null) {
            chosen.cancel();
        }
        ReviewLine next = fresh.isEmpty() ? null : fresh.get(Math.min(place, fresh.size() - 1));
        chosen.selectedProperty().set(same == null ? next : same);
    }

    /** The chosen one of the lines. */
    ChosenReview chosen() {
        return chosen;
    }

    ObservableList<ReviewLine> lines() {
        return lines;
    }

    ObjectProperty<Tab> tabProperty() {
        return tab;
    }

    /** What stands in place of the lines while there are none; above them where they could not be read anew. */
    ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
