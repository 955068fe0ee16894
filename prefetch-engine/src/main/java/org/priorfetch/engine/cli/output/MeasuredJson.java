package org.priorfetch.engine.cli.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.diagnosis.Bottleneck;
import org.priorfetch.engine.diagnosis.Part;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerMeasures;

/**
 * What {@code check --measure --json} prints of one peer. Null stands for what was not measured.
 *
 * @param protocol {@code dimse} or {@code dicomweb}
 * @param plainClientLosesMillis at each operation
 * @param bottleneck of sources only
 */
public record MeasuredJson(String protocol, PeerMeasures.@Nullable Ping roundTrip,
        @Nullable Double plainClientLosesMillis, PeerMeasures.@Nullable Window operationsWindow,
        PeerMeasures.@Nullable Granted associations, PeerMeasures.@Nullable Http http, @Nullable Rate down,
        @Nullable Rate up, @Nullable Narrowest bottleneck, List<String> notes) {

    /** Images that were carried; while bytes were on the line, where that is known. */
    public record Rate(long bytesPerSecond, @Nullable Long lineBytesPerSecond, int instances, long bytes, double millis,
            boolean limited, boolean fromTransfers) {

        static @Nullable Rate of(PeerMeasures.@Nullable Carried carried) {
            if (carried == null) {
                return null;
            }
            double line = carried.lineBytesPerSecond();
            return new Rate(Math.round(carried.bytesPerSecond()), line == 0 ? null : Math.round(line),
                    carried.instances(), carried.bytes(), carried.tookMillis(), carried.limited(),
                    carried.fromTransfers());
        }
    }

    /**
     * Where a CT of 300 images, 150 MB, spends its time.
     *
     * @param parts seconds: {@code roundTrips}, {@code line}, {@code limit}, {@code archive}, {@code pacs}
     */
    public record Narrowest(double seconds, String narrowest, Map<String, @Nullable Double> parts, String advice,
            @Nullable String hint) {

        static Narrowest of(Bottleneck found) {
            Map<String, @Nullable Double> parts = new LinkedHashMap<>();
            for (Part part : Part.values()) {
                parts.put(part.word(), found.seconds().get(part));
            }
            Message hint = found.hint();
            return new Narrowest(found.expected(), found.narrowest().word(), parts, found.advice().text(),
                    hint == null ? null : hint.text());
        }
    }

    static MeasuredJson of(PeerMeasures peer, Optional<Bottleneck> bottleneck) {
        return new MeasuredJson(peer.web() ? "dicomweb" : "dimse", peer.roundTrip(), peer.lostMillis(), peer.window(),
                peer.associations(), peer.http(), Rate.of(peer.down()), Rate.of(peer.up()),
                bottleneck.map(Narrowest::of).orElse(null), peer.notes().stream().map(Message::text).toList());
    }
}
