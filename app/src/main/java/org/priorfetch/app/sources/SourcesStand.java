package org.priorfetch.app.sources;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.screen.Stand;

/**
 * Where the screen "Sources" stands while nothing is typed.
 *
 * @param selected the selected part; null without one
 */
record SourcesStand(@Nullable PartEntry selected) implements Stand {}
