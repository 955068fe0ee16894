package org.priorfetch.engine.api;

import java.time.LocalDate;
import java.util.SortedSet;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Availability;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.Reason;

/**
 * A candidate as screens show it.
 *
 * @param expected instances; negative until known
 * @param delivered instances that the PACS holds
 * @param score 0 to 100
 * @param bytes data set bytes that its transfer delivered; null when no transfer is known
 * @param availability how soon it can be had where it lies
 */
public record PriorView(String studyUid, String source, PriorState state, int expected, int delivered, int score,
        Reason reason, String studyDescription, SortedSet<String> modalities, @Nullable LocalDate studyDate,
        @Nullable Long bytes, Availability availability) {

    /** One of which the source does not tell how soon it can be had. */
    public PriorView(String studyUid, String source, PriorState state, int expected, int delivered, int score,
            Reason reason, String studyDescription, SortedSet<String> modalities, @Nullable LocalDate studyDate,
            @Nullable Long bytes) {
        this(studyUid, source, state, expected, delivered, score, reason, studyDescription, modalities, studyDate,
                bytes,
                Availability.UNKNOWN);
    }

    /** Whether it is still to be brought, and its archive needs long for that. */
    public boolean isSlow() {
        return availability.isSlow() && state == PriorState.FETCH && delivered <= 0;
    }

    public boolean isHere() {
        return state == PriorState.PRESENT;
    }
}
