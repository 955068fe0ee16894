package org.priorfetch.app.rules;

/** What the list shows of a pair. */
record PairLine(String name, String appointments, String priors, boolean wrong) {}
