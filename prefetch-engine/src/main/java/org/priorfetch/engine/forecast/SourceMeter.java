package org.priorfetch.engine.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

import org.priorfetch.engine.model.SourceHour;

/** Measures what one source gives while anything is under way from it. Used by one thread at a time. */
final class SourceMeter {

    /** What was done in less is not yet told from chance. */
    private static final Duration STRETCH = Duration.ofSeconds(2);

    /** Before an instance is whole, that little came says more of how transfers begin than of what the source gives. */
    private static final Duration WITHOUT_AN_INSTANCE = Duration.ofSeconds(10);

    /** Between two images, and while a transfer begins. */
    private static final Duration USUAL_SILENCE = Duration.ofSeconds(5);

    private record Seen(int delivered, long bytes) {}

    private final String source;
    private final SourceRates rates;
    private final Map<Long, Seen> moving = new HashMap<>();
    private final Map<Instant, SourceHour> hours = new HashMap<>();
    private Instant last = Instant.MIN;
    private Instant lastCame = Instant.MIN;
    private Duration busy = Duration.ZERO;
    private Amount carried = Amount.NONE;

    SourceMeter(String source, SourceRates rates) {
        this.source = source;
        this.rates = rates;
    }

    /** The transfer is under way, and has reached this. */
    void moves(long job, int delivered, long bytes, Instant now) {
        pass(now);
        if (moving.isEmpty()) {
            lastCame = now;
        }
        Seen before = moving.put(job, new Seen(delivered, bytes));
        if (before != null) {
            carry(before, delivered, bytes);
        }
        closeStretch(now);
    }

    /** The transfer no longer asks anything of the source. */
    void rests(long job, int delivered, long bytes, boolean complete, Instant now) {
        pass(now);
        Seen before = moving.remove(job);
        if (before != null) {
            carry(before, delivered, bytes);
        }
        if (complete) {
            carried = carried.plus(new Amount(1, 0, 0));
        }
        closeStretch(now);
    }

    private void pass(Instant now) {
        if (!moving.isEmpty() && now.isAfter(last)) {
            busy = busy.plus(Duration.between(last, now));
        }
        last = now;
    }

    /** What the PACS held before costs the source nothing: then no bytes were sent. */
    private void carry(Seen before, int delivered, long bytes) {
        long sent = bytes - before.bytes();
        if (sent > 0) {
            lastCame = last;
            carried = carried.plus(new Amount(0, Math.max(0, delivered - before.delivered()), sent));
        }
    }

    private void closeStretch(Instant now) {
        Duration atLeast = carried.instances() > 0 ? STRETCH : WITHOUT_AN_INSTANCE;
        if ((busy.compareTo(atLeast) < 0 && !moving.isEmpty()) || carried.isNothing()) {
            return;
        }
        rates.saw(busy.toMillis() / 1000.0, carried);
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        hours.merge(hour, new SourceHour(source, hour, Math.round(carried.jobs()), Math.round(carried.instances()),
                Math.round(carried.bytes()), busy, Map.of()), SourceHour::plus);
        busy = Duration.ZERO;
        carried = Amount.NONE;
    }

    /** For how long nothing has come of what is under way; zero while that is nothing unusual. */
    Duration silence(Instant now) {
        Duration silent = moving.isEmpty() || !now.isAfter(lastCame) ? Duration.ZERO : Duration.between(lastCame, now);
        return silent.compareTo(USUAL_SILENCE) < 0 ? Duration.ZERO : silent;
    }

    /** What was done by the hour, since it was last taken. */
    Map<Instant, SourceHour> takeHours() {
        Map<Instant, SourceHour> taken = Map.copyOf(hours);
        hours.clear();
        return taken;
    }
}
