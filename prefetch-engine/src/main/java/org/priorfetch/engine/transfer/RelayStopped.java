package org.priorfetch.engine.transfer;

import org.priorfetch.engine.model.TransferOutcome;

/** Ends a relay early with its outcome. */
final class RelayStopped extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient TransferOutcome outcome;

    RelayStopped(TransferOutcome outcome) {
        super(outcome.toString());
        this.outcome = outcome;
    }

    TransferOutcome outcome() {
        return outcome;
    }
}
