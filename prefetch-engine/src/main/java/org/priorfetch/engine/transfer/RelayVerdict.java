package org.priorfetch.engine.transfer;

import java.util.Map;
import java.util.Set;

import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferOutcome;

/**
 * What one try came to.
 *
 * @param expected instances in all
 * @param notSent what the source did not send
 * @param lost what the PACS took, but does not hold
 * @param refused by the PACS for good, and why
 * @param committing whether what is lost was not vouched for, rather than not there
 */
record RelayVerdict(int expected, Set<String> notSent, Set<String> lost, Map<String, Reason> refused,
        boolean committing) {

    TransferOutcome outcome() {
        int absent = notSent.size() + lost.size() + refused.size();
        if (absent == 0) {
            return new TransferOutcome.Complete(expected);
        }
        return absent == expected ? new TransferOutcome.Failed(reason())
                : new TransferOutcome.Partial(expected - absent, expected, reason());
    }

    private Reason reason() {
        return refused.values().stream().findFirst().orElseGet(this::reasonOfAbsence);
    }

    private Reason reasonOfAbsence() {
        return lost.isEmpty() ? Reason.of("transfer.notSent", String.valueOf(notSent.size()))
                : Reason.of(committing ? "transfer.notCommitted" : "transfer.lostInPacs", String.valueOf(lost.size()));
    }
}
