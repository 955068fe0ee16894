package org.priorfetch.app.rules;

/** What the list shows of a rule. */
record RuleLine(String number, String name, String appointments, String priors, String maxPriors, String maxAge,
        boolean wrong) {}
