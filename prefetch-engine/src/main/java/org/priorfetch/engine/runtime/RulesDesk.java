package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.util.Set;

import org.priorfetch.engine.api.RuleTrial;
import org.priorfetch.engine.api.RulesCommand;
import org.priorfetch.engine.api.SuggestionsReport;
import org.priorfetch.engine.port.FeedbackRepository;
import org.priorfetch.engine.prior.RelevanceRanker;
import org.priorfetch.engine.prior.RuleAdvisor;
import org.priorfetch.engine.prior.Wishes;

/** Carries out what people ask about the rules on relevance. */
final class RulesDesk {

    private static final int MOST_DAYS = 60;

    private final EngineParts parts;
    private final FeedbackRepository feedback;

    RulesDesk(EngineParts parts) {
        this.parts = parts;
        this.feedback = parts.repositories().feedback();
    }

    Object carryOut(RulesCommand<?> command) {
        return switch (command) {
            case RulesCommand.OfFile<?> _ -> throw new IllegalStateException("answered by whoever owns the file");
            case RulesCommand.TryRules trial -> tryOut(trial);
            case RulesCommand.ReadSuggestions _ -> suggestions();
            case RulesCommand.DismissSuggestion wish -> dismiss(wish);
        };
    }

    private RuleTrial tryOut(RulesCommand.TryRules trial) {
        StudyWeights weights = new StudyWeights(parts.repositories().jobs().meanImageBytes());
        return new TryOut(ranker().remembering()::rank, weights, parts.clock().zone())
                .compare(wishes(Math.clamp(trial.days(), 0, MOST_DAYS)), parts.site().relevance(), trial.rules());
    }

    private SuggestionsReport suggestions() {
        Wishes wishes = wishes(MOST_DAYS);
        Set<String> dismissed = feedback.dismissed();
        return new SuggestionsReport(wishes.last().size(), new RuleAdvisor(ranker(), parts.clock().zone())
                .suggest(wishes, parts.site().relevance(), dismissed));
    }

    private boolean dismiss(RulesCommand.DismissSuggestion wish) {
        if (wish.dismissed()) {
            feedback.dismiss(wish.suggestionId(), parts.person().get(), parts.clock().now());
        } else {
            feedback.restore(wish.suggestionId());
        }
        return wish.dismissed();
    }

    private Wishes wishes(int days) {
        return Wishes.of(parts.pastDays().last(days),
                feedback.since(parts.clock().now().minus(Duration.ofDays(days))));
    }

    private RelevanceRanker ranker() {
        return new RelevanceRanker(parts.site().procedures());
    }
}
