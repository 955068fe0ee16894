package org.priorfetch.app.rules;

/**
 * A rule in the list.
 *
 * @param id stays, whatever is typed into it
 */
record RuleEntry(long id, RuleInput input) {}
