package org.priorfetch.app.rules;

/** What can be wrong in a rule, a pair or what usually holds, in the order of the forms. */
enum RuleField {
    NAME, MODALITIES, REGIONS, PRIORS, WITH, MAX_PRIORS, MAX_AGE, NEWEST, OLDEST, UNKNOWN, RECENT
}
