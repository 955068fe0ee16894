package org.priorfetch.engine.diagnosis;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerMeasures;
import org.priorfetch.engine.model.PeerMeasures.Carried;
import org.priorfetch.engine.model.PeerMeasures.Granted;
import org.priorfetch.engine.model.PeerMeasures.Ping;
import org.priorfetch.engine.model.PeerMeasures.Window;

/**
 * How long a CT may take from one archive into the PACS, what that time goes into, and where it is narrowest.
 *
 * @param seconds each part that was measured, spread over the associations that are granted
 * @param expected in all: the PACS takes images while others still come, so it counts only where it is the slower one
 * @param advice what helps most
 * @param hint what is worth knowing besides; null for nothing
 */
public record Bottleneck(String source, Map<Part, Double> seconds, double expected, Part narrowest, Message advice,
        @Nullable Message hint) {

    /** The study that is reckoned with. */
    public static final int IMAGES = 300;
    public static final long BYTES = 150_000_000;

    /** Peers that are slow to grant more stall beyond it. */
    static final int WORTHWHILE_ASSOCIATIONS = 4;

    /** A web archive is asked for the list and for each series. */
    private static final int WEB_REQUESTS = 4;
    private static final double MILLIS = 1000;
    private static final double SOON = 3;
    private static final double TELLING_LOSS_MILLIS = 5;

    public Bottleneck {
        seconds = Collections.unmodifiableMap(new EnumMap<>(seconds));
    }

    /**
     * Of one archive.
     *
     * @param pacs null where it was not measured
     * @return empty where nothing was measured that would say anything
     */
    public static Optional<Bottleneck> of(PeerMeasures source, @Nullable PeerMeasures pacs) {
        Map<Part, Double> seconds = new EnumMap<>(Part.class);
        roundTrips(source).ifPresent(found -> seconds.put(Part.ROUND_TRIPS, found));
        Carried down = source.down();
        if (down != null) {
            images(down).ifPresent(found -> seconds.put(down.limited() ? Part.LIMIT : Part.LINE, found));
            archive(source, down).ifPresent(found -> seconds.put(Part.ARCHIVE, found));
        }
        if (seconds.isEmpty()) {
            return Optional.empty();
        }
        double coming = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        Optional<Double> storing = Optional.ofNullable(pacs).flatMap(Bottleneck::storing);
        storing.ifPresent(found -> seconds.put(Part.PACS, found));
        double expected = Math.max(coming, storing.orElse(0.0));
        Part narrowest = Collections.max(seconds.entrySet(), Map.Entry.comparingByValue()).getKey();
        return Optional.of(new Bottleneck(source.name(), seconds, expected, narrowest,
                advice(source, pacs, seconds, expected, narrowest), hint(source)));
    }

    private static Optional<Double> roundTrips(PeerMeasures source) {
        Ping ping = source.roundTrip();
        double times = source.web() ? WEB_REQUESTS : IMAGES / (double) (lanes(source.associations()) * width(source));
        return ping == null ? Optional.empty() : Optional.of(times * ping.medianMillis() / MILLIS);
    }

    private static int lanes(@Nullable Granted associations) {
        return associations == null ? 1 : Math.max(1, associations.granted());
    }

    private static int width(PeerMeasures source) {
        Window window = source.window();
        return window == null ? 1 : Math.max(1, window.width());
    }

    private static Optional<Double> images(Carried down) {
        double rate = down.limited() ? down.bytesPerSecond() : down.lineBytesPerSecond();
        return rate <= 0 ? Optional.empty() : Optional.of(BYTES / rate);
    }

    /** A web archive works while its images come. */
    private static Optional<Double> archive(PeerMeasures source, Carried down) {
        return source.web() ? Optional.empty()
                : Optional.of(down.ownMillisPerInstance() * IMAGES / lanes(source.associations()) / MILLIS);
    }

    private static Optional<Double> storing(PeerMeasures pacs) {
        Carried up = pacs.up();
        if (up == null || up.bytes() == 0 || up.instances() == 0) {
            return Optional.empty();
        }
        return Optional.of(up.fromTransfers() ? BYTES / up.bytesPerSecond()
                : up.tookMillis() / up.instances() * IMAGES / lanes(pacs.associations()) / MILLIS);
    }

    private static Message advice(PeerMeasures source, @Nullable PeerMeasures pacs, Map<Part, Double> seconds,
            double expected, Part narrowest) {
        String name = source.name();
        if (expected < SOON) {
            return Message.of("measure.advice.fine", name);
        }
        return switch (narrowest) {
            case ROUND_TRIPS -> roundTripAdvice(source, seconds.getOrDefault(Part.ROUND_TRIPS, 0.0));
            case LINE -> Message.of("measure.advice.line", name, megabits(source.down()));
            case LIMIT -> Message.of("measure.advice.limit", name);
            case ARCHIVE -> Message.of("measure.advice.archive", name,
                    whole(source.down() == null ? 0 : source.down().ownMillisPerInstance()));
            case PACS -> pacs != null && pacs.up() != null && pacs.up().fromTransfers()
                    ? Message.of("measure.advice.pacsUnsure")
                    : Message.of("measure.advice.pacs", whole(IMAGES / seconds.getOrDefault(Part.PACS, 1.0)));
        };
    }

    private static Message roundTripAdvice(PeerMeasures source, double seconds) {
        Granted associations = source.associations();
        int lanes = lanes(associations);
        if (source.web()) {
            return Message.of("measure.advice.distance", source.name());
        }
        if (lanes < WORTHWHILE_ASSOCIATIONS) {
            boolean ours = associations != null && associations.granted() == associations.allowed();
            return Message.of(ours ? "measure.advice.ourAssociations" : "measure.advice.associations", source.name(),
                    lanes, WORTHWHILE_ASSOCIATIONS, whole(seconds),
                    whole(seconds * lanes / WORTHWHILE_ASSOCIATIONS));
        }
        return Message.of("measure.advice.window", source.name(), whole(seconds));
    }

    private static @Nullable Message hint(PeerMeasures source) {
        Double lost = source.lostMillis();
        if (lost != null && lost >= TELLING_LOSS_MILLIS) {
            return Message.of("measure.hint.noDelay", source.name(), whole(lost), whole(lost * IMAGES / MILLIS));
        }
        Window window = source.window();
        return window != null && window.dropped() ? Message.of("measure.hint.dropped", source.name()) : null;
    }

    private static long megabits(@Nullable Carried down) {
        return down == null ? 0 : Math.round(down.lineBytesPerSecond() * 8 / 1_000_000);
    }

    private static long whole(double figure) {
        return Math.max(1, Math.round(figure));
    }
}
