package org.priorfetch.app.today;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.screen.Stand;

/**
 * Where the screen "Today" stands; how it is sorted and grouped is in the profile.
 *
 * @param selected the key of the selected row; null without one
 */
record TodayStand(ReadingList list, @Nullable String selected, boolean detailOpen) implements Stand {}
