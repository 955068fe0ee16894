package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.WorklistFeed;
import org.priorfetch.engine.settings.WorklistSettings;
import org.priorfetch.engine.worklist.Arrivals;
import org.priorfetch.engine.worklist.WorklistAnswer;
import org.priorfetch.engine.worklist.WorklistPoller;
import org.priorfetch.engine.worklist.WorklistTracker;

/** Carries what the worklists say into the book. */
final class Worklists implements WorklistPoller.Listener, AutoCloseable {

    private final AppointmentBook book;
    private final PastDays pastDays;
    private final PeerBoard board;
    private final Clock clock;
    private final Runnable changed;
    private final List<WorklistPoller> pollers = new ArrayList<>();
    private final Set<String> polled = ConcurrentHashMap.newKeySet();
    private final Set<String> asked;
    private final Set<String> arrivals;
    private final Predicate<String> broughtByUs;
    private final Cancellation cancellation = new Cancellation();

    /** @param broughtByUs whether we put the study with this UID into the PACS, or are just doing so */
    Worklists(Map<String, WorklistFeed> feeds, List<WorklistSettings> settings, AppointmentBook book,
            PastDays pastDays, PeerBoard board, Predicate<String> broughtByUs, Clock clock, Runnable changed) {
        this.book = book;
        this.pastDays = pastDays;
        this.board = board;
        this.clock = clock;
        this.changed = changed;
        this.broughtByUs = broughtByUs;
        this.asked = Set.copyOf(feeds.keySet());
        this.arrivals = settings.stream()
                .filter(WorklistSettings.Arrivals.class::isInstance)
                .map(WorklistSettings::name)
                .collect(Collectors.toSet());
        for (WorklistSettings worklist : settings) {
            WorklistFeed feed = feeds.get(worklist.name());
            Duration every = worklist.every();
            if (feed != null && every != null) {
                pollers.add(new WorklistPoller(feed, every, worklist.ahead(), clock, this));
            }
        }
    }

    void start() {
        pollers.forEach(poller -> Thread.ofVirtual().name("worklist").start(() -> poller.run(cancellation)));
    }

    /** Whether every worklist has answered or failed since the start. */
    boolean isSettled() {
        return polled.size() == pollers.size();
    }

    @Override
    public void answered(WorklistAnswer answer) {
        WorklistAnswer foreign = answer.with(answer.items().stream().filter(item -> !isOurs(item)).toList());
        synchronized (book) {
            WorklistAnswer news = arrivals.contains(answer.worklist())
                    ? foreign.with(Arrivals.withoutOrder(book.appointments(), foreign.items()))
                    : foreign;
            book.save(WorklistTracker.changes(book.appointments(), news, this::isSecondary, clock.now()));
            book.forgetOver(clock.now()).forEach(pastDays::keep);
        }
        board.worklistAnswered(answer.worklist());
        polled.add(answer.worklist());
        changed.run();
    }

    /** Whether it states its appointments anew each time that it is asked. */
    boolean isAsked(String worklist) {
        return !isSecondary(worklist);
    }

    /** Whether it only tells once, or only sees what has begun already: whoever lists an appointment knows it better. */
    private boolean isSecondary(String worklist) {
        return !asked.contains(worklist) || arrivals.contains(worklist);
    }

    /** A study in the PACS that we have put there ourselves is nobody's appointment. */
    private boolean isOurs(WorklistItem item) {
        String study = item.studyInstanceUid();
        boolean unknown = arrivals.contains(item.worklist()) && book.find(item.appointmentId()).isEmpty();
        return unknown && study != null && broughtByUs.test(study);
    }

    @Override
    public void failed(String worklist, PeerException failure) {
        board.worklistFailed(worklist, failure.reason());
        polled.add(worklist);
        changed.run();
    }

    @Override
    public void close() {
        cancellation.cancel();
    }
}
