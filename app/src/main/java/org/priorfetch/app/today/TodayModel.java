package org.priorfetch.app.today;

import java.util.List;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.KeyedRows;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.model.PeerStatus;

/** What the screen "Today" shows: the appointments, and the candidates of the selected one. */
public final class TodayModel {

    private final Formats formats;
    private final DetailPresenter details;
    private final TodayNotices notices;
    private final KeyedRows<AppointmentView, AppointmentLine> appointments;
    private final KeyedRows<PriorView, PriorLine> priors;
    private final ObjectProperty<
            @Nullable Row<AppointmentView, AppointmentLine>> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable AppointmentDetail> detail = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty detailOpen = new SimpleBooleanProperty(this, "detailOpen", true);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice;
    private List<PeerStatus> sources = List.of();
    private boolean everSelected;

    public TodayModel(Texts texts, Formats formats, Privacy privacy) {
        this.formats = formats;
        AppointmentPresenter appointmentPresenter = new AppointmentPresenter(texts, formats, privacy);
        PriorPresenter priorPresenter = new PriorPresenter(texts, formats);
        details = new DetailPresenter(texts, formats);
        notices = new TodayNotices(texts, formats);
        appointments = new KeyedRows<>(AppointmentView::id, appointmentPresenter::line);
        priors = new KeyedRows<>(PriorView::studyUid, priorPresenter::line);
        notice = new ReadOnlyObjectWrapper<>(notices.starting());
        selected.subscribe(this::selectionChanged);
    }

    /** Shows what the engine knows now. */
    public void show(EngineSnapshot snapshot) {
        sources = snapshot.sources();
        appointments.update(snapshot.appointments());
        notice.set(notices.of(snapshot));
        if (!everSelected) {
            selectNext();
        }
        showDetail();
    }

    /** Puts everything into words anew: time has passed, or names are hidden or shown. */
    public void presentAgain() {
        appointments.presentAgain();
        showDetail();
    }

    ObservableList<Row<AppointmentView, AppointmentLine>> appointments() {
        return appointments.rows();
    }

    ObservableList<Row<PriorView, PriorLine>> priors() {
        return priors.rows();
    }

    ObjectProperty<@Nullable Row<AppointmentView, AppointmentLine>> selectedProperty() {
        return selected;
    }

    /** Null while no appointment is selected. */
    ReadOnlyObjectProperty<@Nullable AppointmentDetail> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    BooleanProperty detailOpenProperty() {
        return detailOpen;
    }

    /** Null while there are appointments. */
    ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    private void selectionChanged(@Nullable Row<AppointmentView, AppointmentLine> row) {
        everSelected |= row != null;
        showDetail();
    }

    /** Selects an appointment, if it is there, and opens its details. */
    void select(String appointmentId) {
        appointments.rows()
                .stream()
                .filter(row -> row.value().id().equals(appointmentId))
                .findFirst()
                .ifPresent(row -> {
                    selected.set(row);
                    detailOpen.set(true);
                });
    }

    private void selectNext() {
        appointments.rows()
                .stream()
                .filter(row -> row.value().scheduledStart().isAfter(formats.now()))
                .findFirst()
                .ifPresent(selected::set);
    }

    private void showDetail() {
        Row<AppointmentView, AppointmentLine> row = selected.get();
        priors.update(row == null ? List.of() : row.value().priors());
        detail.set(row == null ? null : details.detail(row.line(), sources));
    }
}
