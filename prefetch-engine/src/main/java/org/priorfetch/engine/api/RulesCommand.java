package org.priorfetch.engine.api;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.RelevanceRules;

/** A command about what is relevant. */
public sealed interface RulesCommand<R> extends EngineCommand<R> {

    /** A command about the rules in {@code site.yaml}, answered by whoever owns the file. */
    sealed interface OfFile<R> extends RulesCommand<R> {}

    /** What {@code site.yaml} says; refused while something is wrong with it. */
    record ReadRules() implements OfFile<RulesReport> {}

    /**
     * Write the rules into {@code site.yaml} and work with them from now on.
     *
     * @param version of the file that they were made from; another one means that somebody else has changed it since
     */
    record SaveRules(String version, RelevanceRules rules, @Nullable AdminKey key)
            implements OfFile<SaveAnswer>, Guarded {

        @Override
        public AdminArea area() {
            return AdminArea.RULES;
        }
    }

    /** What other rules would have made of the appointments of the last days, beside those that hold now. Changes nothing. */
    record TryRules(RelevanceRules rules, int days) implements RulesCommand<RuleTrial> {}

    /** What people do by hand, as changes of the rules that hold now, without what was dismissed. Changes nothing. */
    record ReadSuggestions() implements RulesCommand<SuggestionsReport> {}

    /** Suggest something no more, or again; answers whether it is dismissed. */
    record DismissSuggestion(String suggestionId, boolean dismissed, @Nullable AdminKey key)
            implements RulesCommand<Boolean>, Guarded {

        @Override
        public AdminArea area() {
            return AdminArea.RULES;
        }
    }
}
