package org.priorfetch.app.rules;

/** What can be wrong in a rule, in the order of the form. */
enum RuleField {
    NAME, MODALITIES, PRIORS, MAX_PRIORS, MAX_AGE
}
