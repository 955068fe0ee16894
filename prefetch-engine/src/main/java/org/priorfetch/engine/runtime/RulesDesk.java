package org.priorfetch.engine.runtime;

import org.priorfetch.engine.api.RuleTrial;
import org.priorfetch.engine.api.RulesCommand;
import org.priorfetch.engine.prior.RelevanceRanker;

/** Carries out what people ask about the rules on relevance. */
final class RulesDesk {

    private static final int MOST_DAYS = 60;

    private final EngineParts parts;

    RulesDesk(EngineParts parts) {
        this.parts = parts;
    }

    Object carryOut(RulesCommand<?> command) {
        return switch (command) {
            case RulesCommand.OfFile<?> _ -> throw new IllegalStateException("answered by whoever owns the file");
            case RulesCommand.TryRules trial -> tryOut(trial);
        };
    }

    private RuleTrial tryOut(RulesCommand.TryRules trial) {
        StudyWeights weights = new StudyWeights(parts.repositories().jobs().meanImageBytes());
        int days = Math.clamp(trial.days(), 0, MOST_DAYS);
        return new TryOut(new RelevanceRanker(parts.site().procedures())::rank, weights, parts.clock().zone())
                .compare(parts.pastDays().last(days), parts.site().relevance(), trial.rules());
    }
}
