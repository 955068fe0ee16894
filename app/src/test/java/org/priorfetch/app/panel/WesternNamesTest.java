package org.priorfetch.app.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.app.testing.Appointments.appointment;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.ReadinessVerdict;

class WesternNamesTest {

    @ParameterizedTest
    @CsvSource({"Müller^Karl, true", "Okafor^Adaeze, true", "Łukasiewicz^Józef, true",
            "Yamada^Tarou=\u5c71\u7530^\u592a\u90ce, false", "Hong^Gildong=\u6d2a^\u5409\u6d1e, false",
            "\u0645\u062d\u0645\u062f^\u0639\u0644\u064a, false"})
    void leavesOutWhoIsWrittenInAnotherScript(String name, boolean kept) {
        AppointmentView view = appointment("A", name, ReadinessVerdict.READY);
        EngineSnapshot day = Snapshots.of(List.of(view), List.of());
        assertThat(WesternNames.of(day).appointments()).hasSize(kept ? 1 : 0);
        assertThat(WesternNames.of(day).sources()).isEqualTo(day.sources());
    }
}
