package org.priorfetch.app.tray;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;

import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.tray.TrayState.Kind;
import org.priorfetch.app.tray.TrayState.Silent;
import org.priorfetch.engine.model.AlertKind;
import org.priorfetch.engine.model.ReadinessVerdict;

/** What the tray says in words: "3 of 12 appointments still fetching · 2 need you". */
final class TrayWords {

    /** Windows cuts at 127. */
    private static final int LONGEST = 127;

    private final Texts texts;
    private final ZoneId zone;

    TrayWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    Texts texts() {
        return texts;
    }

    String tooltip(TrayState state) {
        String line = String.join(" · ", parts(state));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    /** The end of a pause as the menu names it, such as 14:05. */
    String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(texts.locale())
                .format(instant.atZone(zone));
    }

    private List<String> parts(TrayState state) {
        List<String> parts = new ArrayList<>();
        for (Silent peer : state.silent()) {
            parts.add(texts.get("tray.silent." + peer.kind(), peer.name()));
        }
        if (state.critical().contains(AlertKind.DISK_LOW)) {
            parts.add(texts.get("tray.diskLow"));
        }
        parts.add(summary(state));
        add(parts, "tray.needYou", state.count(ReadinessVerdict.HELD));
        add(parts, "tray.failed", state.count(ReadinessVerdict.FAILED));
        add(parts, "tray.partial", state.count(ReadinessVerdict.PARTIAL));
        add(parts, "tray.beside", state.waitingBeside());
        add(parts, "tray.unreachable", state.count(ReadinessVerdict.UNREACHABLE));
        if (state.paused()) {
            Instant until = state.pausedUntil();
            parts.add(until == null ? texts.get("tray.paused") : texts.get("tray.pausedUntil", time(until)));
        }
        return parts;
    }

    private String summary(TrayState state) {
        int all = state.appointments();
        int fetching = state.count(ReadinessVerdict.FETCHING);
        if (all == 0) {
            return switch (state.kind()) {
                case ALL_READY -> texts.get("tray.none");
                case WORKING -> texts.get("tray.starting");
                case NO_CONNECTION, NEEDS_ATTENTION ->
                    texts.get(state.silent().isEmpty() ? "tray.notConnected" : "tray.noneKnown");
            };
        }
        if (fetching > 0) {
            return texts.get("tray.fetching", fetching, all);
        }
        return state.kind() == Kind.ALL_READY ? texts.get("tray.allReady", all)
                : texts.get("tray.ready", state.ready(), all);
    }

    private void add(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(texts.get(key, count));
        }
    }
}
