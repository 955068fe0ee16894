package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.SourceRoom;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.JobRepository;

/**
 * Carries the open jobs out, the most urgent first, within what each peer bears. Its threads share the {@link OpenJobs} and
 * nothing else.
 */
public final class TransferRunner implements AutoCloseable {

    /** Hears of every change of a job, on the thread that made it, with no lock held. */
    @FunctionalInterface
    public interface Listener {
        void changed(TransferJob job);
    }

    private static final Duration LONGEST_NAP = Duration.ofMillis(500);
    /** A lane may become idle at any moment. */
    private static final Duration NAP_UNDER_WAY = Duration.ofMillis(100);
    /** While there is nothing to do; whatever comes wakes us. */
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final StudyRelays relays;
    private final JobRepository jobs;
    private final Clock clock;
    private final Listener listener;
    private final Guarded<OpenJobs> open;
    private final JobAdmission admission;
    private final JobExecution execution;

    /**
     * @param budgets of the sources by name, and of the PACS under {@link StudyRef#PACS}
     */
    public TransferRunner(StudyRelays relays, JobRepository jobs, Clock clock, Map<String, SourceBudget> budgets,
            HandOrder order, BackOff backOff, Listener listener) {
        this.relays = relays;
        this.jobs = jobs;
        this.clock = clock;
        this.listener = listener;
        this.open = new Guarded<>(new OpenJobs(order, new SourceGates(budgets, clock.zone()), relays::isRunningOut));
        this.admission = new JobAdmission(open, jobs, clock, listener);
        this.execution = new JobExecution(open, admission, relays, jobs, clock, backOff, listener);
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
        execution.recall();
        for (TransferJob job : stored) {
            if (job.state().isUnderWay()) {
                execution.recordInterrupted(job);
            }
            admission.put(job.left(null, clock.now()));
        }
        Thread.ofVirtual().name("transfers").start(this::dispatch);
    }

    private void dispatch() {
        try {
            for (Optional<RunningTransfer> next = awaitNext(); next.isPresent(); next = awaitNext()) {
                RunningTransfer begun = next.get();
                Thread.ofVirtual().name("transfer-" + begun.job().id()).start(() -> execution.run(begun));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next that may begin; none once closed. */
    private Optional<RunningTransfer> awaitNext() throws InterruptedException {
        return open.await(this::nextOf, OpenJobs::isClosed,
                all -> all.isEmpty() ? REST : all.running().isEmpty() ? LONGEST_NAP : NAP_UNDER_WAY);
    }

    private Optional<RunningTransfer> nextOf(OpenJobs all) {
        Instant now = clock.now();
        all.stopOutsideHours(now);
        return all.beginNext(now, this::beginning);
    }

    private RunningTransfer beginning(TransferJob job, Turn turn) {
        return new RunningTransfer(job, new JobProgress(() -> progressed(job.id())), clock.now(), new Cancellation(),
                turn);
    }

    private void progressed(long id) {
        RunningTransfer transfer = open.get(all -> all.running(id));
        if (transfer != null) {
            listener.changed(transfer.current(clock.now()));
        }
    }

    /** Adds to what the source and the PACS have carried today, as the ledger knows it. */
    public void carriedToday(String source, long bytes) {
        open.change(all -> all.gates().carried(source, bytes, clock.now()));
    }

    /**
     * Stores the job and puts it into the queue. Where its study is in it already, that job is returned, as urgent and as
     * early as the more pressing of the two; one for a patient as he is no longer known is stopped and replaced.
     */
    public TransferJob submit(TransferJob job) {
        return admission.submit(job);
    }

    /** Stops the job; answers whether there was one to stop. */
    public boolean cancel(long id) {
        return admission.cancel(id);
    }

    /** Stores the job as one about which a person must decide. */
    public TransferJob hold(TransferJob job, Reason reason) {
        return admission.hold(job, reason);
    }

    /** Puts an ended or waiting job into the queue again, now; answers whether there is such a job. */
    public boolean retry(long id) {
        return admission.retry(id);
    }

    /** Ends a held, failed or partial job for good; answers whether there was one. */
    public boolean giveUp(long id, Reason why) {
        return admission.giveUp(id, why);
    }

    /**
     * What each peer bears from now on.
     *
     * @param budgets of the sources by name, and of the PACS under {@link StudyRef#PACS}
     */
    public void change(Map<String, SourceBudget> budgets) {
        open.change(all -> all.gates().change(budgets));
    }

    /** How many jobs of the source run side by side, as it is now. */
    public SourceRoom room(String source) {
        int lanes = relays.lanes(source);
        int lanesOfOne = relays.lanesOfOne(source);
        return open.get(all -> all.gates().room(source, lanes, lanesOfOne));
    }

    /** While paused no job is begun; running ones finish. */
    public void pause(Pause wanted) {
        open.change(all -> all.pause(wanted));
    }

    /** The pause as it is now. */
    public Pause pause() {
        return open.get(all -> all.pause(clock.now()));
    }

    /** What is under way. */
    public List<RunningTransfer> running() {
        return open.get(OpenJobs::running);
    }

    /** Bytes of the job that were carried twice, this and earlier tries. */
    public long bytesTwice(long id) {
        return execution.bytesTwice(id);
    }

    /** Why one that is under way takes its time; null while there is nothing to be said. */
    public @Nullable Reason slowBecause(RunningTransfer transfer) {
        return relays.slowBecause(transfer.job(), transfer.progress());
    }

    /** All jobs that are not terminal, as they stand now, in the order in which they would begin. */
    public List<TransferJob> open() {
        Instant now = clock.now();
        return open.get(all -> all.inOrder(now));
    }

    /** Whether nothing is under way and nothing could be begun now. */
    public boolean isSettled() {
        Instant now = clock.now();
        return open.get(all -> all.isSettled(now));
    }

    /** Whether the job waits because a peer failed, rather than for an hour or a volume that the site allows. */
    public static boolean isStuck(TransferJob job) {
        Reason reason = job.reason();
        return job.state() == TransferState.WAITING && (reason == null || !SourceGate.isAllowance(reason));
    }

    /** Breaks running transfers off at the instance; they are resumed at the next start. */
    @Override
    public void close() {
        close(CLOSING);
    }

    /** The same with another patience for the instances that are on their way. */
    public void close(Duration atMost) {
        open.change(OpenJobs::close);
        try {
            boolean _ = open.await(all -> all.running().isEmpty(), atMost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
