package org.priorfetch.engine.api;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.TransferState;

/**
 * Which ended transfers are wanted; what is null or empty restricts nothing.
 *
 * @param state a terminal one
 * @param text words that all must stand, in whatever case, in accession number, patient ID, study UID or description
 * @param from they ended at or after this time
 * @param to they ended before this time
 */
public record HistoryFilter(@Nullable TransferState state, @Nullable String source, String text, @Nullable Instant from,
        @Nullable Instant to) {

    public static final HistoryFilter ALL = new HistoryFilter(null, null, "", null, null);
}
