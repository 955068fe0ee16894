package org.priorfetch.app.panel;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Formats;

/** While the pointer is busy among the rows, none of them moves: what comes, goes or changes its place waits a moment. */
final class Stillness {

    private static final Duration MOMENT = Duration.ofSeconds(5);

    private final Formats formats;
    private Instant until = Instant.MIN;

    Stillness(Formats formats) {
        this.formats = formats;
    }

    void pointerMoved() {
        until = formats.now().plus(MOMENT);
    }

    void pointerLeft() {
        until = Instant.MIN;
    }

    /** What to show of what is known now: while rows are to stay still, those that are shown. Where there are none, all. */
    List<PanelItem> calm(List<Row<PanelItem, Glance>> shown, List<PanelItem> now) {
        return shown.isEmpty() || !formats.now().isBefore(until) ? now : keepPlaces(shown, now);
    }

    /** The rows that are shown, in their places, with what is now known of them. */
    private static List<PanelItem> keepPlaces(List<Row<PanelItem, Glance>> shown, List<PanelItem> now) {
        Map<Object, PanelItem> known = HashMap.newHashMap(now.size());
        now.forEach(item -> known.put(item.key(), item));
        List<PanelItem> kept = new ArrayList<>(shown.size());
        for (Row<PanelItem, Glance> row : shown) {
            kept.add(known.getOrDefault(row.value().key(), row.value()));
        }
        return kept;
    }
}
