package org.priorfetch.engine.transfer;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TimeSplit;

/**
 * Says in words what a slow transfer spends most of its time on, with the figures, and what would help. A transfer is slow
 * when it goes on for a while at less than {@link #FAST} and most of its time goes into other things than bytes on the line;
 * a line that carries less than {@link #POOR} is slow by itself.
 */
final class SlowBecause {

    /** Before that there is nothing to complain of: most studies are through by then. */
    private static final Duration SOON = Duration.ofSeconds(15);

    /** Bytes a second, 80 Mbit/s: with them nobody waits long, whatever the time goes into. */
    private static final long FAST = 10_000_000;

    /** Bytes a second, 16 Mbit/s. */
    private static final long POOR = 2_000_000;

    /** From so many operations side by side on, more of them seldom help, and burden an archive. */
    private static final int ENOUGH_LANES = 4;

    /** What takes that long for an answer is not short of operations. */
    private static final Duration STOPPED = Duration.ofSeconds(5);

    private static final long KILOBYTE = 1_000;
    private static final long MEGABYTE = 1_000_000;

    private SlowBecause() {}

    /**
     * Null while there is nothing to be said.
     *
     * @param lanes operations that source and PACS allow side by side
     * @param oneAtATime whether the source sends an instance only after the one before was answered for
     * @param bytes carried until now
     */
    static @Nullable Reason of(TimeSplit split, String source, int lanes, boolean oneAtATime, long bytes) {
        TimePart largest = split.largest().orElse(null);
        if (largest == null || split.took().compareTo(SOON) < 0 || !isSlow(split, bytes)) {
            return null;
        }
        TimeSplit.Part part = split.parts().get(largest);
        if (part == null) {
            return null;
        }
        Reason reason = said(split, largest, part, source, bytes);
        if (largest == TimePart.ROUND_TRIPS && oneAtATime) {
            reason = reason.and("transfer.slow.oneAtATime");
        }
        return lanes < ENOUGH_LANES && moreWouldHelp(split, largest, part)
                ? reason.and("transfer.slow.allowMore", ENOUGH_LANES, lanes)
                : reason;
    }

    /** Not where a line or a limit is full, nor where an archive has stopped. Who waits for others waits for what they wait for. */
    private static boolean moreWouldHelp(TimeSplit split, TimePart largest, TimeSplit.Part part) {
        return switch (largest) {
            case ROUND_TRIPS -> true;
            case SOURCE -> part.each().compareTo(STOPPED) < 0;
            case SLOT -> split.largest(other -> other != TimePart.SLOT)
                    .filter(other -> other == TimePart.ROUND_TRIPS || other == TimePart.SOURCE)
                    .isPresent();
            case QUERY, CONNECT, LINE, PACS, LIMIT, OURS -> false;
        };
    }

    private static boolean isSlow(TimeSplit split, long bytes) {
        TimeSplit.Part line = split.parts().get(TimePart.LINE);
        boolean mostlyLine = line != null && line.share().multipliedBy(2).compareTo(split.took()) >= 0;
        return perSecond(bytes, split.took()) < (mostlyLine ? POOR : FAST);
    }

    private static double perSecond(long bytes, Duration took) {
        return (double) bytes / Math.max(1, took.toMillis()) * 1000;
    }

    private static Reason said(TimeSplit split, TimePart largest, TimeSplit.Part part, String source, long bytes) {
        String share = String.valueOf(part.share().toSeconds());
        String took = String.valueOf(split.took().toSeconds());
        String each = String.valueOf(Math.max(1, part.each().toMillis()));
        return switch (largest) {
            case QUERY -> Reason.of("transfer.slow.query", share, took);
            case SLOT -> Reason.of("transfer.slow.slot", share, took, source);
            case CONNECT -> Reason.of("transfer.slow.connect", share, took, source);
            case ROUND_TRIPS -> Reason.of("transfer.slow.roundTrips", share, took, each, part.times());
            case SOURCE -> Reason.of("transfer.slow.source", share, took, source, each);
            case LINE -> Reason.of("transfer.slow.line", share, took, rate(bytes, split.took()));
            case PACS -> Reason.of("transfer.slow.pacs", share, took);
            case LIMIT -> Reason.of("transfer.slow.limit", share, took, source);
            case OURS -> Reason.of("transfer.slow.ours", share, took);
        };
    }

    private static String rate(long bytes, Duration took) {
        double perSecond = perSecond(bytes, took);
        return perSecond < MEGABYTE ? Math.round(perSecond / KILOBYTE) + " kB/s"
                : Math.round(perSecond / MEGABYTE) + " MB/s";
    }
}
