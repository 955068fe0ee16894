package org.priorfetch.app.transfers;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.HistoryFilter;
import org.priorfetch.engine.api.HistoryPage;
import org.priorfetch.engine.api.RecordCommand.ReadHistory;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.TransferState;

/** Transfers that have ended, however long ago, page by page from the store. */
final class HistoryModel {

    /** What is looked for. */
    record Wish(@Nullable TransferState state, @Nullable String source, String text, @Nullable LocalDate day) {

        static final Wish ALL = new Wish(null, null, "", null);
    }

    private final Workplace workplace;
    private final Texts texts;
    private final TransferPresenter presenter;
    private final ObjectProperty<Wish> wish = new SimpleObjectProperty<>(Wish.ALL);
    private final ReadOnlyObjectWrapper<HistoryList> rows = new ReadOnlyObjectWrapper<>(
            new HistoryList(0, _ -> {}));
    private final ReadOnlyObjectWrapper<Notice> notice;
    private final ReadOnlyObjectWrapper<String> summary = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<List<String>> sources = new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty newer = new SimpleBooleanProperty(this, "newer");
    private long lastEnded;
    private long question;
    private boolean opened;

    HistoryModel(Workplace workplace, TransferPresenter presenter) {
        this.workplace = workplace;
        this.texts = workplace.texts();
        this.presenter = presenter;
        notice = new ReadOnlyObjectWrapper<>(reading());
        wish.subscribe(_ -> {
            if (opened) {
                readAnew();
            }
        });
    }

    void take(EngineSnapshot snapshot) {
        SortedSet<String> names = new TreeSet<>(snapshot.sources().stream().map(PeerStatus::name).toList());
        sources.set(List.copyOf(names));
        long ended = snapshot.transfers()
                .stream()
                .filter(view -> view.state().isTerminal())
                .mapToLong(view -> view.updated().toEpochMilli() * 31 + view.id())
                .max()
                .orElse(0);
        newer.set(newer.get() || (opened && ended != lastEnded));
        lastEnded = ended;
    }

    /** Reads what is to be seen first; later visits find it as it was left. */
    void open() {
        if (!opened) {
            opened = true;
            readAnew();
        }
    }

    /** An engine speaks again: what could not be read before may be there now. */
    void engineSpeaks() {
        if (opened && rows.get().isEmpty()) {
            readAnew();
        }
    }

    void presentAgain() {
        rows.get().known().forEach(row -> {
            var view = row.view();
            if (view != null) {
                row.show(presenter.line(view));
            }
        });
    }

    /** Asks from the start: how many there are, and for the first of them. */
    void readAnew() {
        newer.set(false);
        notice.set(reading());
        long asked = ++question;
        HistoryFilter filter = filter();
        workplace.commands()
                .submit(new ReadHistory(filter, 0, HistoryList.PAGE), page -> begin(asked, filter, page),
                        why -> failed(asked, why));
    }

    ObjectProperty<Wish> wishProperty() {
        return wish;
    }

    ReadOnlyObjectProperty<HistoryList> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** What stands in place of the rows while there are none. */
    ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** How many there are, in words. */
    ReadOnlyObjectProperty<String> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<String>> sourcesProperty() {
        return sources.getReadOnlyProperty();
    }

    /** Whether transfers have ended since it was read. */
    BooleanProperty newerProperty() {
        return newer;
    }

    private void begin(long asked, HistoryFilter filter, HistoryPage first) {
        if (asked != question) {
            return;
        }
        int total = (int) Math.min(Integer.MAX_VALUE, first.total());
        summary.set(texts.get("transfers.history.count", total));
        notice.set(new Notice(Mark.NONE, texts.get("transfers.history.none.title"),
                texts.get("transfers.history.none.hint")));
        HistoryList list = new HistoryList(total, page -> read(asked, filter, page));
        list.startWith(lines(first));
        rows.set(list);
    }

    private void read(long asked, HistoryFilter filter, int page) {
        workplace.commands()
                .submit(new ReadHistory(filter, page * HistoryList.PAGE, HistoryList.PAGE), answer -> {
                    if (asked == question) {
                        rows.get().arrived(page, lines(answer));
                    }
                }, why -> {
                    if (asked == question) {
                        rows.get().failed(page);
                        tell(why);
                    }
                });
    }

    private void failed(long asked, Message why) {
        if (asked == question) {
            notice.set(new Notice(Mark.FAILED, texts.get("transfers.history.failed"), texts.of(why)));
            rows.set(new HistoryList(0, _ -> {}));
        }
    }

    private void tell(Message why) {
        workplace.teller().tell(new Notice(Mark.FAILED, texts.get("transfers.history.failed"), texts.of(why)));
    }

    private List<TransferLine> lines(HistoryPage page) {
        return page.rows().stream().map(presenter::line).toList();
    }

    private HistoryFilter filter() {
        Wish now = wish.get();
        LocalDate day = now.day();
        return new HistoryFilter(now.state(), now.source(), now.text().strip(),
                day == null ? null : workplace.formats().startOf(day),
                day == null ? null : workplace.formats().startOf(day.plusDays(1)));
    }

    private Notice reading() {
        return new Notice(Mark.WAITING, texts.get("transfers.history.reading"), "");
    }
}
