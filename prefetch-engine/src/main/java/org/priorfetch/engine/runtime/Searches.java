package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.runtime.PriorSearch.Findings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the priors of every appointment: at once when it is new or has changed, again when somebody did not answer, and
 * from time to time until it has begun. A few appointments at a time.
 */
final class Searches implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Searches.class);
    private static final int AT_A_TIME = 4;
    private static final Duration AFTER_SILENCE = Duration.ofSeconds(60);
    private static final Duration REFRESHED = Duration.ofMinutes(15);
    private static final Duration NAP = Duration.ofMillis(500);

    private final AppointmentBook book;
    private final PriorSearch search;
    private final PlanExecution execution;
    private final Clock clock;
    private final Runnable changed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Set<String> underWay = new HashSet<>();
    private final Map<String, Instant> searchedHere = new HashMap<>();
    private boolean closed;

    Searches(AppointmentBook book, PriorSearch search, PlanExecution execution, Clock clock, Runnable changed) {
        this.book = book;
        this.search = search;
        this.execution = execution;
        this.clock = clock;
        this.changed = changed;
    }

    void start() {
        Thread.ofVirtual().name("searches").start(this::dispatch);
    }

    /** Looks at the appointments anew. */
    void wake() {
        lock.lock();
        try {
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Searches for the appointment as if it were new. */
    void again(String appointmentId) {
        lock.lock();
        try {
            searchedHere.remove(appointmentId);
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether every appointment has been searched for since the start. */
    boolean isSettled() {
        lock.lock();
        try {
            return underWay.isEmpty() && book.appointments()
                    .stream()
                    .allMatch(appointment -> !isOpen(appointment) || isSearched(appointment));
        } finally {
            lock.unlock();
        }
    }

    private boolean isOpen(Appointment appointment) {
        return !appointment.isOver(clock.now());
    }

    private boolean isSearched(Appointment appointment) {
        Instant searched = searchedHere.get(appointment.id());
        return searched != null && !searched.isBefore(appointment.changed());
    }

    private void dispatch() {
        lock.lock();
        try {
            while (!closed) {
                List<Appointment> due = due();
                due.forEach(this::begin);
                if (due.isEmpty()) {
                    long left = woken.awaitNanos(NAP.toNanos());
                    LOG.trace("Looking for appointments, {} ns early", left);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private List<Appointment> due() {
        List<Appointment> due = new ArrayList<>();
        for (Appointment appointment : book.appointments()) {
            boolean free = underWay.size() + due.size() < AT_A_TIME && !underWay.contains(appointment.id());
            if (free && isOpen(appointment) && isDue(appointment)) {
                due.add(appointment);
            }
        }
        return due;
    }

    private boolean isDue(Appointment appointment) {
        if (!isSearched(appointment)) {
            return true;
        }
        Instant now = clock.now();
        Instant searched = searchedHere.getOrDefault(appointment.id(), Instant.MIN);
        boolean refresh = now.isBefore(appointment.item().scheduledStart()) && now.isAfter(searched.plus(REFRESHED));
        boolean silence = !appointment.unanswered().isEmpty() && now.isAfter(searched.plus(AFTER_SILENCE));
        return refresh || silence;
    }

    private void begin(Appointment appointment) {
        underWay.add(appointment.id());
        Thread.ofVirtual().name("search-" + appointment.id()).start(() -> searchFor(appointment));
    }

    private void searchFor(Appointment appointment) {
        Instant begun = clock.now();
        try {
            Findings findings = search.search(appointment.item());
            Appointment asked = appointment.askedAt(findings.begun(), findings.unanswered().keySet());
            if (book.save(appointment, asked, execution.rows(appointment, findings.plan()))) {
                execution.order(appointment, findings.plan());
            }
        } catch (RuntimeException defect) {
            LOG.error("The priors of an appointment could not be looked for", defect);
        } finally {
            ended(appointment.id(), begun);
            changed.run();
        }
    }

    private void ended(String id, Instant begun) {
        lock.lock();
        try {
            underWay.remove(id);
            searchedHere.put(id, begun);
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
