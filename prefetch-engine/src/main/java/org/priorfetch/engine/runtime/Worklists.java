package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.WorklistFeed;
import org.priorfetch.engine.settings.WorklistSettings;
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
    private final Cancellation cancellation = new Cancellation();

    Worklists(Map<String, WorklistFeed> feeds, List<WorklistSettings> settings, AppointmentBook book,
            PastDays pastDays, PeerBoard board, Clock clock, Runnable changed) {
        this.book = book;
        this.pastDays = pastDays;
        this.board = board;
        this.clock = clock;
        this.changed = changed;
        this.asked = Set.copyOf(feeds.keySet());
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
        synchronized (book) {
            book.save(WorklistTracker.changes(book.appointments(), answer, this::isPushed, clock.now()));
            book.forgetOver(clock.now()).forEach(pastDays::keep);
        }
        board.worklistAnswered(answer.worklist());
        polled.add(answer.worklist());
        changed.run();
    }

    /** Whether nobody asks this worklist: it tells by itself. */
    private boolean isPushed(String worklist) {
        return !asked.contains(worklist);
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
