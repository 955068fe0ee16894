package org.priorfetch.app.sources;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;

/** What can be tried at the part that is open, and what it was seen to do: each with its own lines below the form. */
final class PartTrials {

    private final Doctor doctor;
    private final Measurement measurement;
    private final DeliveryTestModel deliveryTest;
    private final RatesModel rates;
    private @Nullable Instant now;

    PartTrials(Workplace workplace) {
        doctor = new Doctor(workplace.commands(), workplace.texts());
        measurement = new Measurement(workplace.commands(), workplace.texts(), () -> moment(workplace));
        deliveryTest = new DeliveryTestModel(workplace.commands(), workplace.texts(), workplace.formats()::moment);
        rates = new RatesModel(workplace.commands(), workplace.formats());
    }

    Doctor doctor() {
        return doctor;
    }

    Measurement measurement() {
        return measurement;
    }

    DeliveryTestModel deliveryTest() {
        return deliveryTest;
    }

    RatesModel rates() {
        return rates;
    }

    void show(EngineSnapshot snapshot) {
        now = snapshot.at();
        if (!Objects.equals(snapshot.deliveryTest(), deliveryTest.lastProperty().get())) {
            deliveryTest.show(snapshot.deliveryTest());
        }
    }

    void engineGone() {
        now = null;
    }

    /** Another part is looked at. */
    void forget() {
        doctor.forget();
        measurement.forget();
    }

    /** The engine's time, as of its last word. */
    private String moment(Workplace workplace) {
        Instant said = now;
        return said == null ? "" : workplace.formats().moment(said);
    }
}
