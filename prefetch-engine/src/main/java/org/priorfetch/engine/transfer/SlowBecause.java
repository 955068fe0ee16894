package org.priorfetch.engine.transfer;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TimeSplit;

/** Says in words what a transfer spends most of its time on, with the figures, and what would help. */
final class SlowBecause {

    /** Before that there is nothing to complain of. */
    private static final Duration SOON = Duration.ofSeconds(5);

    /** From so many operations side by side on, more of them seldom help, and burden an archive. */
    private static final int ENOUGH_LANES = 4;

    private static final long MEGABYTE = 1_000_000;

    private SlowBecause() {}

    /**
     * Null while there is nothing to be said.
     *
     * @param lanes operations that source and PACS allow side by side
     * @param bytes carried until now
     */
    static @Nullable Reason of(TimeSplit split, String source, int lanes, long bytes) {
        TimePart largest = split.largest().orElse(null);
        if (largest == null || split.took().compareTo(SOON) < 0) {
            return null;
        }
        TimeSplit.Part part = split.parts().get(largest);
        return part == null ? null : said(split, largest, part, source, lanes, bytes);
    }

    private static Reason said(TimeSplit split, TimePart largest, TimeSplit.Part part, String source, int lanes,
            long bytes) {
        String share = String.valueOf(part.share().toSeconds());
        String took = String.valueOf(split.took().toSeconds());
        String each = String.valueOf(Math.max(1, part.each().toMillis()));
        Reason reason = switch (largest) {
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
        boolean moreWouldHelp = switch (largest) {
            case SLOT, ROUND_TRIPS, SOURCE -> lanes < ENOUGH_LANES;
            case QUERY, CONNECT, LINE, PACS, LIMIT, OURS -> false;
        };
        return moreWouldHelp ? reason.and("transfer.slow.allowMore", ENOUGH_LANES, lanes) : reason;
    }

    private static String rate(long bytes, Duration took) {
        double perSecond = (double) bytes / MEGABYTE / Math.max(1, took.toMillis()) * 1000;
        return perSecond < 1 ? "1" : String.valueOf(Math.round(perSecond));
    }
}
