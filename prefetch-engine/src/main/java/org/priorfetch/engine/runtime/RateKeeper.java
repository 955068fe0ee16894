package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.forecast.Calibration;
import org.priorfetch.engine.forecast.RateBook;
import org.priorfetch.engine.model.JobTimes;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.SourceHour;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TimeSplit;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.RateRepository;
import org.priorfetch.engine.port.RepositoryException;
import org.priorfetch.engine.transfer.TryListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down, every few seconds, what was measured, and reminds the rates each hour of what was measured before. */
final class RateKeeper implements TryListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RateKeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration LOOKED_BACK = Duration.ofDays(30);
    private static final int SAID_LAST = 200;

    private final RateRepository repository;
    private final RateBook book;
    private final Promises promises;
    private final Clock clock;
    private final Collection<String> sources;
    private final Runnable eachHour;
    private final Cancellation cancellation = new Cancellation();
    private final Map<Long, Reason> said = new LinkedHashMap<>();
    private final List<JobTimes> times = new ArrayList<>();
    private final List<SourceHour> hours = new ArrayList<>();
    private Instant remembered = Instant.MIN;

    /** @param eachHour what else is to be read anew from what is stored */
    RateKeeper(RateRepository repository, RateBook book, Promises promises, Clock clock, Collection<String> sources,
            Runnable eachHour) {
        this.repository = repository;
        this.book = book;
        this.promises = promises;
        this.clock = clock;
        this.sources = sources;
        this.eachHour = eachHour;
    }

    void start() {
        Thread.ofVirtual().name("rates").start(this::keepUntilClosed);
    }

    private void keepUntilClosed() {
        try {
            sources.forEach(this::recallPromises);
        } catch (RepositoryException failure) {
            LOG.warn("What was said before is not known: {}", failure.getMessage());
        }
        do {
            flush();
            remember();
        } while (clock.pause(EVERY, cancellation));
    }

    private void recallPromises(String source) {
        repository.promised(source, Calibration.KEPT).reversed().forEach(this::compare);
    }

    private void compare(JobTimes one) {
        Duration promised = one.promised();
        if (promised != null) {
            book.compare(one.source(), promised.toMillis() / 1000.0, one.split().took().toMillis() / 1000.0);
        }
    }

    private void remember() {
        Instant now = clock.now();
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        if (!hour.equals(remembered)) {
            try {
                book.remember(repository.since(now.minus(LOOKED_BACK)), now, clock.zone());
                eachHour.run();
                remembered = hour;
            } catch (RepositoryException failure) {
                LOG.warn("How fast the sources were is not known: {}", failure.getMessage());
            }
        }
    }

    @Override
    public void tried(TransferJob job, TimeSplit split, @Nullable Reason slowBecause, boolean complete) {
        Duration promised = promises.take(job.id());
        Instant now = clock.now();
        JobTimes ended = new JobTimes(job.id(), job.ref().source(), now, split, slowBecause,
                complete ? promised : null);
        compare(ended);
        note(ended, now);
    }

    private synchronized void note(JobTimes ended, Instant now) {
        times.add(ended);
        Map<TimePart, Duration> spent = new EnumMap<>(TimePart.class);
        ended.split().parts().forEach((part, time) -> spent.put(part, time.share()));
        hours.add(new SourceHour(ended.source(), now.truncatedTo(ChronoUnit.HOURS), 0, 0, 0, Duration.ZERO, spent));
        Reason slowBecause = ended.slowBecause();
        said.remove(ended.jobId());
        if (slowBecause != null) {
            said.put(ended.jobId(), slowBecause);
        }
        if (said.size() > SAID_LAST) {
            said.remove(said.keySet().iterator().next());
        }
    }

    /** Of the transfers that ended last, why they took their time. */
    synchronized Map<Long, Reason> saidLast() {
        return Map.copyOf(said);
    }

    /** Writes down what is still in memory; what cannot be written is kept for the next time. */
    synchronized void flush() {
        hours.addAll(book.takeHours());
        if (hours.isEmpty() && times.isEmpty()) {
            return;
        }
        try {
            repository.add(summed(), times);
            hours.clear();
            times.clear();
        } catch (RepositoryException failure) {
            LOG.warn("What was measured could not be recorded: {}", failure.getMessage());
        }
    }

    private Collection<SourceHour> summed() {
        record Hour(String source, Instant hour) {}
        Map<Hour, SourceHour> sums = new HashMap<>();
        hours.forEach(one -> sums.merge(new Hour(one.source(), one.hour()), one, SourceHour::plus));
        return sums.values();
    }

    @Override
    public void close() {
        cancellation.cancel();
        flush();
    }
}
