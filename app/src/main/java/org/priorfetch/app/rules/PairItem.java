package org.priorfetch.app.rules;

import java.util.Set;

/**
 * A pair in the list, and what is wrong with it.
 *
 * @param nameTaken whether a pair before it has the same name
 */
record PairItem(PairEntry entry, Set<RuleField> wrong, boolean nameTaken) {

    PairItem {
        wrong = Set.copyOf(wrong);
    }

    long id() {
        return entry.id();
    }
}
