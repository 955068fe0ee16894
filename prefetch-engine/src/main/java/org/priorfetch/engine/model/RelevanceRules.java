package org.priorfetch.engine.model;

import java.time.Period;

/**
 * The site's limits on what is relevant.
 *
 * @param maxPriors at most so many studies of one appointment, 1 or more
 * @param maxAge nothing older than this before the appointment
 */
public record RelevanceRules(int maxPriors, Period maxAge) {

    public static final RelevanceRules DEFAULT = new RelevanceRules(5, Period.ofYears(10));
}
