package org.priorfetch.app.transfers;

import java.util.HashMap;
import java.util.Map;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.KeyedRows;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Patient;

/** What the screen "Transfers" shows. */
public final class TransfersModel {

    private final Privacy privacy;
    private final KeyedRows<TransferView, TransferLine> transfers;
    private final ReadOnlyObjectProperty<Notice> notice;
    private Map<String, Patient> patients = Map.of();

    public TransfersModel(Texts texts, Formats formats, Privacy privacy) {
        this.privacy = privacy;
        TransferPresenter presenter = new TransferPresenter(texts, formats, this::patient);
        transfers = new KeyedRows<>(TransferView::id, presenter::line);
        notice = new ReadOnlyObjectWrapper<>(new Notice(Mark.NONE, texts.get("transfers.empty.title"),
                texts.get("transfers.empty.hint"))).getReadOnlyProperty();
    }

    /** Shows what the engine knows now. */
    public void show(EngineSnapshot snapshot) {
        Map<String, Patient> known = HashMap.newHashMap(snapshot.appointments().size());
        snapshot.appointments().forEach(appointment -> known.put(appointment.id(), appointment.patient()));
        boolean othersKnown = !known.equals(patients);
        patients = known;
        transfers.update(snapshot.transfers());
        if (othersKnown) {
            transfers.presentAgain();
        }
    }

    /** Puts everything into words anew: time has passed, or names are hidden or shown. */
    public void presentAgain() {
        transfers.presentAgain();
    }

    ObservableList<Row<TransferView, TransferLine>> transfers() {
        return transfers.rows();
    }

    ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice;
    }

    private String patient(TransferView view) {
        @Nullable
        Patient patient = view.appointmentId() == null ? null : patients.get(view.appointmentId());
        return patient == null ? "" : privacy.name(patient);
    }
}
