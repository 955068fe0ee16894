package org.priorfetch.engine.model;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A change of the rules on relevance that follows from what people did by hand: a further pair, or a rule.
 *
 * @param id the same for the same habit, whatever its figures are today
 * @param pair to be added; null where a rule is suggested
 * @param rule null where a pair is suggested
 * @param decidedBy name of the rule that has decided until now; empty when none has
 * @param replaces whether the suggested rule takes the place of that one, instead of standing before it
 * @param why what people did
 * @param proposal what is suggested
 * @param cases so many studies of so many appointments are the evidence
 * @param people so many did it
 */
public record RuleSuggestion(String id, Kind kind, @Nullable RelevancePair pair, @Nullable RelevanceRule rule,
        String decidedBy, boolean replaces, Message why, Message proposal, int cases, int people) {

    /** What would change. */
    public enum Kind {
        /** Another region counts as well. */
        PAIR,
        /** A rule admits a further modality. */
        MODALITY,
        /** Older studies are taken. */
        OLDER,
        /** More studies are taken. */
        MORE,
        /** Old studies are left where they are. */
        YOUNGER
    }

    /** The rules with this change. */
    public RelevanceRules appliedTo(RelevanceRules present) {
        return new RelevanceRules(present.maxPriors(), present.maxAge(), present.selection(),
                pair == null ? present.pairs() : with(present.pairs(), pair),
                rule == null ? present.rules() : with(present.rules(), rule));
    }

    private static List<RelevancePair> with(List<RelevancePair> present, RelevancePair added) {
        List<RelevancePair> pairs = new ArrayList<>(present);
        pairs.add(added);
        return pairs;
    }

    private List<RelevanceRule> with(List<RelevanceRule> present, RelevanceRule suggested) {
        List<RelevanceRule> rules = new ArrayList<>(present);
        int place = place(present.stream().map(RelevanceRule::name).toList());
        if (replaces && place < rules.size()) {
            rules.set(place, suggested);
        } else {
            rules.add(place, suggested);
        }
        return rules;
    }

    /** Where the suggested rule belongs among rules of these names: at the one that has decided, else behind all. */
    public int place(List<String> names) {
        int place = names.indexOf(decidedBy);
        return place < 0 ? names.size() : place;
    }
}
