package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.priorfetch.engine.alert.AlertFacts.FailedTry;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.transfer.PacsCheck;
import org.priorfetch.engine.transfer.TransferRunner;

/** The tries of transfers that failed lately. Guarded by itself. */
final class FailedTries {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int AT_MOST = 1000;

    private record Try(long job, int attempt) {}

    private final Map<Try, FailedTry> tries = new LinkedHashMap<>();

    /** Takes in what became of a job. One that is tried again is no longer given up; of one that has succeeded nothing is left to mend. */
    synchronized void note(TransferJob job) {
        boolean givenUp = switch (job.state()) {
            case FAILED, PARTIAL -> true;
            case QUEUED, WAITING, RUNNING, VERIFYING, HELD, COMPLETE, CANCELLED -> false;
        };
        boolean succeeded = job.state() == TransferState.COMPLETE;
        tries.entrySet()
                .removeIf(entry -> entry.getKey().job() == job.id() && (succeeded || entry.getValue().givenUp()));
        Reason reason = job.reason();
        boolean misdelivered = reason != null && reason.has(PacsCheck.MISMATCH);
        if (reason != null && (givenUp || misdelivered || TransferRunner.isStuck(job))) {
            tries.put(new Try(job.id(), job.attempts()),
                    new FailedTry(job.updated(), job.ref().source(), reason, givenUp));
        }
        if (tries.size() > AT_MOST) {
            tries.remove(tries.keySet().iterator().next());
        }
    }

    synchronized List<FailedTry> lately(Instant now) {
        tries.values().removeIf(failure -> failure.at().isBefore(now.minus(KEPT)));
        return List.copyOf(tries.values());
    }
}
