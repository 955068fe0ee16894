package org.priorfetch.engine.model;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was put into the PACS by one transfer, and what was changed on the way, so that it can be undone.
 *
 * @param bytes data set bytes sent
 * @param changedAttributes PS3.6 keywords of the attributes that were replaced
 */
public record LedgerEntry(Instant at, String studyInstanceUid, String source, @Nullable String appointmentId,
        String patientId, int instances, long bytes, TransferState outcome, List<String> changedAttributes) {

    public LedgerEntry {
        changedAttributes = List.copyOf(changedAttributes);
    }
}
