package org.priorfetch.engine.api;

import org.priorfetch.engine.model.RelevanceRules;

/** A command about what is relevant. */
public sealed interface RulesCommand<R> extends EngineCommand<R> {

    /** The rules that hold now. */
    record ReadRules() implements RulesCommand<RelevanceRules> {}

    /** What other rules would have made of the appointments of the last days, beside those that hold now. Changes nothing. */
    record TryRules(RelevanceRules rules, int days) implements RulesCommand<RuleTrial> {}
}
