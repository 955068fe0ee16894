package org.priorfetch.engine.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.priorfetch.engine.model.SourceHour;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;

/** What all sources give, measured at their transfers, and what follows from it for the next ones. Guarded by itself. */
public final class RateBook {

    private record Measured(SourceMeter meter, SourceRates rates, Calibration calibration) {

        static Measured of(String source) {
            SourceRates rates = new SourceRates();
            return new Measured(new SourceMeter(source, rates), rates, new Calibration());
        }
    }

    private final Map<String, Measured> sources = new HashMap<>();

    /** Takes in how a transfer stands. */
    public synchronized void note(TransferJob job, Instant now) {
        SourceMeter meter = of(job.ref().source()).meter();
        if (job.state() == TransferState.RUNNING) {
            meter.moves(job.id(), job.delivered(), job.bytes(), now);
        } else {
            meter.rests(job.id(), job.delivered(), job.bytes(), job.state() == TransferState.COMPLETE, now);
        }
    }

    /** Takes in what is known of past days, for the hour that it is now. */
    public synchronized void remember(Collection<SourceHour> past, Instant now, ZoneId zone) {
        past.stream()
                .collect(Collectors.groupingBy(SourceHour::source))
                .forEach((source, hours) -> of(source).rates().remember(hours, now, zone));
    }

    /** So long was said, and so long it took. */
    public synchronized void compare(String source, double saidSeconds, double tookSeconds) {
        of(source).calibration().compare(saidSeconds, tookSeconds);
    }

    /** As it is now; empty for a source that was never measured. */
    public synchronized Optional<Pace> pace(String source) {
        SourceRates rates = of(source).rates();
        return rates.isKnown() ? Optional.of(rates.pace()) : Optional.empty();
    }

    /** The same after what was learnt from what was said wrongly before. */
    public synchronized Optional<Pace> calibrated(String source) {
        return pace(source).map(pace -> pace.times(of(source).calibration().factor()));
    }

    /** For how long nothing has come of what is under way; zero while that is nothing unusual. */
    public synchronized Duration silence(String source, Instant now) {
        return of(source).meter().silence(now);
    }

    /** What was carried by the hour, since it was last taken. */
    public synchronized List<SourceHour> takeHours() {
        List<SourceHour> hours = new ArrayList<>();
        sources.values().forEach(source -> hours.addAll(source.meter().takeHours().values()));
        return hours;
    }

    private Measured of(String source) {
        return sources.computeIfAbsent(source, Measured::of);
    }
}
