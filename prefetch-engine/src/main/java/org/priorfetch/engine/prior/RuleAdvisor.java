package org.priorfetch.engine.prior;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.RuleSuggestion;
import org.priorfetch.engine.prior.Assay.Gain;
import org.priorfetch.engine.prior.Proposals.Proposal;
import org.priorfetch.engine.prior.Wishes.Study;

/**
 * Suggests changes of the rules that do what people do by hand again and again. Each is tried on past appointments first: it
 * loses no study that somebody had a use for, alone or together with those before it.
 */
public final class RuleAdvisor {

    /** A longer list is not read. */
    private static final int MOST = 10;

    private final RelevanceRanker ranker;
    private final ZoneId zone;

    public RuleAdvisor(RelevanceRanker ranker, ZoneId zone) {
        this.ranker = ranker;
        this.zone = zone;
    }

    /**
     * The best founded first. The same whatever the order of what it is given.
     *
     * @param dismissed IDs of what is not to be suggested
     */
    public List<RuleSuggestion> suggest(Wishes wishes, RelevanceRules rules, Set<String> dismissed) {
        Assay assay = new Assay(wishes, ranker.remembering(), zone);
        List<RuleSuggestion> suggestions = new ArrayList<>();
        Set<Study> explained = new HashSet<>();
        RelevanceRules together = rules;
        for (Habit habit : Habits.of(wishes, assay.verdicts(rules))) {
            Habit left = habit.only(one -> !explained.contains(Study.of(one)));
            if (dismissed.contains(habit.key().id())) {
                explained.addAll(Assay.studies(habit.feedback()));
            } else if (suggestions.size() < MOST && Evidence.of(left.feedback(), zone).isHabit()) {
                Found found = best(assay, left, rules, together);
                if (found != null) {
                    suggestions.add(found.suggestion());
                    explained.addAll(Assay.studies(found.gain().feedback()));
                    together = found.suggestion().appliedTo(together);
                }
            }
        }
        return suggestions;
    }

    private record Found(RuleSuggestion suggestion, Gain gain) {}

    /** The proposal that does most of it; of several, the mildest. */
    private @Nullable Found best(Assay assay, Habit habit, RelevanceRules rules, RelevanceRules together) {
        Found best = null;
        for (Proposal proposal : Proposals.of(habit, rules)) {
            Found found = tried(assay, habit, proposal, rules, together);
            boolean better = found != null
                    && (best == null || found.gain().feedback().size() > best.gain().feedback().size());
            best = better ? found : best;
        }
        return best;
    }

    private @Nullable Found tried(Assay assay, Habit habit, Proposal proposal, RelevanceRules rules,
            RelevanceRules together) {
        RuleSuggestion change = suggestion(habit, proposal, new Gain(habit.feedback(), 0));
        Optional<Gain> alone = assay.gain(habit, rules, change.appliedTo(rules));
        boolean alsoTogether = together.equals(rules)
                || assay.gain(habit, together, change.appliedTo(together)).isPresent();
        return alone.isPresent() && alsoTogether
                ? new Found(suggestion(habit, proposal, alone.get()), alone.get())
                : null;
    }

    private RuleSuggestion suggestion(Habit habit, Proposal proposal, Gain gain) {
        Evidence evidence = Evidence.of(gain.feedback(), zone);
        return new RuleSuggestion(habit.key().id(), habit.key().kind(), proposal.pair(), proposal.rule(),
                habit.key().decidedBy(), proposal.replaces(), why(habit, proposal, gain, evidence), proposal.words(),
                evidence.cases(), evidence.people());
    }

    private static Message why(Habit habit, Proposal proposal, Gain gain, Evidence evidence) {
        String modalities = Proposals.words(habit.modalities());
        String region = "#" + habit.key().region().key();
        String priors = Proposals.words(habit.priors());
        int times = gain.feedback().size();
        var with = habit.key().with();
        return switch (habit.key().kind()) {
            case PAIR -> Message.of("prior.habit.PAIR", modalities, region, priors,
                    with == null ? "" : "#" + with.key(), times, evidence.span());
            case MODALITY -> Message.of("prior.habit.MODALITY", modalities, region, priors, times, evidence.span(),
                    habit.key().decidedBy());
            case OLDER -> Message.of("prior.habit.OLDER", modalities, region, times, evidence.span());
            case MORE -> Message.of("prior.habit.MORE", modalities, region, times, evidence.span());
            case YOUNGER -> Message.of("prior.habit.YOUNGER", modalities, region, times, gain.of(), proposal.years());
        };
    }
}
