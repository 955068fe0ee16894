package org.priorfetch.engine.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.JobRepository;

/** Lets jobs into the queue and takes them out, so that a study is never in it twice. Thread-safe. */
final class JobAdmission {

    /** Held while a job is let in, and while the end of one is noted; always taken before the lock of the open jobs. */
    private final Object turnstile = new Object();
    private final Guarded<OpenJobs> open;
    private final JobRepository jobs;
    private final Clock clock;
    private final TransferRunner.Listener listener;

    JobAdmission(Guarded<OpenJobs> open, JobRepository jobs, Clock clock, TransferRunner.Listener listener) {
        this.open = open;
        this.jobs = jobs;
        this.clock = clock;
        this.listener = listener;
    }

    TransferJob submit(TransferJob job) {
        TransferJob queued;
        synchronized (turnstile) {
            cancelOutdatedBy(job);
            TransferJob known = open.get(all -> all.covering(job));
            queued = known == null ? jobs.add(job) : soonest(known, job);
            listener.changed(queued); // first, so that nobody hears of its end before
            put(queued);
        }
        return queued;
    }

    /** Does something while no job is let in. */
    void whileClosed(Runnable action) {
        synchronized (turnstile) {
            action.run();
        }
    }

    private void cancelOutdatedBy(TransferJob job) {
        List<TransferJob> outdated = open.get(all -> all.matching(known -> isOutdatedBy(job, known)));
        outdated.forEach(known -> cancel(known.id()));
    }

    private static boolean isOutdatedBy(TransferJob job, TransferJob known) {
        return OpenJobs.isSameStudy(job, known) && job.patient() != null && known.patient() != null
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

    boolean cancel(long id) {
        TransferJob stopped = open.get(all -> all.stop(id));
        if (stopped != null && !stopped.state().isUnderWay()) {
            save(OpenJobs.cancelled(stopped, clock.now()));
        }
        return stopped != null;
    }

    TransferJob hold(TransferJob job, Reason reason) {
        TransferJob held = jobs.add(job.with(TransferState.HELD, reason, clock.now()));
        listener.changed(held);
        return held;
    }

    boolean retry(long id) {
        synchronized (turnstile) {
            boolean busy = open.get(all -> all.isRunning(id));
            Optional<TransferJob> job = busy ? Optional.empty() : jobs.find(id);
            job.filter(this::isAlone).ifPresent(this::queueAgain);
            return job.isPresent();
        }
    }

    private boolean isAlone(TransferJob job) {
        TransferJob covering = open.get(all -> all.covering(job));
        return covering == null || covering.id() == job.id();
    }

    private void queueAgain(TransferJob job) {
        TransferJob again = job.waitingUntil(clock.now(), Reason.of("transfer.again"), clock.now())
                .with(TransferState.QUEUED, null, clock.now());
        open.change(all -> all.gates().behaved(again));
        save(again);
        put(again);
    }

    boolean giveUp(long id, Reason why) {
        synchronized (turnstile) {
            Optional<TransferJob> ended = jobs.find(id).filter(job -> job.state().isTrouble());
            ended.ifPresent(job -> save(job.with(TransferState.CANCELLED, why, clock.now())));
            return ended.isPresent();
        }
    }

    void put(TransferJob job) {
        open.change(all -> all.put(job));
    }

    private void save(TransferJob job) {
        jobs.save(job);
        listener.changed(job);
    }
}
