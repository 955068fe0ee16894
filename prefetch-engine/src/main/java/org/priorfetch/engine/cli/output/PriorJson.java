package org.priorfetch.engine.cli.output;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.priorfetch.engine.api.PriorView;

/**
 * A candidate in JSON.
 *
 * @param expected null until known
 */
public record PriorJson(String studyUid, String source, String state, @Nullable Integer expected, int delivered,
        int score,
        String reason, List<String> modalities, @Nullable String studyDate, String description,
        String availability) {

    static PriorJson of(PriorView prior) {
        return of(prior, prior.state().name());
    }

    static PriorJson of(PriorView prior, String state) {
        return new PriorJson(prior.studyUid(), prior.source(), state, known(prior.expected()), prior.delivered(),
                prior.score(), prior.reason().text(), List.copyOf(prior.modalities()),
                prior.studyDate() == null ? null : prior.studyDate().toString(), prior.studyDescription(),
                prior.availability().name());
    }

    static @Nullable Integer known(int count) {
        return count < 0 ? null : count;
    }
}
