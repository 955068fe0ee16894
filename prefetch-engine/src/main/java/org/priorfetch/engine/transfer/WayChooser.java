package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RetrieveWay;
import org.priorfetch.engine.model.WayRate;

/**
 * Chooses by which way the next study of one source comes: the one that is known to be clearly faster, else the first that
 * works. Now and then a small study is brought by another way, to measure it. Thread-safe.
 */
public final class WayChooser {

    /**
     * The ways for one study.
     *
     * @param order the first is taken, the others are there for what it does not bring
     * @param why the first, in words
     * @param trial whether it is taken only to measure it
     */
    public record Choice(List<RetrieveWay> order, Reason why, boolean trial) {
        public Choice {
            order = List.copyOf(order);
        }

        RetrieveWay way() {
            return order.getFirst();
        }
    }

    static final int SMALL_STUDY = 60;
    static final int STUDIES_BETWEEN_TRIALS = 20;
    static final int MEASURED_REQUESTS = 4;
    static final double CLEARLY_FASTER = 1.25;
    static final Duration NOT_OFFERED = Duration.ofHours(24);
    static final Duration FAILED_LATELY = Duration.ofMinutes(30);

    /** An instance costs as much as so many bytes: without it small images and large ones could not be compared. */
    private static final double BYTES_PER_INSTANCE = 250_000;
    private static final double KEPT_OF_THE_PAST = 0.9;
    private static final double NANOS = 1e9;

    private record Avoided(Instant until, boolean offered) {}

    private final List<RetrieveWay> possible;
    private final Map<RetrieveWay, WayRate> measures = new EnumMap<>(RetrieveWay.class);
    private final Map<RetrieveWay, Avoided> avoided = new EnumMap<>(RetrieveWay.class);
    private RetrieveWay current;
    private int sinceTrial;

    /**
     * @param possible at least one; the first is taken while nothing is known
     */
    public WayChooser(List<RetrieveWay> possible) {
        this.possible = List.copyOf(possible);
        this.current = possible.getFirst();
    }

    /**
     * The ways for the next study.
     *
     * @param instances of the study; negative when unknown
     * @param pressing whether nothing is to be tried out with it
     */
    public synchronized Choice choose(int instances, boolean pressing, Instant now) {
        avoided.values().removeIf(avoidance -> !avoidance.until().isAfter(now));
        settle();
        sinceTrial++;
        RetrieveWay other = pressing || instances < 0 || instances > SMALL_STUDY ? null : toBeTried();
        if (other != null) {
            sinceTrial = 0;
            return new Choice(inOrder(other), Reason.of("transfer.way.trial", other.word()), true);
        }
        return new Choice(inOrder(current), why(), false);
    }

    /** Stays with what is taken until another is clearly faster, or it does not work. */
    private void settle() {
        RetrieveWay best = avoided.containsKey(current) ? firstUsable() : current;
        for (RetrieveWay way : possible) {
            WayRate other = known(way);
            WayRate ours = known(best);
            if (!avoided.containsKey(way) && other != null && ours != null
                    && other.perSecond() > ours.perSecond() * CLEARLY_FASTER) {
                best = way;
            }
        }
        current = best;
    }

    private RetrieveWay firstUsable() {
        return possible.stream().filter(way -> !avoided.containsKey(way)).findFirst().orElse(current);
    }

    private @Nullable WayRate known(RetrieveWay way) {
        WayRate measure = measures.get(way);
        return measure == null || measure.requests() < MEASURED_REQUESTS ? null : measure;
    }

    /** The one that is known least, once what is taken is known; null when it is not time. */
    private @Nullable RetrieveWay toBeTried() {
        if (known(current) == null) {
            return null;
        }
        for (RetrieveWay way : possible) {
            boolean due = known(way) == null || sinceTrial > STUDIES_BETWEEN_TRIALS;
            if (way != current && !avoided.containsKey(way) && due) {
                return way;
            }
        }
        return null;
    }

    private List<RetrieveWay> inOrder(RetrieveWay first) {
        List<RetrieveWay> order = new ArrayList<>(List.of(first));
        possible.stream().filter(way -> way != first && !avoided.containsKey(way)).forEach(order::add);
        return order;
    }

    private Reason why() {
        for (RetrieveWay way : possible) {
            Avoided avoidance = avoided.get(way);
            if (way != current && avoidance != null) {
                return Reason.of(avoidance.offered() ? "transfer.way.failed" : "transfer.way.notOffered",
                        current.word(), way.word());
            }
        }
        WayRate ours = known(current);
        for (RetrieveWay way : possible) {
            WayRate other = known(way);
            if (way != current && ours != null && other != null) {
                return ours.perSecond() > other.perSecond()
                        ? Reason.of("transfer.way.faster", current.word(), way.word(),
                                String.format(Locale.ROOT, "%.1f", ours.perSecond() / other.perSecond()))
                        : Reason.of("transfer.way.kept", current.word(), way.word());
            }
        }
        return possible.size() == 1 ? Reason.of("transfer.way.only", current.word())
                : Reason.of("transfer.way.first", current.word());
    }

    /** So much has come by this way, in one request. */
    public synchronized void measured(RetrieveWay way, long instances, long bytes, Duration took, Instant now) {
        if (instances > 0) {
            WayRate before = measures.getOrDefault(way, new WayRate(0, 0, 0, now));
            measures.put(way, new WayRate(
                    before.load() * KEPT_OF_THE_PAST + instances + bytes / BYTES_PER_INSTANCE,
                    before.seconds() * KEPT_OF_THE_PAST + took.toNanos() / NANOS, before.requests() + 1, now));
        }
    }

    /** What was measured, by way. */
    public synchronized Map<RetrieveWay, WayRate> rates() {
        return Map.copyOf(measures);
    }

    /** Goes on from what was measured before the program was started; what is measured now is not replaced. */
    public synchronized void recall(Map<RetrieveWay, WayRate> before) {
        before.forEach((way, rate) -> {
            if (possible.contains(way)) {
                measures.putIfAbsent(way, rate);
            }
        });
    }

    /** The archive does not offer it to us. */
    public synchronized void notOffered(RetrieveWay way, Instant now) {
        avoided.put(way, new Avoided(now.plus(NOT_OFFERED), false));
    }

    /** It did not bring what another way then did. */
    public synchronized void failed(RetrieveWay way, Instant now) {
        avoided.putIfAbsent(way, new Avoided(now.plus(FAILED_LATELY), true));
    }

    /** By which way the next study would come, and why. */
    public synchronized Reason now() {
        settle();
        return why();
    }
}
