package org.priorfetch.engine.api;

import java.util.List;

import org.priorfetch.engine.model.RuleSuggestion;

/**
 * What people do by hand, and what follows for the rules.
 *
 * @param feedback studies of appointments that people fetched by hand, opened or skipped in the time that is kept
 * @param suggestions the best founded first
 */
public record SuggestionsReport(int feedback, List<RuleSuggestion> suggestions) {

    public SuggestionsReport {
        suggestions = List.copyOf(suggestions);
    }
}
