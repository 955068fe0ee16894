package org.priorfetch.app.rules;

import java.util.Set;

/**
 * A rule at its place in the list.
 *
 * @param number from 1
 * @param nameTaken whether a rule before it has the same name
 */
record RuleItem(int number, RuleEntry entry, Set<RuleField> wrong, boolean nameTaken) {

    RuleItem {
        wrong = Set.copyOf(wrong);
    }

    long id() {
        return entry.id();
    }
}
