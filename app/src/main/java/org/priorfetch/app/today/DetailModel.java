package org.priorfetch.app.today;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.KeyedRows;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Deed;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.PeerStatus;

/** The selected appointment, its candidates, and what can be done with them. */
final class DetailModel {

    private final AppointmentPresenter appointments;
    private final DetailPresenter details;
    private final TodayDeeds deeds;
    private final KeyedRows<PriorView, PriorLine> priors;
    private final ObjectProperty<@Nullable Row<PriorView, PriorLine>> selectedPrior = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable AppointmentDetail> detail = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Deed>> appointmentDeeds = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Deed>> priorDeeds = new ReadOnlyObjectWrapper<>(List.of());
    private final PriorReports reports;
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", true);
    private List<PeerStatus> sources = List.of();
    private Set<String> waiting = Set.of();
    private @Nullable AppointmentView shown;

    DetailModel(Workplace workplace, AppointmentPresenter appointments, Reach reach) {
        this.appointments = appointments;
        details = new DetailPresenter(workplace.texts(), workplace.formats());
        deeds = new TodayDeeds(workplace, reach);
        PriorPresenter presenter = new PriorPresenter(workplace.texts(), workplace.formats());
        priors = new KeyedRows<>(PriorView::studyUid, presenter::line);
        reports = new PriorReports(workplace, reach);
        selectedPrior.subscribe(row -> {
            showPriorDeeds();
            reports.ask(shown, row == null ? null : row.value());
        });
    }

    void take(EngineSnapshot snapshot) {
        sources = snapshot.sources();
        waiting = snapshot.transfers()
                .stream()
                .filter(transfer -> !transfer.state().isTerminal() && !transfer.state().isUnderWay())
                .map(TransferView::studyUid)
                .collect(Collectors.toSet());
    }

    void show(@Nullable AppointmentView view) {
        if (shown != null && view != null && !shown.id().equals(view.id())) {
            selectedPrior.set(null);
        }
        shown = view;
        if (view == null) {
            priors.update(List.of());
            detail.set(null);
            appointmentDeeds.set(List.of());
        } else {
            priors.update(view.priors());
            detail.set(details.detail(appointments.line(view), sources));
            appointmentDeeds.set(deeds.ofAppointment(view, waiting));
        }
        showPriorDeeds();
    }

    ObservableList<Row<PriorView, PriorLine>> priors() {
        return priors.rows();
    }

    ObjectProperty<@Nullable Row<PriorView, PriorLine>> selectedPriorProperty() {
        return selectedPrior;
    }

    /** Null while no appointment is selected. */
    ReadOnlyObjectProperty<@Nullable AppointmentDetail> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** What can be done with the selected appointment; empty while there is none. */
    ReadOnlyObjectProperty<List<Deed>> appointmentDeedsProperty() {
        return appointmentDeeds.getReadOnlyProperty();
    }

    /** What can be done with the selected candidate; empty while there is none. */
    ReadOnlyObjectProperty<List<Deed>> priorDeedsProperty() {
        return priorDeeds.getReadOnlyProperty();
    }

    /** What was reported of the selected candidate; empty while there is none, and where no report came. */
    ReadOnlyStringProperty reportProperty() {
        return reports.textProperty();
    }

    /** Opens each document of that report; empty while there is none. */
    ReadOnlyObjectProperty<List<Deed>> documentsProperty() {
        return reports.documentsProperty();
    }

    void close() {
        reports.close();
    }

    BooleanProperty openProperty() {
        return open;
    }

    private void showPriorDeeds() {
        AppointmentView view = shown;
        Row<PriorView, PriorLine> prior = selectedPrior.get();
        priorDeeds.set(view == null || prior == null ? List.of() : deeds.ofPrior(view, prior.value()));
    }
}
