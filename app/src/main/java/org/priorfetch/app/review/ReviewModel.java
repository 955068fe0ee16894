package org.priorfetch.app.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
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
    private final Formats formats;
    private final Commands commands;
    private final ReviewPresenter presenter;
    private final ReviewTriggers triggers = new ReviewTriggers();
    private final ObservableList<ReviewLine> lines = FXCollections.observableArrayList();
    private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.WAITING);
    private final ObjectProperty<@Nullable ReviewLine> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable ReviewDetail> detail = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Answer> draft = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>();
    private Reviews reviews = new Reviews(List.of(), List.of());
    private List<MadeDecision> decisions = List.of();

    ReviewModel(Texts texts, Formats formats, Privacy privacy, Commands commands) {
        this.texts = texts;
        this.formats = formats;
        this.commands = commands;
        presenter = new ReviewPresenter(texts, formats, privacy);
        notice.set(new Notice(Mark.WAITING, texts.get("review.loading"), ""));
        tab.subscribe(() -> {
            cancel();
            reload();
        });
        selected.subscribe(this::presentDetail);
    }

    /** Reads anew when something has changed that it may be about. */
    void show(EngineSnapshot snapshot) {
        if (triggers.isNews(snapshot)) {
            reload();
        }
    }

    void reload() {
        switch (tab.get()) {
            case WAITING -> commands.submit(new ReadReviews(), read -> {
                reviews = read;
                presentAgain();
            }, this::refused);
            case DECIDED -> commands.submit(new ReadDecisions(), read -> {
                decisions = read.reversed();
                presentAgain();
            }, this::refused);
        }
    }

    void presentAgain() {
        List<ReviewLine> fresh = tab.get() == Tab.WAITING ? waiting()
                : decisions.stream().map(presenter::line).toList();
        String prefix = tab.get() == Tab.WAITING ? "review.empty" : "review.undecided";
        notice.set(new Notice(tab.get() == Tab.WAITING ? Mark.READY : Mark.NONE, texts.get(prefix + ".title"),
                texts.get(prefix + ".hint")));
        if (!fresh.equals(lines)) {
            replace(fresh);
        }
        presentDetail();
    }

    private List<ReviewLine> waiting() {
        List<ReviewLine> all = new ArrayList<>();
        add("review.group.doubtful", reviews.doubtful(), false, all);
        add("review.group.troubled", reviews.troubled(), false, all);
        List<ReviewItem> put = new ArrayList<>(reviews.doubtful());
        put.addAll(reviews.troubled());
        add("review.group.later", put, true, all);
        return all;
    }

    private void add(String heading, List<? extends ReviewItem> items, boolean resting, List<ReviewLine> all) {
        List<ReviewLine> group = items.stream()
                .filter(item -> item.rests(formats.now()) == resting)
                .map(presenter::line)
                .toList();
        for (int place = 0; place < group.size(); place++) {
            all.add(place == 0 ? group.getFirst().under(texts.get(heading, group.size())) : group.get(place));
        }
    }

    /** Keeps the chosen one, or chooses the one that took its place. */
    private void replace(List<ReviewLine> fresh) {
        ReviewLine chosen = selected.get();
        int place = Math.max(0, lines.indexOf(chosen));
        lines.setAll(fresh);
        ReviewLine same = fresh.stream()
                .filter(line -> chosen != null && line.id().equals(chosen.id()))
                .findFirst()
                .orElse(null);
        if (same == null) {
            cancel();
        }
        ReviewLine next = fresh.isEmpty() ? null : fresh.get(Math.min(place, fresh.size() - 1));
        selected.set(same == null ? next : same);
    }

    private void presentDetail() {
        ReviewLine line = selected.get();
        ReviewDetail next = line == null ? null : presenter.detail(line);
        if (!Objects.equals(next, detail.get())) {
            if (next == null || detail.get() == null || !next.id().equals(Objects.requireNonNull(detail.get()).id())) {
                cancel();
            }
            detail.set(next);
        }
    }

    /** Begins an answer; those that need no word are to be carried out at once. Answers whether it is possible now. */
    boolean begin(Answer answer) {
        ReviewDetail shown = detail.get();
        boolean offered = shown != null && shown.offered().contains(answer);
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

    /** Lists what was put into the PACS of the chosen one. */
    void readDelivered(Consumer<List<String>> shown) {
        ReviewLine line = selected.get();
        if (line != null) {
            commands.submit(new ReadDelivered(line.id()), shown, this::refused);
        }
    }

    private void refused(Message why) {
        notice.set(new Notice(Mark.UNREACHABLE, texts.of(why), ""));
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

    ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
