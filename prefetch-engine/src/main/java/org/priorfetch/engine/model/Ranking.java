package org.priorfetch.engine.model;

import java.util.List;

/**
 * What became of the candidates of an appointment: each stands in exactly one of the lists.
 *
 * @param relevant the most relevant first
 */
public record Ranking(List<RankedPrior> relevant, List<SkipReason> skipped) {

    public Ranking {
        relevant = List.copyOf(relevant);
        skipped = List.copyOf(skipped);
    }
}
