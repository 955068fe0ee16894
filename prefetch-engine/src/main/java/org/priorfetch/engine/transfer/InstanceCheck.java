package org.priorfetch.engine.transfer;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.InstanceReceiver.Answer;

/** Whether an instance is what was asked for; stops the study when it is another patient's. Thread-safe. */
final class InstanceCheck {

    private final TransferJob job;
    private final ImportPolicy policy;
    private final Map<String, InstanceRef> wanted;
    private final Consumer<TransferOutcome> stop;
    private final AtomicBoolean passed = new AtomicBoolean();

    /**
     * @param wanted by SOP Instance UID
     * @param stop told why nothing more of the study may be passed on
     */
    InstanceCheck(TransferJob job, ImportPolicy policy, Map<String, InstanceRef> wanted,
            Consumer<TransferOutcome> stop) {
        this.job = job;
        this.policy = policy;
        this.wanted = wanted;
        this.stop = stop;
    }

    Answer check(InstanceHeader header) {
        InstanceRef expected = wanted.get(header.instance().sopInstanceUid());
        if (expected == null) {
            return Answer.NOT_OURS;
        }
        boolean asListed = header.studyInstanceUid().equals(job.ref().studyInstanceUid())
                && header.instance().seriesInstanceUid().equals(expected.seriesInstanceUid());
        if (!asListed) {
            return hold(disagreement(Reason.of("transfer.otherStudy")));
        }
        return switch (policy.check(job, header)) {
            case IdentityDecision.Accept _ -> pass();
            case IdentityDecision.Hold held -> doubt(held.reason(), header.patient());
            case IdentityDecision.Refuse refused -> refuse(refused);
        };
    }

    private Answer pass() {
        passed.set(true);
        return Answer.TAKEN;
    }

    /** Instances that disagree among themselves about their patient are nothing that anybody could decide. */
    private Answer doubt(Reason reason, Patient received) {
        return hold(isBegun() ? disagreement(reason) : new TransferOutcome.Held(reason, received, null));
    }

    private Answer refuse(IdentityDecision.Refuse refused) {
        return hold(refused.isByPeople() && !isBegun()
                ? new TransferOutcome.Refused(refused.reason())
                : disagreement(refused.reason()));
    }

    private boolean isBegun() {
        return passed.get() || job.delivered() > 0;
    }

    private static TransferOutcome disagreement(Reason reason) {
        return new TransferOutcome.Held(reason.and(Reason.INSTANCES_DISAGREE));
    }

    private Answer hold(TransferOutcome outcome) {
        stop.accept(outcome);
        return Answer.REJECTED;
    }
}
