package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.AppointmentOutcome;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.OutcomeRepository;
import org.priorfetch.engine.port.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records of every appointment whether its priors were here when it started, and when it was last followed. */
final class OutcomeKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeKeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    /** While nothing is being fetched, and nothing begins. */
    private static final Duration WHILE_CALM = Duration.ofSeconds(10);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);

    /** Longer than any appointment is followed. */
    private static final Duration REMEMBERED = Duration.ofDays(3);

    private final OutcomeRepository repository;
    private final Supplier<EngineSnapshot> snapshots;
    private final Clock clock;
    private final Cancellation cancellation = new Cancellation();
    private final Map<String, AppointmentOutcome> outcomes = new HashMap<>();
    private final Map<String, ReadinessVerdict> verdicts = new HashMap<>();
    private boolean loaded;

    /** @param snapshots the latest; its time does not count */
    OutcomeKeeper(OutcomeRepository repository, Supplier<EngineSnapshot> snapshots, Clock clock) {
        this.repository = repository;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    void start() {
        Thread.ofVirtual().name("outcomes").start(this::keepUntilClosed);
    }

    private void keepUntilClosed() {
        Duration pause;
        do {
            pause = keptNow();
        } while (clock.pause(pause, cancellation));
    }

    /** Answers when to look again. */
    private Duration keptNow() {
        try {
            EngineSnapshot snapshot = snapshots.get();
            Instant now = clock.now();
            keep(snapshot, now);
            return pause(snapshot.appointments(), now);
        } catch (RepositoryException failure) {
            LOG.warn("Whether priors were here in time could not be recorded: {}", failure.getMessage());
            return AFTER_TROUBLE;
        }
    }

    /** Until something may have been brought, or begins. */
    static Duration pause(List<AppointmentView> views, Instant now) {
        if (views.stream().anyMatch(view -> view.verdict() == ReadinessVerdict.FETCHING)) {
            return EVERY;
        }
        return views.stream()
                .map(view -> Duration.between(now, view.scheduledStart()))
                .filter(Duration::isPositive)
                .filter(ahead -> ahead.compareTo(WHILE_CALM) < 0)
                .min(Comparator.naturalOrder())
                .orElse(WHILE_CALM);
    }

    /** Called by one thread. */
    void keep(EngineSnapshot snapshot, Instant now) {
        if (!loaded) {
            repository.startingFrom(now.minus(REMEMBERED))
                    .forEach(outcome -> outcomes.put(outcome.appointmentId(), outcome));
            loaded = true;
        }
        outcomes.values().removeIf(outcome -> outcome.scheduledStart().isBefore(now.minus(REMEMBERED)));
        saveChanged(snapshot.appointments(), now);
        endVanished(snapshot.appointments(), now);
        snapshot.appointments().forEach(view -> verdicts.put(view.id(), view.verdict()));
    }

    private void saveChanged(List<AppointmentView> views, Instant now) {
        List<AppointmentOutcome> changed = views.stream()
                .map(view -> OutcomeRule.next(outcomes.get(view.id()), view, now))
                .filter(outcome -> !outcome.equals(outcomes.get(outcome.appointmentId())))
                .toList();
        if (!changed.isEmpty()) {
            repository.save(changed);
            changed.forEach(outcome -> outcomes.put(outcome.appointmentId(), outcome));
        }
    }

    /** What is no longer followed is over; what vanished before its start never took place. */
    private void endVanished(List<AppointmentView> views, Instant now) {
        Set<String> followed = views.stream().map(AppointmentView::id).collect(Collectors.toSet());
        List<AppointmentOutcome> ended = new ArrayList<>();
        List<String> cancelled = new ArrayList<>();
        for (AppointmentOutcome outcome : outcomes.values()) {
            ReadinessVerdict last = verdicts.get(outcome.appointmentId());
            if (followed.contains(outcome.appointmentId()) || outcome.verdictAtEnd() != null) {
                continue;
            }
            if (outcome.scheduledStart().isAfter(now)) {
                cancelled.add(outcome.appointmentId());
            } else if (last != null) {
                ended.add(ended(outcome, last));
            }
        }
        saveEnded(ended, cancelled);
        verdicts.keySet().retainAll(followed);
    }

    private void saveEnded(List<AppointmentOutcome> ended, List<String> cancelled) {
        if (!ended.isEmpty()) {
            repository.save(ended);
            ended.forEach(outcome -> outcomes.put(outcome.appointmentId(), outcome));
        }
        if (!cancelled.isEmpty()) {
            repository.remove(cancelled);
            cancelled.forEach(outcomes::remove);
        }
    }

    private static AppointmentOutcome ended(AppointmentOutcome outcome, ReadinessVerdict verdict) {
        return new AppointmentOutcome(outcome.appointmentId(), outcome.modality(), outcome.scheduledStart(),
                outcome.verdictAtStart(), outcome.relevant(), outcome.here(), outcome.readySince(), verdict);
    }

    @Override
    public void close() {
        cancellation.cancel();
    }
}
