package org.priorfetch.engine.api;

import java.time.LocalDate;
import java.util.SortedSet;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.Reason;

/**
 * A candidate as screens show it.
 *
 * @param expected instances; negative until known
 * @param delivered instances that the PACS holds
 * @param score 0 to 100
 * @param bytes data set bytes that its transfer delivered; null when no transfer is known
 */
public record PriorView(String studyUid, String source, PriorState state, int expected, int delivered, int score,
        Reason reason, String studyDescription, SortedSet<String> modalities, @Nullable LocalDate studyDate,
        @Nullable Long bytes) {

    public boolean isHere() {
        return state == PriorState.PRESENT;
    }
}
