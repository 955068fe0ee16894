package org.priorfetch.engine.runtime;

import java.util.Set;

import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.PatientDecision;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;

/** What the state of a transfer means for the candidate that it brings. */
final class JobRows {

    /** Said of a prior that is to be fetched, and not true any more once it is here. */
    private static final Set<String> ON_ITS_WAY = Set.of("plan.partlyHere", "plan.nearline", "plan.offline");

    private JobRows() {}

    static AppointmentPrior after(TransferJob job, AppointmentPrior prior) {
        PriorState state = isLesserCopy(job, prior) ? PriorState.FETCH : stateAfter(job);
        Reason why = job.reason();
        boolean ended = state != PriorState.FETCH && state != PriorState.PRESENT;
        Reason reason = ended && why != null ? why : prior.reason();
        if (state == PriorState.PRESENT) {
            reason = reason.without(ON_ITS_WAY);
        }
        return prior.with(state, job.expected(), Math.max(job.delivered(), 0), reason);
    }

    /** The PACS holds less of it than the transfer that was to bring it. */
    static AppointmentPrior inPart(TransferJob job, AppointmentPrior prior) {
        Reason reason = job.reason() == null ? prior.reason() : job.reason();
        return prior.with(PriorState.PARTIAL, job.wanted(), Math.max(prior.candidate().instances(), 0),
                reason.and("plan.partlyHere"));
    }

    /** Whether it brought all that its source has, and another is known to have more. */
    private static boolean isLesserCopy(TransferJob job, AppointmentPrior prior) {
        return job.state() == TransferState.COMPLETE && !job.ref().source().equals(prior.ref().source())
                && prior.candidate().instances() > job.expected();
    }

    /** Whether a person has said that it is not to come. */
    private static boolean isUnwanted(TransferJob job) {
        Reason why = job.reason();
        return PatientDecision.isRefusal(why) || (why != null && why.has(Reason.GIVEN_UP));
    }

    private static PriorState afterGivingUp(TransferJob job) {
        return job.delivered() > 0 ? PriorState.PARTIAL : PriorState.SKIP;
    }

    private static PriorState stateAfter(TransferJob job) {
        return switch (job.state()) {
            case QUEUED, WAITING, RUNNING, VERIFYING -> PriorState.FETCH;
            case HELD -> PriorState.HOLD;
            case COMPLETE -> PriorState.PRESENT;
            case PARTIAL -> PriorState.PARTIAL;
            case CANCELLED -> isUnwanted(job) ? afterGivingUp(job) : PriorState.FAILED;
            case FAILED -> PriorState.FAILED;
        };
    }
}
