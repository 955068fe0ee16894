package org.priorfetch.engine.port;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Which entries of the ledger are looked for; what is null or empty restricts nothing.
 *
 * @param from entered at or after this time
 * @param to entered before this time
 * @param text words that all must stand, in whatever case, in accession number, patient ID or study UID
 */
public record DeliverySearch(@Nullable Instant from, @Nullable Instant to, @Nullable String source,
        @Nullable String patientId, String text) {}
