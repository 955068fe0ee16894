package org.priorfetch.engine.runtime;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.AlertKind;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.settings.SettingsProblem;

/** Why {@code site.yaml} as it is now is not worked with, told as an alert as long as it lasts. Thread-safe. */
final class SiteTrouble {

    private final String file;
    private final Clock clock;
    private final AtomicReference<@Nullable Alert> alert = new AtomicReference<>();

    SiteTrouble(Path file, Clock clock) {
        this.file = file.toString();
        this.clock = clock;
    }

    void clear() {
        alert.set(null);
    }

    void raise(SettingsProblem problem) {
        raise(problem.message(), problem.line() == 0 ? whole()
                : Message.of("alerts.SETTINGS_WRONG.advice", file, problem.line(), problem.column()));
    }

    void raise(Message why) {
        raise(why, whole());
    }

    private Message whole() {
        return Message.of("alerts.SETTINGS_WRONG.whole", file);
    }

    private void raise(Message text, Message advice) {
        alert.set(new Alert(AlertKind.SETTINGS_WRONG, file, clock.now(), text, advice));
    }

    EngineSnapshot shownIn(EngineSnapshot snapshot) {
        Alert raised = alert.get();
        return raised == null ? snapshot : snapshot.withAlert(raised);
    }
}
