package org.priorfetch.app.rules;

import org.priorfetch.app.screen.Stand;

/**
 * Where the screen "Rules" stands while nothing is changed.
 *
 * @param place of the selected rule among all
 */
record RulesStand(RulesSection section, int place) implements Stand {}
