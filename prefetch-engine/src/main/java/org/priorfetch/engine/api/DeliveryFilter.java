package org.priorfetch.engine.api;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are wanted; what is null or empty restricts nothing.
 *
 * @param from the first day
 * @param to the last day, inclusive
 * @param text words that all must stand, in whatever case, in accession number, patient ID or study UID
 */
public record DeliveryFilter(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String source,
        @Nullable String patientId, String text) {

    public static final DeliveryFilter ALL = new DeliveryFilter(null, null, null, null, "");
}
