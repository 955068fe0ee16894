package org.priorfetch.app.rules;

/** What of the rules is on the screen. */
enum RulesSection {
    RULES, PAIRS, USUAL, SUGGESTIONS
}
