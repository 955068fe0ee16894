package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.port.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the open jobs out, the most urgent first, within what each peer bears. Everything shared is guarded by one lock.
 */
public final class TransferRunner implements AutoCloseable {

    /** Hears of every change of a job, on the thread that made it, with no lock held. */
    @FunctionalInterface
    public interface Listener {
        void changed(TransferJob job);
    }

    private static final Logger LOG = LoggerFactory.getLogger(TransferRunner.class);
    private static final Duration LONGEST_NAP = Duration.ofMillis(500);
    /** While there is nothing to do; whatever comes wakes us. */
    private static final Duration REST = Duration.ofSeconds(30);
    private static final long CLOSE_SECONDS = 10;

    private final StudyRelays relays;
    private final JobRepository jobs;
    private final Clock clock;
    private final HandOrder order;
    private final BackOff backOff;
    private final Listener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Held while a job is let in, so that a study is never let in twice; always taken before the lock. */
    private final Object admission = new Object();
    private final Map<Long, TransferJob> open = new HashMap<>();
    private final Map<Long, RunningTransfer> running = new HashMap<>();
    private final Map<String, SourceGate> gates = new HashMap<>();
    private final SourceGate pacs;
    private Pause pause = Pause.NONE;
    private boolean closed;

    /**
     * @param budgets of the sources by name, and of the PACS under {@link StudyRef#PACS}
     */
    public TransferRunner(StudyRelays relays, JobRepository jobs, Clock clock, Map<String, SourceBudget> budgets,
            HandOrder order, BackOff backOff, Listener listener) {
        this.relays = relays;
        this.jobs = jobs;
        this.clock = clock;
        this.order = order;
        this.backOff = backOff;
        this.listener = listener;
        budgets.forEach((name, budget) -> gates.put(name, new SourceGate(name, budget, clock.zone())));
        this.pacs = gates.computeIfAbsent(StudyRef.PACS,
                name -> new SourceGate(name, SourceBudget.DEFAULT, clock.zone()));
    }

    /** Takes the stored jobs up again and begins to work. */
    public void start() {
        start(jobs.open());
    }

    /** The same, but leaves the stored jobs of other studies alone. */
    public void startFor(Collection<String> studyInstanceUids) {
        start(jobs.open().stream().filter(job -> studyInstanceUids.contains(job.ref().studyInstanceUid())).toList());
    }

    private void start(List<TransferJob> stored) {
        for (TransferJob job : stored) {
            if (job.state().isUnderWay()) {
                relays.recordInterrupted(job);
            }
            TransferJob resumed = job.state().isUnderWay() ? job.with(TransferState.QUEUED, null, clock.now()) : job;
            put(resumed);
        }
        Thread.ofVirtual().name("transfers").start(this::dispatch);
    }

    /** Adds to what the source and the PACS have carried today, as the ledger knows it. */
    public void carriedToday(String source, long bytes) {
        guarded(() -> account(source, bytes));
    }

    /**
     * Stores the job and puts it into the queue. Where its study is in it already, that job is returned, as urgent and as
     * early as the more pressing of the two; one for a patient as he is no longer known is stopped and replaced.
     */
    public TransferJob submit(TransferJob job) {
        TransferJob queued;
        synchronized (admission) {
            cancelOutdatedBy(job);
            TransferJob known = guardedGet(() -> covering(job));
            queued = known == null ? jobs.add(job) : soonest(known, job);
            put(queued);
        }
        listener.changed(queued);
        return queued;
    }

    private void cancelOutdatedBy(TransferJob job) {
        List<TransferJob> outdated = guardedGet(
                () -> open.values().stream().filter(known -> isOutdatedBy(job, known)).toList());
        outdated.forEach(known -> cancel(known.id()));
    }

    private static boolean isOutdatedBy(TransferJob job, TransferJob known) {
        return isSameStudy(job, known) && job.patient() != null && known.patient() != null
                && !job.patient().equals(known.patient());
    }

    private TransferJob soonest(TransferJob known, TransferJob wanted) {
        Instant due = wanted.due().isBefore(known.due()) ? wanted.due() : known.due();
        Urgency urgency = wanted.urgency().compareTo(known.urgency()) < 0 ? wanted.urgency() : known.urgency();
        TransferJob sooner = known.dueAt(due, urgency);
        if (!sooner.equals(known)) {
            jobs.save(sooner);
        }
        return sooner;
    }

    private @Nullable TransferJob covering(TransferJob job) {
        return open.values()
                .stream()
                .filter(known -> !isBeingCancelled(known) && known.covers(job))
                .findFirst()
                .orElse(null);
    }

    private boolean isBeingCancelled(TransferJob job) {
        RunningTransfer transfer = running.get(job.id());
        return transfer != null && transfer.cancellation().isCancelled();
    }

    private static boolean isSameStudy(TransferJob one, TransferJob other) {
        return one.ref().studyInstanceUid().equals(other.ref().studyInstanceUid());
    }

    /** Stops the job; answers whether there was one to stop. */
    public boolean cancel(long id) {
        TransferJob stopped = guardedGet(() -> stop(id));
        if (stopped != null && !stopped.state().isUnderWay()) {
            save(stopped.with(TransferState.CANCELLED, Reason.of("transfer.cancelled"), clock.now()));
        }
        return stopped != null;
    }

    /** Stores the job as one about which a person must decide. */
    public TransferJob hold(TransferJob job, Reason reason) {
        TransferJob held = jobs.add(job.with(TransferState.HELD, reason, clock.now()));
        listener.changed(held);
        return held;
    }

    private @Nullable TransferJob stop(long id) {
        RunningTransfer transfer = running.get(id);
        if (transfer == null) {
            return open.remove(id);
        }
        transfer.cancellation().cancel();
        return transfer.job();
    }

    /** Puts an ended or waiting job into the queue again, now; answers whether there is such a job. */
    public boolean retry(long id) {
        synchronized (admission) {
            boolean busy = guardedGet(() -> running.containsKey(id));
            Optional<TransferJob> job = busy ? Optional.empty() : jobs.find(id);
            job.filter(this::isAloneInTheQueue).ifPresent(this::queueAgain);
            return job.isPresent();
        }
    }

    /** Ends a held, failed or partial job for good; answers whether there was one. */
    public boolean giveUp(long id, Reason why) {
        synchronized (admission) {
            Optional<TransferJob> ended = jobs.find(id).filter(job -> job.state().isTrouble());
            ended.ifPresent(job -> save(job.with(TransferState.CANCELLED, why, clock.now())));
            return ended.isPresent();
        }
    }

    private boolean isAloneInTheQueue(TransferJob job) {
        TransferJob covering = guardedGet(() -> covering(job));
        return covering == null || covering.id() == job.id();
    }

    private void queueAgain(TransferJob job) {
        TransferJob again = job.waitingUntil(clock.now(), Reason.of("transfer.again"), clock.now())
                .with(TransferState.QUEUED, null, clock.now());
        behaved(again);
        save(again);
        put(again);
    }

    /** While paused no job is begun; running ones finish. */
    public void pause(Pause wanted) {
        guarded(() -> pause = wanted);
    }

    /** The pause as it is now. */
    public Pause pause() {
        return guardedGet(() -> pause.at(clock.now()));
    }

    /** What is under way. */
    public List<RunningTransfer> running() {
        return guardedGet(() -> List.copyOf(running.values()));
    }

    /** Why one that is under way takes its time; null while there is nothing to be said. */
    public @Nullable Reason slowBecause(RunningTransfer transfer) {
        return relays.slowBecause(transfer.job(), transfer.progress());
    }

    /** All jobs that are not terminal, as they stand now, in the order in which they would begin. */
    public List<TransferJob> open() {
        Instant now = clock.now();
        return guardedGet(() -> order.sorted(open.values()).stream().map(job -> current(job, now)).toList());
    }

    private TransferJob current(TransferJob job, Instant now) {
        RunningTransfer transfer = running.get(job.id());
        if (transfer != null) {
            return transfer.current(now);
        }
        SourceGate.Closed closed = job.state() == TransferState.QUEUED ? waitsFor(job, now) : null;
        return closed == null ? job : job.with(TransferState.WAITING, closed.reason(), now);
    }

    /** Whether nothing is under way and nothing could be begun now. */
    public boolean isSettled() {
        Instant now = clock.now();
        return guardedGet(() -> running.isEmpty()
                && (pause().on() || open.values().stream().allMatch(job -> waitsFor(job, now) != null)));
    }

    /** Whether the job waits because a peer failed, rather than for an hour or a volume that the site allows. */
    public static boolean isStuck(TransferJob job) {
        Reason reason = job.reason();
        return job.state() == TransferState.WAITING && (reason == null || !SourceGate.isAllowance(reason));
    }

    private void put(TransferJob job) {
        guarded(() -> open.put(job.id(), job));
    }

    private void dispatch() {
        lock.lock();
        try {
            while (!closed) {
                RunningTransfer next = pause().on() ? null : beginNext();
                if (next == null) {
                    Duration nap = open.isEmpty() ? REST : LONGEST_NAP;
                    boolean woken = changed.await(nap.toNanos(), TimeUnit.NANOSECONDS);
                    LOG.trace("Looking for work, {}", woken ? "woken" : "after a nap");
                } else {
                    Thread.ofVirtual().name("transfer-" + next.job().id()).start(() -> carryOut(next));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable RunningTransfer beginNext() {
        Instant now = clock.now(); // one moment for all, or the less urgent could be let past
        List<TransferJob> candidates = new ArrayList<>(open.values());
        candidates.removeIf(job -> isUnderWay(job) || waitsFor(job, now) != null || !hasRoom(job));
        if (candidates.isEmpty()) {
            return null;
        }
        TransferJob begun = order.sorted(candidates).getFirst().withAttempt(now);
        RunningTransfer transfer = new RunningTransfer(begun, new JobProgress(() -> progressed(begun.id())), now,
                new Cancellation());
        open.put(begun.id(), begun);
        running.put(begun.id(), transfer);
        return transfer;
    }

    /** Itself, or another part of its study. */
    private boolean isUnderWay(TransferJob job) {
        return running.values().stream().anyMatch(transfer -> isSameStudy(transfer.job(), job));
    }

    private boolean hasRoom(TransferJob job) {
        return JobRoom.isFor(job, gate(job), running.values());
    }

    private SourceGate.@Nullable Closed waitsFor(TransferJob job, Instant now) {
        if (job.notBefore().isAfter(now)) {
            return new SourceGate.Closed(job.notBefore(), Reason.of("transfer.again"));
        }
        SourceGate.Closed byPacs = pacs.closedFor(job, now);
        return byPacs == null ? gate(job).closedFor(job, now) : byPacs;
    }

    private SourceGate gate(TransferJob job) {
        return gates.computeIfAbsent(job.ref().source(),
                name -> new SourceGate(name, SourceBudget.DEFAULT, clock.zone()));
    }

    private void progressed(long id) {
        RunningTransfer transfer = guardedGet(() -> running.get(id));
        if (transfer != null) {
            listener.changed(transfer.current(clock.now()));
        }
    }

    private void carryOut(RunningTransfer transfer) {
        RelayResult result;
        try {
            jobs.save(transfer.job());
            if (transfer.job().attempts() > 1) {
                relays.recordInterrupted(transfer.job());
            }
            result = relays.relay(transfer.job(), transfer.progress(), transfer.cancellation());
        } catch (RepositoryException failure) {
            LOG.error("Transfer {} cannot be recorded: {}", transfer.job().id(), failure.getMessage());
            result = RelayResult.nothingDone(StudyRelay.NOT_RECORDED);
        } catch (RuntimeException defect) {
            LOG.error("Transfer {} failed by a defect", transfer.job().id(), defect);
            result = RelayResult.nothingDone(new TransferOutcome.Failed(Reason.of("transfer.defect")));
        }
        conclude(transfer, result);
    }

    private void conclude(RunningTransfer transfer, RelayResult result) {
        Instant now = clock.now();
        TransferJob reached = transfer.reached(transfer.job().bytes() + result.bytes(), now);
        TransferJob ended = recorded(ended(reached, result.outcome(), now), result);
        try {
            listener.changed(ended); // first, so that nobody sees all work done but not yet what came of it
        } finally {
            guarded(() -> leave(ended, result.bytes()));
        }
    }

    private void leave(TransferJob ended, long bytes) {
        account(ended.ref().source(), bytes);
        running.remove(ended.id());
        if (ended.state().isTerminal()) {
            open.remove(ended.id());
        } else {
            open.put(ended.id(), ended);
        }
    }

    /** What cannot be recorded is not over: it is taken up, and then recorded, later. */
    private TransferJob recorded(TransferJob ended, RelayResult result) {
        try {
            relays.record(ended, result);
            jobs.save(ended);
            return ended;
        } catch (RepositoryException failure) {
            LOG.error("The end of transfer {} cannot be recorded: {}", ended.id(), failure.getMessage());
            return ended(ended, StudyRelay.NOT_RECORDED, clock.now());
        }
    }

    private TransferJob ended(TransferJob job, TransferOutcome outcome, Instant now) {
        return switch (outcome) {
            case TransferOutcome.Complete(int instances) -> behaved(job.with(TransferState.COMPLETE, null, now));
            case TransferOutcome.Partial partial -> behaved(job.with(TransferState.PARTIAL, partial.reason(), now));
            case TransferOutcome.Failed(Reason reason) -> job.with(TransferState.FAILED, reason, now);
            case TransferOutcome.Held held -> behaved(job.held(held, now));
            case TransferOutcome.Refused(Reason reason) -> behaved(job.with(TransferState.CANCELLED, reason, now));
            case TransferOutcome.Postponed(String peer, Reason reason) -> postponed(job, peer, reason, now);
            case TransferOutcome.Cancelled() -> guardedGet(() -> closed)
                    ? job.with(TransferState.QUEUED, null, now)
                    : job.with(TransferState.CANCELLED, Reason.of("transfer.cancelled"), now);
        };
    }

    private TransferJob behaved(TransferJob job) {
        guarded(() -> {
            gate(job).behaved();
            pacs.behaved();
        });
        return job;
    }

    private TransferJob postponed(TransferJob job, String peer, Reason reason, Instant now) {
        if (!NearlineLanes.isWait(reason)) {
            guarded(() -> gates.getOrDefault(peer, gate(job)).failed(now, backOff));
        }
        return job.waitingUntil(now.plus(backOff.after(job.attempts())), reason, now);
    }

    private void account(String source, long bytes) {
        Instant now = clock.now();
        pacs.carried(bytes, now);
        SourceGate gate = gates.get(source);
        if (gate != null && gate != pacs) {
            gate.carried(bytes, now);
        }
    }

    private void save(TransferJob job) {
        jobs.save(job);
        listener.changed(job);
    }

    private void guarded(Runnable action) {
        guardedGet(() -> {
            action.run();
            changed.signalAll();
            return true;
        });
    }

    private <T extends @Nullable Object> T guardedGet(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** Breaks running transfers off at the instance; they are resumed at the next start. */
    @Override
    public void close() {
        guarded(() -> closed = true);
        running().forEach(transfer -> transfer.cancellation().cancel());
        awaitRunning();
    }

    private void awaitRunning() {
        lock.lock();
        try {
            long patience = TimeUnit.SECONDS.toNanos(CLOSE_SECONDS);
            while (!running.isEmpty() && patience > 0) {
                patience = changed.awaitNanos(patience);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
