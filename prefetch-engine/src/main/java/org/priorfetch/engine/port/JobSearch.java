package org.priorfetch.engine.port;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.TransferState;

/**
 * Which ended jobs are looked for; what is null or empty restricts nothing.
 *
 * @param text words that all must stand, in whatever case, in accession number, patient ID, study UID or description
 * @param from they ended at or after this time
 * @param to they ended before this time
 */
public record JobSearch(@Nullable TransferState state, @Nullable String source, String text, @Nullable Instant from,
        @Nullable Instant to) {}
