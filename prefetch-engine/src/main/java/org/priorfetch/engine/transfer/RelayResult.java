package org.priorfetch.engine.transfer;

import java.util.List;

import org.priorfetch.engine.model.TransferOutcome;

/**
 * What one try did.
 *
 * @param instances put into the PACS in this try
 * @param bytes of their data sets
 * @param changedAttributes PS3.6 keywords of what was replaced in them
 */
record RelayResult(TransferOutcome outcome, int instances, long bytes, List<String> changedAttributes) {

    static RelayResult nothingDone(TransferOutcome outcome) {
        return new RelayResult(outcome, 0, 0, List.of());
    }
}
