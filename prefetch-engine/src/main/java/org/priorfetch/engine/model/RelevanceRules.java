package org.priorfetch.engine.model;

import java.time.Period;
import java.util.Collection;
import java.util.List;

/**
 * The site's rules on what is relevant.
 *
 * @param maxPriors at most so many studies of one appointment, 1 or more
 * @param maxAge nothing older than this before the appointment
 * @param rules what holds instead for some appointments; the first that applies counts
 */
public record RelevanceRules(int maxPriors, Period maxAge, List<RelevanceRule> rules) {

    public static final RelevanceRules DEFAULT = new RelevanceRules(5, Period.ofYears(10));

    public RelevanceRules {
        rules = List.copyOf(rules);
    }

    /** The same for every appointment. */
    public RelevanceRules(int maxPriors, Period maxAge) {
        this(maxPriors, maxAge, List.of());
    }

    /** What holds for an appointment with these modalities that shows these regions. */
    public RelevanceLimits limitsFor(Collection<String> modalities, Collection<BodyRegion> regions) {
        RelevanceLimits general = new RelevanceLimits("", maxPriors, maxAge, List.of());
        return rules.stream()
                .filter(rule -> rule.appliesTo(modalities, regions))
                .findFirst()
                .map(rule -> rule.limitsOver(general))
                .orElse(general);
    }
}
