package org.priorfetch.engine.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerMeasures;
import org.priorfetch.engine.model.PeerMeasures.Carried;
import org.priorfetch.engine.model.PeerMeasures.Granted;
import org.priorfetch.engine.model.PeerMeasures.Http;
import org.priorfetch.engine.model.PeerMeasures.Ping;
import org.priorfetch.engine.model.PeerMeasures.Window;

/** What was measured at a peer, in words. */
public final class MeasureLines {

    /** One thing with its figure. */
    public record Line(String label, String value) {}

    private final Locale locale;
    private final List<Line> lines = new ArrayList<>();

    private MeasureLines(Locale locale) {
        this.locale = locale;
    }

    public static List<Line> of(PeerMeasures measures, Locale locale) {
        MeasureLines words = new MeasureLines(locale);
        words.connection(measures);
        words.images(measures);
        measures.notes().forEach(note -> words.add("note", note));
        return List.copyOf(words.lines);
    }

    /** The parts of the expected time, and what helps. */
    public static List<Line> of(Bottleneck bottleneck, Locale locale) {
        MeasureLines words = new MeasureLines(locale);
        Figures figures = new Figures(locale);
        String parts = bottleneck.seconds()
                .entrySet()
                .stream()
                .map(part -> Message.of("measure.value.part." + part.getKey().word(), figures.seconds(part.getValue()))
                        .text(locale))
                .collect(Collectors.joining(", "));
        words.add("expected", Message.of("measure.value.expected", figures.seconds(bottleneck.expected()), parts));
        words.add("narrowest", Message.of("measure.part." + bottleneck.narrowest().word()));
        words.add("advice", bottleneck.advice());
        if (bottleneck.hint() != null) {
            words.add("hint", bottleneck.hint());
        }
        return List.copyOf(words.lines);
    }

    private void connection(PeerMeasures measures) {
        Figures figures = new Figures(locale);
        Ping ping = measures.roundTrip();
        if (ping != null) {
            add("roundTrip", Message.of("measure.value.roundTrip", figures.millis(ping.medianMillis()),
                    figures.millis(ping.worstMillis()), ping.count()));
        }
        Double lost = measures.lostMillis();
        if (lost != null) {
            add("plainClient", Message.of("measure.value.plainClient", figures.millis(lost)));
        }
        Window window = measures.window();
        if (window != null) {
            add("window", windowValue(window));
        }
        Granted granted = measures.associations();
        if (granted != null) {
            add("associations", Message.of(
                    granted.busy() ? "measure.value.associationsBusy" : "measure.value.associations",
                    granted.granted(), granted.allowed()));
        }
        Http http = measures.http();
        if (http != null) {
            add("http", Message.of(http.gzip() ? "measure.value.gzip" : "measure.value.noGzip", http.version()));
        }
    }

    private static Message windowValue(Window window) {
        if (window.dropped()) {
            return Message.of("measure.value.windowDropped");
        }
        return window.width() > 1 ? Message.of("measure.value.window", window.width())
                : Message.of("measure.value.noWindow");
    }

    private void images(PeerMeasures measures) {
        Carried down = measures.down();
        if (down != null) {
            add("down", carried(down, "measure.value.down"));
        }
        Carried up = measures.up();
        if (up != null) {
            add("up", carried(up, up.fromTransfers() ? "measure.value.upTransfers" : "measure.value.up"));
        }
    }

    private Message carried(Carried carried, String key) {
        Figures figures = new Figures(locale);
        return Message.of(carried.limited() ? "measure.value.limited" : key,
                figures.rate(carried.bytesPerSecond()), figures.rate(carried.lineBytesPerSecond()),
                carried.instances(), figures.megabytes(carried.bytes()), figures.seconds(carried.tookMillis() / 1000));
    }

    private void add(String label, Message value) {
        lines.add(new Line(Message.of("measure.label." + label).text(locale), value.text(locale)));
    }
}
