package org.priorfetch.app.fetch;

import org.priorfetch.app.screen.Stand;

/**
 * Where the screen "Fetch by hand" stands while nothing is searched for or imported.
 *
 * @param tab its place in the row of tabs
 */
record FetchStand(int tab) implements Stand {}
