package org.priorfetch.app.transfers;

import java.time.Duration;
import java.time.Instant;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.TransferCommand.Pause;

/** Whether transfers begin, and for how long not. */
final class PauseModel {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Workplace workplace;
    private final Texts texts;
    private final Formats formats;
    private final ReadOnlyObjectWrapper<String> paused = new ReadOnlyObjectWrapper<>("");

    PauseModel(Workplace workplace) {
        this.workplace = workplace;
        this.texts = workplace.texts();
        this.formats = workplace.formats();
    }

    void take(EngineSnapshot snapshot) {
        Instant until = snapshot.pausedUntil();
        String since = until == null ? texts.get("transfers.paused")
                : texts.get("transfers.paused.until", formats.timeOfDay(until));
        paused.set(snapshot.paused() ? since : "");
    }

    /** That transfers are paused, and until when; empty while they are not. */
    ReadOnlyObjectProperty<String> pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    void forAnHour() {
        pause(true, formats.now().plus(AN_HOUR));
    }

    void untilTomorrow() {
        pause(true, formats.startOf(formats.today().plusDays(1)));
    }

    void untilAsked() {
        pause(true, null);
    }

    void goOn() {
        pause(false, null);
    }

    private void pause(boolean wanted, @Nullable Instant until) {
        workplace.commands()
                .submit(new Pause(wanted, until), _ -> {},
                        why -> workplace.teller()
                                .tell(new Notice(Mark.FAILED, texts.get("transfers.refused"), texts.of(why))));
    }
}
