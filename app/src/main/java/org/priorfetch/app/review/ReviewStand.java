package org.priorfetch.app.review;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.screen.Stand;

/**
 * Where the screen "Review" stands.
 *
 * @param selected the chosen line's number; null without one
 */
record ReviewStand(ReviewModel.Tab tab, @Nullable String selected) implements Stand {}
