package org.priorfetch.app.today;

import java.util.Comparator;
import java.util.List;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.KeyedRows;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;

/** What the screen "Today" shows: the appointments of a reading list, and the selected one. */
public final class TodayModel {

    private final Reach reach = new Reach();
    private final Formats formats;
    private final AppointmentPresenter presenter;
    private final TodayNotices notices;
    private final TodayLists lists;
    private final DetailModel detail;
    private final KeyedRows<TodayItem, TodayLine> rows;
    private final ObjectProperty<@Nullable Row<TodayItem, TodayLine>> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice;
    private @Nullable EngineSnapshot latest;
    private @Nullable Message gone;
    private boolean everSelected;
    private @Nullable String wanted;

    public TodayModel(Workplace workplace) {
        formats = workplace.formats();
        presenter = new AppointmentPresenter(workplace.texts(), formats, workplace.privacy());
        notices = new TodayNotices(workplace.texts(), formats);
        lists = new TodayLists(workplace);
        detail = new DetailModel(workplace, presenter, reach);
        rows = new KeyedRows<>(TodayItem::key, presenter::line);
        notice = new ReadOnlyObjectWrapper<>(notices.starting());
        selected.subscribe(this::selectionChanged);
        lists.whenChanged(this::showRows);
    }

    /** Shows what the engine knows now. */
    public void show(EngineSnapshot snapshot) {
        latest = snapshot;
        engineIs(null);
        lists.take(snapshot.appointments());
        detail.take(snapshot);
        showRows();
        selectWanted();
        if (!everSelected) {
            selectNext();
        }
        showDetail();
    }

    TodayStand stand() {
        Row<TodayItem, TodayLine> row = selected.get();
        return new TodayStand(lists.listProperty().get(), row == null ? wanted : row.value().key(),
                detail.openProperty().get());
    }

    void goOn(TodayStand stand) {
        lists.listProperty().set(stand.list());
        detail.openProperty().set(stand.detailOpen());
        wanted = stand.selected();
    }

    /** The engine has ended: the appointments stay, but how they stand is not known any more. */
    void engineGone(Message why) {
        engineIs(why);
        showRows();
        showDetail();
    }

    private void engineIs(@Nullable Message nowGone) {
        boolean changed = (gone == null) != (nowGone == null);
        gone = nowGone;
        presenter.outOfDate(nowGone != null);
        if (nowGone == null) {
            reach.find();
        } else {
            reach.lose();
        }
        if (changed) {
            rows.presentAgain();
        }
    }

    /** Puts everything into words anew: time has passed, or names are hidden or shown. */
    public void presentAgain() {
        showRows();
        rows.presentAgain();
        showDetail();
    }

    /** Whether the engine can be asked for anything. */
    Reach reach() {
        return reach;
    }

    void close() {
        detail.close();
    }

    TodayLists lists() {
        return lists;
    }

    DetailModel detail() {
        return detail;
    }

    ObservableList<Row<TodayItem, TodayLine>> rows() {
        return rows.rows();
    }

    /** The row of an appointment; null while there is none. */
    ObjectProperty<@Nullable Row<TodayItem, TodayLine>> selectedProperty() {
        return selected;
    }

    /** Null while there are rows. */
    ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Selects an appointment, if it is there, and opens its details. A list that leaves it out gives way. */
    void select(String appointmentId) {
        boolean known = lists.all().stream().anyMatch(view -> view.id().equals(appointmentId));
        if (known && row(appointmentId) == null) {
            lists.showEverything();
        }
        Row<TodayItem, TodayLine> row = row(appointmentId);
        if (row != null) {
            selected.set(row);
            detail.openProperty().set(true);
        }
    }

    private void showRows() {
        List<TodayItem> items = lists.items();
        rows.update(items);
        if (items.isEmpty() && !lists.all().isEmpty()) {
            notice.set(notices.noneInList());
        } else if (gone != null) {
            notice.set(notices.gone(gone));
        } else if (latest != null) {
            notice.set(notices.of(latest));
        }
    }

    private @Nullable Row<TodayItem, TodayLine> row(String appointmentId) {
        return rows.rows().stream().filter(row -> row.value().key().equals(appointmentId)).findFirst().orElse(null);
    }

    private void selectionChanged(@Nullable Row<TodayItem, TodayLine> row) {
        everSelected |= row != null;
        showDetail();
    }

    /** Once; what is not there any more gives way to the next. */
    private void selectWanted() {
        Row<TodayItem, TodayLine> row = wanted == null ? null : row(wanted);
        wanted = null;
        if (row != null) {
            selected.set(row);
        }
    }

    private void selectNext() {
        lists.all()
                .stream()
                .filter(view -> view.scheduledStart().isAfter(formats.now()))
                .min(Comparator.comparing(AppointmentView::scheduledStart))
                .map(view -> row(view.id()))
                .ifPresent(selected::set);
    }

    private void showDetail() {
        Row<TodayItem, TodayLine> row = selected.get();
        detail.show(row != null && row.value() instanceof TodayItem.Single(AppointmentView view) ? view : null);
    }
}
