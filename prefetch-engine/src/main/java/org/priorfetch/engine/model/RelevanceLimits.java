package org.priorfetch.engine.model;

import java.time.Period;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * What is relevant for one appointment.
 *
 * @param rule name of the rule that says so; empty for the general limits
 * @param priors only studies with one of these modalities; empty for any
 */
public record RelevanceLimits(String rule, int maxPriors, Period maxAge, List<String> priors, Selection selection) {

    public RelevanceLimits {
        priors = List.copyOf(priors);
    }

    /** With the usual selection. */
    public RelevanceLimits(String rule, int maxPriors, Period maxAge, List<String> priors) {
        this(rule, maxPriors, maxAge, priors, Selection.DEFAULT);
    }

    /** Whether studies with these modalities may be priors; those of which none is known may. */
    public boolean admits(Collection<String> modalities) {
        return priors.isEmpty() || modalities.isEmpty() || !Collections.disjoint(priors, modalities);
    }
}
