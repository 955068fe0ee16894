package org.priorfetch.app.rules;

/**
 * A pair in the list.
 *
 * @param id stays, whatever is typed into it
 */
record PairEntry(long id, PairInput input) {}
