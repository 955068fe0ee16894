package org.priorfetch.engine.model;

import java.time.Period;
import java.util.Collection;
import java.util.List;

/**
 * The site's rules on what is relevant.
 *
 * @param maxPriors at most so many studies of one appointment, 1 or more
 * @param maxAge nothing older than this before the appointment, but the newest that the selection keeps
 * @param selection how they are chosen
 * @param pairs what the site compares beside what is usual
 * @param rules what holds instead for some appointments; the first that applies counts
 */
public record RelevanceRules(int maxPriors, Period maxAge, Selection selection, List<RelevancePair> pairs,
        List<RelevanceRule> rules) {

    public static final RelevanceRules DEFAULT = new RelevanceRules(5, Period.ofYears(10));

    public RelevanceRules {
        pairs = List.copyOf(pairs);
        rules = List.copyOf(rules);
    }

    /** With the usual selection and pairs. */
    public RelevanceRules(int maxPriors, Period maxAge, List<RelevanceRule> rules) {
        this(maxPriors, maxAge, Selection.DEFAULT, List.of(), rules);
    }

    /** The same for every appointment. */
    public RelevanceRules(int maxPriors, Period maxAge) {
        this(maxPriors, maxAge, List.of());
    }

    /** What holds for an appointment with these modalities that shows these regions. */
    public RelevanceLimits limitsFor(Collection<String> modalities, Collection<BodyRegion> regions) {
        RelevanceLimits general = new RelevanceLimits("", maxPriors, maxAge, List.of(), selection);
        return rules.stream()
                .filter(rule -> rule.appliesTo(modalities, regions))
                .findFirst()
                .map(rule -> rule.limitsOver(general))
                .orElse(general);
    }
}
