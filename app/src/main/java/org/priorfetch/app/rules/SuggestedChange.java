package org.priorfetch.app.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.RelevancePair;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RuleSuggestion;

/**
 * What a suggestion makes of the rules as they are typed. What else was typed stays.
 *
 * @param id of the rule or pair that it adds or changes
 * @param section where that is to be seen
 */
record SuggestedChange(RulesDraft draft, long id, RulesSection section) {

    /** @param freshId what nothing in the draft has */
    static SuggestedChange of(RuleSuggestion suggestion, RulesDraft draft, long freshId, RulePresenter words) {
        RelevancePair pair = suggestion.pair();
        return pair == null ? rule(suggestion, Objects.requireNonNull(suggestion.rule()), draft, freshId, words)
                : pair(pair, draft, freshId, words);
    }

    private static SuggestedChange pair(RelevancePair pair, RulesDraft draft, long freshId, RulePresenter words) {
        List<PairEntry> pairs = new ArrayList<>(draft.pairs());
        String name = name(pair.modalities(), pair.regions(), words) + " - "
                + name(pair.priors(), pair.with(), words);
        PairInput input = PairInput.of(pair);
        pairs.add(new PairEntry(freshId, new PairInput(
                FreeName.of(name, draft.pairs().stream().map(entry -> entry.input().name())), input.modalities(),
                input.regions(), input.priors(), input.with())));
        return new SuggestedChange(draft.withPairs(pairs), freshId, RulesSection.PAIRS);
    }

    private static SuggestedChange rule(RuleSuggestion suggestion, RelevanceRule rule, RulesDraft draft, long freshId,
            RulePresenter words) {
        List<String> names = draft.rules().stream().map(entry -> entry.input().name().strip()).toList();
        int place = suggestion.place(names);
        RuleInput input = RuleInput.of(rule);
        if (suggestion.replaces() && place < names.size()) {
            RuleEntry present = draft.rules().get(place);
            return new SuggestedChange(draft.with(present.id(), changed(present.input(), input, suggestion.kind())),
                    present.id(), RulesSection.RULES);
        }
        RuleEntry entry = new RuleEntry(freshId, input.named(FreeName.of(name(rule.modalities(), rule.regions(), words),
                names.stream())));
        return new SuggestedChange(draft.inserted(place, entry), freshId, RulesSection.RULES);
    }

    private static RuleInput changed(RuleInput present, RuleInput suggested, RuleSuggestion.Kind kind) {
        return switch (kind) {
            case PAIR -> present;
            case MODALITY -> with(present, suggested.priors(), present.maxPriors(), present.maxAge(),
                    present.selection());
            case MORE -> with(present, present.priors(), suggested.maxPriors(), present.maxAge(),
                    present.selection());
            case OLDER -> with(present, present.priors(), present.maxPriors(), suggested.maxAge(),
                    present.selection());
            case YOUNGER -> with(present, present.priors(), present.maxPriors(), suggested.maxAge(),
                    suggested.selection());
        };
    }

    private static RuleInput with(RuleInput present, String priors, String maxPriors, AgeInput maxAge,
            SelectionInput selection) {
        return new RuleInput(present.name(), present.modalities(), present.regions(), priors, maxPriors, maxAge,
                selection);
    }

    private static String name(List<String> modalities, List<BodyRegion> regions, RulePresenter words) {
        return String.join(" ", String.join(" ", modalities),
                String.join(" ", regions.stream().map(words::region).toList()));
    }
}
