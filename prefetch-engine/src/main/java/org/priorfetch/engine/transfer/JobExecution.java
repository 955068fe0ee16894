package org.priorfetch.engine.transfer;

import java.time.Instant;

import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.port.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one begun job out, records what came of it and draws the conclusions for the next. */
final class JobExecution {

    private static final Logger LOG = LoggerFactory.getLogger(JobExecution.class);

    private final Guarded<OpenJobs> open;
    private final JobAdmission admission;
    private final StudyRelays relays;
    private final JobRepository jobs;
    private final Clock clock;
    private final BackOff backOff;
    private final TransferRunner.Listener listener;
    private final CarriedTwice carriedTwice;

    JobExecution(Guarded<OpenJobs> open, JobAdmission admission, StudyRelays relays, JobRepository jobs, Clock clock,
            BackOff backOff, TransferRunner.Listener listener) {
        this.open = open;
        this.admission = admission;
        this.relays = relays;
        this.jobs = jobs;
        this.clock = clock;
        this.backOff = backOff;
        this.listener = listener;
        this.carriedTwice = new CarriedTwice(jobs);
    }

    /** What earlier runs of the program carried twice. */
    void recall() {
        carriedTwice.recall();
    }

    /** The program was killed while the job was under way. */
    void recordInterrupted(TransferJob job) {
        long inVain = relays.carriedInVain(job);
        carriedTwice.add(job.id(), inVain);
        relays.recordInterrupted(job, inVain);
    }

    void run(RunningTransfer transfer) {
        long id = transfer.job().id();
        carriedTwice.begin(id, transfer.progress());
        RelayResult result = carryOut(transfer);
        conclude(transfer, result.carriedTwice(carriedTwice.end(id)));
    }

    private RelayResult carryOut(RunningTransfer transfer) {
        try {
            jobs.save(transfer.job());
            if (transfer.job().attempts() > 1) {
                relays.recordInterrupted(transfer.job(), 0);
            }
            return relays.relay(transfer);
        } catch (RepositoryException failure) {
            LOG.error("Transfer {} cannot be recorded: {}", transfer.job().id(), failure.getMessage());
            return RelayResult.nothingDone(StudyRelay.NOT_RECORDED);
        } catch (RuntimeException | Error defect) {
            LOG.error("Transfer {} failed by a defect", transfer.job().id(), defect);
            return RelayResult.nothingDone(new TransferOutcome.Failed(Reason.of("transfer.defect")));
        }
    }

    /** Meanwhile nobody is told that the study is still on its way, nor asks for it to come sooner. */
    private void conclude(RunningTransfer transfer, RelayResult result) {
        admission.whileClosed(() -> noteEnd(transfer, result));
    }

    private void noteEnd(RunningTransfer transfer, RelayResult result) {
        Instant now = clock.now();
        TransferJob reached = transfer.reached(transfer.job().bytes() + result.bytes(), now);
        TransferJob wanted = open.get(all -> all.asPressing(reached));
        TransferJob ended = recorded(ended(wanted, result.outcome(), transfer.begun(), now),
                result, transfer.begun());
        TransferJob left;
        try {
            listener.changed(ended); // first, so that nobody sees all work done but not yet what came of it
        } finally {
            left = open.update(all -> {
                all.gates().carried(ended.ref().source(), result.bytes(), clock.now());
                return all.leave(ended, clock.now());
            });
        }
        if (left.state() != ended.state()) {
            noteCancelled(left);
        }
    }

    private void noteCancelled(TransferJob cancelled) {
        try {
            jobs.save(cancelled);
        } catch (RepositoryException failure) {
            LOG.error("That transfer {} is cancelled cannot be recorded: {}", cancelled.id(), failure.getMessage());
        }
        listener.changed(cancelled);
    }

    /** Bytes of the job that were carried twice, this and earlier tries. */
    long bytesTwice(long id) {
        return carriedTwice.of(id);
    }

    /** What cannot be recorded is not over: it is taken up, and then recorded, later. */
    private TransferJob recorded(TransferJob ended, RelayResult result, Instant begun) {
        try {
            relays.record(ended, result);
            jobs.save(ended);
            return ended;
        } catch (RepositoryException failure) {
            LOG.error("The end of transfer {} cannot be recorded: {}", ended.id(), failure.getMessage());
            return ended(ended, StudyRelay.NOT_RECORDED, begun, clock.now());
        }
    }

    private TransferJob ended(TransferJob job, TransferOutcome outcome, Instant begun, Instant now) {
        return switch (outcome) {
            case TransferOutcome.Complete(int instances) -> behaved(job.with(TransferState.COMPLETE, null, now));
            case TransferOutcome.Partial partial -> behaved(job.with(TransferState.PARTIAL, partial.reason(), now));
            case TransferOutcome.Failed(Reason reason) -> job.with(brokenOff(job), reason, now);
            case TransferOutcome.Held held -> behaved(job.held(held, now));
            case TransferOutcome.Refused(Reason reason) -> behaved(job.with(TransferState.CANCELLED, reason, now));
            case TransferOutcome.Postponed postponed -> postponed(job, postponed, begun, now);
            case TransferOutcome.Cancelled() -> open.get(all -> all.goesOnLater(job.id()))
                    ? job.with(TransferState.QUEUED, null, now)
                    : OpenJobs.cancelled(job, now);
        };
    }

    /** Earlier tries may have delivered some of it. */
    private TransferState brokenOff(TransferJob job) {
        return job.delivered() > 0 ? TransferState.PARTIAL : TransferState.FAILED;
    }

    private TransferJob behaved(TransferJob job) {
        open.change(all -> all.gates().behaved(job));
        return job;
    }

    private TransferJob postponed(TransferJob job, TransferOutcome.Postponed postponed, Instant begun, Instant now) {
        Reason reason = postponed.reason();
        if (!NearlineLanes.isWait(reason)) {
            open.change(all -> all.gates().failed(postponed, job, begun, now, backOff));
        }
        return job.waitingUntil(now.plus(backOff.after(job.attempts())), reason, now);
    }
}
