package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.OrderEvent;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.OrderFeed;
import org.priorfetch.engine.worklist.OrderTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries what is told of orders and patients into the books. When it returns, it stands on the disk. */
final class OrderInbox implements OrderFeed.Listener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OrderInbox.class);
    private static final Duration TIDIED_EVERY = Duration.ofMinutes(1);

    private final EngineParts parts;
    private final List<OrderFeed> feeds;
    private final PatientChanges patients;
    private final Runnable changed;
    private final BookedNumbers numbers = new BookedNumbers();
    private final Set<String> settled = ConcurrentHashMap.newKeySet();
    private final Cancellation cancellation = new Cancellation();

    OrderInbox(EngineParts parts, List<OrderFeed> feeds, PatientChanges patients, Runnable changed) {
        this.parts = parts;
        this.feeds = List.copyOf(feeds);
        this.patients = patients;
        this.changed = changed;
    }

    void start() {
        if (!feeds.isEmpty()) {
            feeds.forEach(feed -> feed.start(this));
            Thread.ofVirtual().name("orders").start(this::tidy);
        }
    }

    /** Whether every feed listens, or cannot. */
    boolean isSettled() {
        return settled.size() == feeds.size();
    }

    @Override
    public void listening(String feed) {
        parts.board().worklistListening(feed);
        settled.add(feed);
        changed.run();
    }

    @Override
    public void deaf(String feed, Reason why) {
        parts.board().worklistFailed(feed, why);
        settled.add(feed);
        changed.run();
    }

    @Override
    public void told(String feed, List<OrderEvent> events) {
        events.forEach(event -> take(feed, event));
        parts.board().worklistAnswered(feed);
        parts.searches().wake();
        changed.run();
    }

    private void take(String feed, OrderEvent event) {
        switch (event) {
            case OrderEvent.Scheduled scheduled -> schedule(scheduled);
            case OrderEvent.Cancelled(WorklistItem item) -> cancel(item);
            case OrderEvent.PatientSeen seen -> patients.seen(seen.patient(), seen.traits());
            case OrderEvent.PatientUpdated updated -> patients.updated(feed, updated.patient(), updated.traits());
            case OrderEvent.PatientsMerged merged -> patients.merged(feed, merged.patient(), merged.former());
            case OrderEvent.PatientsLinked linked -> patients.linked(feed, linked.one(), linked.other());
            case OrderEvent.PatientsUnlinked unlinked -> patients.unlinked(feed, unlinked.one(), unlinked.other());
            case OrderEvent.Reported reported ->
                parts.patients().textReports().take(reported.report(), reported.documents());
            case OrderEvent.RecordsMoved moved -> patients.recordsMoved(feed, moved.from(), moved.to());
        }
    }

    private void schedule(OrderEvent.Scheduled told) {
        Instant now = parts.clock().now();
        synchronized (parts.book()) {
            Optional<Appointment> before = meant(told.item());
            before.ifPresent(known -> numbers.note(told.item(), known));
            parts.book()
                    .save(before
                            .map(known -> OrderTracker.scheduled(known, told,
                                    parts.worklists()::isAsked, now))
                            .orElseGet(() -> OrderTracker.scheduled(told, now)));
            forgetOver(now);
        }
    }

    private void cancel(WorklistItem item) {
        Instant now = parts.clock().now();
        Optional<Appointment> cancelled;
        synchronized (parts.book()) {
            cancelled = meant(item);
            cancelled.ifPresent(known -> parts.book().save(OrderTracker.cancelled(known)));
            forgetOver(now);
        }
        // once it has left the book, so that what is ordered for it meanwhile is seen here, or there
        cancelled.ifPresent(known -> parts.runner()
                .open()
                .stream()
                .filter(job -> parts.book().isOnlyFor(job, known.id()))
                .forEach(job -> parts.runner().cancel(job.id())));
    }

    private Optional<Appointment> meant(WorklistItem item) {
        return numbers.known(item)
                .flatMap(id -> parts.book().find(id))
                .map(BookEntry::appointment)
                .or(() -> OrderTracker.find(parts.book().appointments(), item));
    }

    /** What is over is forgotten, also on a day on which nobody tells anything. */
    private void tidy() {
        while (parts.clock().pause(TIDIED_EVERY, cancellation)) {
            try {
                synchronized (parts.book()) {
                    forgetOver(parts.clock().now());
                }
                changed.run();
            } catch (RuntimeException notNow) {
                LOG.warn("What is over could not be forgotten", notNow);
            }
        }
    }

    private void forgetOver(Instant now) {
        parts.book().forgetOver(now).forEach(parts.pastDays()::keep);
    }

    @Override
    public void close() {
        cancellation.cancel();
        feeds.forEach(OrderFeed::close);
    }
}
