package org.priorfetch.app.transfers;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.KeyedRows;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;

/** What the screen "Transfers" shows. */
public final class TransfersModel {

    private final Reach reach = new Reach();
    private final Texts texts;
    private final Privacy privacy;
    private final QueueModel queue;
    private final PauseModel pause;
    private final HistoryModel history;
    private final TransferPresenter presenter;
    private final TransferSelection selection;
    private final KeyedRows<TransferView, TransferLine> transfers;
    private final ObjectProperty<TransferSection> section = new SimpleObjectProperty<>(TransferSection.LATELY);
    private final ReadOnlyObjectWrapper<Map<TransferSection, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Notice> notice;
    private Notice unknown;
    private boolean known;
    private List<TransferView> all = List.of();
    private Map<String, Patient> patients = Map.of();

    public TransfersModel(Workplace workplace) {
        this.texts = workplace.texts();
        this.privacy = workplace.privacy();
        TransferDeeds deeds = new TransferDeeds(workplace, reach);
        queue = new QueueModel(deeds);
        pause = new PauseModel(workplace);
        presenter = new TransferPresenter(texts, workplace.formats(), this::patient);
        history = new HistoryModel(workplace, presenter);
        selection = new TransferSelection(deeds, presenter, appointment -> patients.containsKey(appointment));
        transfers = new KeyedRows<>(TransferView::id, presenter::line);
        unknown = new Notice(Mark.WAITING, texts.get("transfers.starting"), "");
        notice = new ReadOnlyObjectWrapper<>(unknown);
        section.subscribe(this::sectionChanged);
    }

    /** Shows what the engine knows now. */
    public void show(EngineSnapshot snapshot) {
        Map<String, Patient> known = HashMap.newHashMap(snapshot.appointments().size());
        snapshot.appointments().forEach(appointment -> known.put(appointment.id(), appointment.patient()));
        boolean othersKnown = !known.equals(patients);
        patients = known;
        all = snapshot.transfers();
        if (reach.find()) {
            history.engineSpeaks();
        }
        know(true);
        queue.take(all);
        pause.take(snapshot);
        history.take(snapshot);
        showRows();
        if (othersKnown) {
            transfers.presentAgain();
        }
        selection.follow(all);
    }

    TransfersStand stand() {
        boolean listed = section.get() != TransferSection.HISTORY;
        return new TransfersStand(section.get(), listed ? selection.id() : null, history.wishProperty().get());
    }

    void goOn(TransfersStand stand) {
        history.wishProperty().set(stand.history());
        section.set(stand.section());
        selection.want(stand.selected());
    }

    /** The engine has ended: what had not ended is no longer known. */
    void engineGone(Message why) {
        unknown = new Notice(Mark.UNREACHABLE, texts.get("transfers.gone.title"), texts.of(why));
        reach.lose();
        queue.take(List.of());
        know(false);
        selection.presentAgain();
    }

    private void know(boolean now) {
        boolean changed = known != now;
        known = now;
        presenter.outOfDate(!now);
        counts.set(now ? counted() : Map.of());
        notice.set(nothing());
        if (changed) {
            transfers.presentAgain();
        }
    }

    /** Puts everything into words anew: time has passed, or names are hidden or shown. */
    public void presentAgain() {
        transfers.presentAgain();
        history.presentAgain();
    }

    /** Selects a transfer, if it is among the latest. */
    void select(long id) {
        section.set(TransferSection.LATELY);
        selection.select(id, all);
    }

    ObservableList<Row<TransferView, TransferLine>> transfers() {
        return transfers.rows();
    }

    /** Whether the section that is open lists any transfer. */
    ObservableBooleanValue anyListed() {
        return Bindings.createBooleanBinding(() -> section.get() == TransferSection.HISTORY
                ? !history.rowsProperty().get().isEmpty()
                : !transfers.rows().isEmpty(), section,
                history.rowsProperty(), transfers.rows());
    }

    /** Whether the engine can be asked for anything. */
    Reach reach() {
        return reach;
    }

    QueueModel queue() {
        return queue;
    }

    PauseModel pause() {
        return pause;
    }

    HistoryModel history() {
        return history;
    }

    TransferSelection selection() {
        return selection;
    }

    ObjectProperty<TransferSection> sectionProperty() {
        return section;
    }

    /** How many transfers each section but the history holds; empty while that is not known. */
    ReadOnlyObjectProperty<Map<TransferSection, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    private void sectionChanged(TransferSection now) {
        selection.selectedProperty().set(null);
        notice.set(nothing());
        showRows();
        if (now == TransferSection.HISTORY) {
            history.open();
        }
    }

    private Notice nothing() {
        return known ? new Notice(Mark.NONE, texts.get("transfers.empty.title." + section.get()),
                texts.get("transfers.empty.hint")) : unknown;
    }

    private void showRows() {
        transfers.update(all.stream().filter(section.get()::holds).toList());
    }

    private Map<TransferSection, Integer> counted() {
        Map<TransferSection, Integer> counted = new EnumMap<>(TransferSection.class);
        for (TransferSection one : TransferSection.values()) {
            counted.put(one, (int) all.stream().filter(one::holds).count());
        }
        return counted;
    }

    private String patient(TransferView view) {
        @Nullable
        Patient patient = view.appointmentId() == null ? null : patients.get(view.appointmentId());
        return patient == null ? "" : privacy.name(patient);
    }
}
