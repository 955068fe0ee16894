package org.priorfetch.engine.transfer;

import java.time.Instant;

import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.Cancellation;

/** A job that is under way, with what it has reached so far. */
public record RunningTransfer(TransferJob job, JobProgress progress, Instant begun, Cancellation cancellation,
        Turn turn) {

    /** The job with its progress; while this try knows nothing yet, what earlier ones knew stands. */
    TransferJob reached(long bytes, Instant now) {
        boolean known = progress.expected() >= 0;
        return job.withProgress(known ? progress.expected() : job.expected(),
                known ? progress.delivered() : job.delivered(), bytes, now);
    }

    /** The job as it stands at this moment. */
    public TransferJob current(Instant now) {
        TransferState state = progress.isVerifying() ? TransferState.VERIFYING : TransferState.RUNNING;
        return reached(job.bytes() + progress.bytes(), now).with(state, null, now);
    }
}
