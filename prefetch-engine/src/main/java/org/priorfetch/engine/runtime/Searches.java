package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.runtime.PriorSearch.Findings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the priors of every appointment: at once when it is new or has changed, again when somebody did not answer, and
 * from time to time until it is over, ever more rarely once it has begun. A few appointments at a time.
 */
final class Searches implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Searches.class);
    private static final int AT_A_TIME = 4;
    /** So many that only wait for a slow source keep nobody else from being searched for. */
    private static final int MOST_WAITING = 4;
    /** So many emergencies are searched for besides. */
    private static final int MOST_URGENT = 4;
    private static final Duration NAP = Duration.ofSeconds(2);
    /** Of who has only to refresh what is known, in a quarter of an hour. */
    private static final Duration REST = Duration.ofSeconds(15);

    private final AppointmentBook book;
    private final PriorSearch search;
    private final PlanExecution execution;
    private final PeerRests rests;
    private final Clock clock;
    private final Predicate<Appointment> near;
    private final Runnable changed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Set<String> underWay = new HashSet<>();
    /** Of those, what some have found is on its way already. */
    private final Set<String> begun = new HashSet<>();
    private final Set<String> toRepeat = new HashSet<>();
    private final Map<String, LastSearch> searched = new HashMap<>();
    private boolean closed;

    /** @param near whether an appointment is near enough to be looked for */
    Searches(AppointmentBook book, PriorSearch search, PlanExecution execution, PeerRests rests, Clock clock,
            Predicate<Appointment> near, Runnable changed) {
        this.book = book;
        this.search = search;
        this.execution = execution;
        this.rests = rests;
        this.clock = clock;
        this.near = near;
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

    /** Searches for the appointment as if it were new; one that is being searched for is searched for once more. */
    void again(String appointmentId) {
        lock.lock();
        try {
            searched.remove(appointmentId);
            if (underWay.contains(appointmentId)) {
                toRepeat.add(appointmentId);
            }
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

    /** Whether everybody has answered for everything that is open; whoever brings more wakes us. */
    private boolean isCalm() {
        return underWay.isEmpty() && book.appointments()
                .stream()
                .filter(this::isOpen)
                .allMatch(this::isAnswered);
    }

    private boolean isAnswered(Appointment appointment) {
        LastSearch last = searched.get(appointment.id());
        return last != null && last.isAnswered(appointment);
    }

    private boolean isOpen(Appointment appointment) {
        return !appointment.isOver(clock.now()) && near.test(appointment);
    }

    private boolean isSearched(Appointment appointment) {
        LastSearch last = searched.get(appointment.id());
        return last != null && last.isOf(appointment);
    }

    private void dispatch() {
        lock.lock();
        try {
            while (!closed) {
                List<Appointment> due = due();
                due.forEach(this::begin);
                if (due.isEmpty()) {
                    long left = woken.awaitNanos((isCalm() ? REST : NAP).toNanos());
                    LOG.trace("Looking for appointments, {} ns early", left);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Those that were never searched for come first, then those whose search is longest ago. No emergency waits. */
    private List<Appointment> due() {
        Set<String> resting = rests.now().keySet();
        int places = Math.max(0, AT_A_TIME - underWay.size() + Math.min(begun.size(), MOST_WAITING));
        int most = Math.max(0, AT_A_TIME + MOST_WAITING + MOST_URGENT - underWay.size());
        List<Appointment> due = book.appointments()
                .stream()
                .filter(appointment -> !underWay.contains(appointment.id()))
                .filter(appointment -> isOpen(appointment) && isDue(appointment, resting))
                .sorted(Comparator.comparing(this::lastSearch).thenComparing(one -> one.item().urgency()))
                .toList();
        Stream<Appointment> urgent = due.stream().skip(places).filter(one -> one.item().urgency() == Urgency.STAT);
        return Stream.concat(due.stream().limit(places), urgent).limit(most).toList();
    }

    private Instant lastSearch(Appointment appointment) {
        LastSearch last = searched.get(appointment.id());
        return last == null ? Instant.MIN : last.ended();
    }

    private boolean isDue(Appointment appointment, Set<String> resting) {
        LastSearch last = searched.get(appointment.id());
        return last == null || last.isDueAgain(appointment, clock.now(), resting);
    }

    private void begin(Appointment appointment) {
        underWay.add(appointment.id());
        Thread.ofVirtual().name("search-" + appointment.id()).start(() -> searchFor(appointment));
    }

    private void searchFor(Appointment appointment) {
        boolean failed = false;
        boolean current = true;
        Set<String> notAsked = Set.of();
        try {
            Findings findings = search.search(appointment.item(), book.choices(appointment.id()),
                    soFar -> beginWith(appointment, soFar));
            notAsked = findings.notAsked();
            current = execution.carryOut(appointment, findings);
        } catch (RuntimeException defect) {
            failed = true;
            LOG.error("The priors of an appointment could not be looked for", defect);
        } finally {
            ended(appointment, current, failed, notAsked);
            changed.run();
        }
    }

    /** Where nothing is known of an appointment yet, what some have found comes while others are still asked. */
    private void beginWith(Appointment appointment, Findings soFar) {
        if (!appointment.isAsked()) {
            execution.begin(appointment, soFar);
            lock.lock();
            try {
                begun.add(appointment.id());
                woken.signalAll();
            } finally {
                lock.unlock();
            }
            changed.run();
        }
    }

    private void ended(Appointment appointment, boolean current, boolean failed, Set<String> notAsked) {
        lock.lock();
        try {
            underWay.remove(appointment.id());
            begun.remove(appointment.id());
            boolean overtaken = toRepeat.remove(appointment.id());
            if (current && !overtaken) {
                searched.put(appointment.id(), new LastSearch(appointment.changed(), clock.now(), failed, notAsked));
            }
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
