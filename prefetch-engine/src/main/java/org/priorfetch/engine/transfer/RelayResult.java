package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.util.List;

import org.priorfetch.engine.model.AttributeChange;
import org.priorfetch.engine.model.TransferOutcome;

/**
 * What one try did.
 *
 * @param instances put into the PACS in this try
 * @param bytes of their data sets
 * @param changes what was replaced in them
 * @param took from the first question to the proof
 * @param bytesTwice besides, how many bytes were carried in vain or once more
 */
record RelayResult(TransferOutcome outcome, int instances, long bytes, List<AttributeChange> changes, Duration took,
        long bytesTwice) {

    RelayResult(TransferOutcome outcome, int instances, long bytes, List<AttributeChange> changes, Duration took) {
        this(outcome, instances, bytes, changes, took, 0);
    }

    static RelayResult nothingDone(TransferOutcome outcome) {
        return new RelayResult(outcome, 0, 0, List.of(), Duration.ZERO);
    }

    RelayResult within(Duration duration) {
        return new RelayResult(outcome, instances, bytes, changes, duration, bytesTwice);
    }

    RelayResult carriedTwice(long inVain) {
        return new RelayResult(outcome, instances, bytes, changes, took, inVain);
    }
}
