package org.priorfetch.engine.transfer;

import java.util.Map;
import java.util.Optional;

import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;

/**
 * Whether an archive may send a study straight to the PACS: the same check as of a received instance, of what the archive
 * states of the study now. What it leaves out is a gap.
 */
record DirectCheck(ImportPolicy policy, TransferJob job) {

    /** Why it may not; empty when it may. */
    Optional<TransferOutcome> objection(PriorCandidate stated) {
        return doubt(stated).or(() -> unfit(stated));
    }

    private Optional<TransferOutcome> doubt(PriorCandidate stated) {
        return switch (policy.check(job, header(stated))) {
            case IdentityDecision.Accept _ -> Optional.empty();
            case IdentityDecision.Hold held ->
                Optional.of(new TransferOutcome.Held(held.reason(), stated.patient(), null));
            case IdentityDecision.Refuse refused -> Optional.of(refused.isByPeople()
                    ? new TransferOutcome.Refused(refused.reason())
                    : new TransferOutcome.Held(refused.reason()));
        };
    }

    /** What would have to be changed on the way cannot go this way. */
    private Optional<TransferOutcome> unfit(PriorCandidate stated) {
        Map<String, String> replaced = policy.changes(job, header(stated)).replacements();
        return replaced.containsKey("PatientID") || replaced.containsKey("AccessionNumber")
                ? Optional.of(new TransferOutcome.Held(Reason.of("transfer.direct.wouldChange")))
                : Optional.empty();
    }

    private InstanceHeader header(PriorCandidate stated) {
        return new InstanceHeader(new InstanceRef("", "", ""), job.ref().studyInstanceUid(), stated.patient(),
                stated.accessionNumber(), stated.traits());
    }
}
