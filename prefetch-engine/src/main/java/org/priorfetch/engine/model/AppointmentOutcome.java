package org.priorfetch.engine.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Whether the priors of an appointment were here in time.
 *
 * @param modality of its steps, joined by a slash
 * @param verdictAtStart at its scheduled start; null before, and afterwards when nobody was watching then
 * @param relevant relevant priors at that time
 * @param here how many of them were wholly in the PACS
 * @param readySince since when nothing is left to do; null while something is
 * @param verdictAtEnd when it was last followed; null before, and when nobody was watching then
 */
public record AppointmentOutcome(String appointmentId, String modality, Instant scheduledStart,
        @Nullable ReadinessVerdict verdictAtStart, int relevant, int here, @Nullable Instant readySince,
        @Nullable ReadinessVerdict verdictAtEnd) {}
