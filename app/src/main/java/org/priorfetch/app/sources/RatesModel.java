package org.priorfetch.app.sources;

import java.time.Duration;
import java.util.List;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.model.SourceHour;

/** How fast one source was in the last days, and what its time was spent on. */
final class RatesModel {

    private static final Duration LOOKED_BACK = Duration.ofDays(14);

    private final Commands commands;
    private final Formats formats;
    private final ReadOnlyObjectWrapper<List<SourceHour>> hours = new ReadOnlyObjectWrapper<>(List.of());
    private String asked = "";

    RatesModel(Commands commands, Formats formats) {
        this.commands = commands;
        this.formats = formats;
    }

    Formats formats() {
        return formats;
    }

    ReadOnlyObjectProperty<List<SourceHour>> hoursProperty() {
        return hours.getReadOnlyProperty();
    }

    /** Reads anew; what was shown of another source goes at once. */
    void show(String source) {
        asked = source;
        hours.set(List.of());
        commands.submit(new RecordCommand.ReadRates(formats.now().minus(LOOKED_BACK)), answer -> {
            if (source.equals(asked)) {
                hours.set(answer.stream().filter(hour -> hour.source().equals(source)).toList());
            }
        }, _ -> {});
    }
}
