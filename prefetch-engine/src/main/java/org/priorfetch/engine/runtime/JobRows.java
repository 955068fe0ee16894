package org.priorfetch.engine.runtime;

import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;

/** What the state of a transfer means for the candidate that it brings. */
final class JobRows {

    private JobRows() {}

    static AppointmentPrior after(TransferJob job, AppointmentPrior prior) {
        PriorState state = stateAfter(job);
        Reason why = job.reason();
        boolean ended = state == PriorState.HOLD || state == PriorState.PARTIAL || state == PriorState.FAILED;
        Reason reason = ended && why != null ? why : prior.reason();
        return prior.with(state, job.expected(), Math.max(job.delivered(), 0), reason);
    }

    private static PriorState stateAfter(TransferJob job) {
        return switch (job.state()) {
            case QUEUED, WAITING, RUNNING, VERIFYING -> PriorState.FETCH;
            case HELD -> PriorState.HOLD;
            case COMPLETE -> PriorState.PRESENT;
            case PARTIAL -> PriorState.PARTIAL;
            case FAILED, CANCELLED -> PriorState.FAILED;
        };
    }
}
