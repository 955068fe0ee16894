package org.priorfetch.app.transfers;

import java.util.List;
import java.util.function.Predicate;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Deed;
import org.priorfetch.engine.api.TransferView;

/** The transfer that is selected: why it stands as it stands, and what can be done with it. */
final class TransferSelection {

    private final TransferDeeds transferDeeds;
    private final TransferPresenter presenter;
    private final Predicate<String> appointmentKnown;
    private final ObjectProperty<@Nullable TransferView> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<List<Deed>> deeds = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<String> advice = new ReadOnlyObjectWrapper<>("");
    private @Nullable Long wanted;

    /** @param appointmentKnown whether an appointment can be gone to */
    TransferSelection(TransferDeeds transferDeeds, TransferPresenter presenter,
            Predicate<String> appointmentKnown) {
        this.transferDeeds = transferDeeds;
        this.presenter = presenter;
        this.appointmentKnown = appointmentKnown;
        selected.subscribe(_ -> presentAgain());
    }

    ObjectProperty<@Nullable TransferView> selectedProperty() {
        return selected;
    }

    /** What can be done with it; empty while there is none. */
    ReadOnlyObjectProperty<List<Deed>> deedsProperty() {
        return deeds.getReadOnlyProperty();
    }

    /** Why it stands as it stands, and what to do next; while there is none, what choosing one would show. */
    ReadOnlyObjectProperty<String> adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    /** What is selected, or is to be once it is there. */
    @Nullable
    Long id() {
        TransferView view = selected.get();
        return view == null ? wanted : (Long) view.id();
    }

    /** Selects it once it is there; what is not there then is left. */
    void want(@Nullable Long id) {
        wanted = id;
    }

    /** Selects a transfer, if it is among all. */
    void select(long id, List<TransferView> all) {
        all.stream().filter(view -> view.id() == id).findFirst().ifPresent(selected::set);
    }

    /** The selected transfer as it is now; one of the history stays as it was. */
    void follow(List<TransferView> all) {
        Long id = wanted;
        wanted = null;
        if (id != null) {
            select(id, all);
        }
        TransferView before = selected.get();
        if (before != null) {
            select(before.id(), all);
            presentAgain();
        }
    }

    void presentAgain() {
        TransferView view = selected.get();
        String appointment = view == null ? null : view.appointmentId();
        boolean known = appointment != null && appointmentKnown.test(appointment);
        deeds.set(view == null ? List.of() : transferDeeds.of(view, known));
        advice.set(view == null ? presenter.choose() : presenter.advice(view));
    }
}
