package org.priorfetch.app.reports;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.screen.Stand;

/**
 * Where the screen "Reports" stands.
 *
 * @param tab its place in the row of tabs
 * @param text what is looked for among the deliveries, as are source and days; null and empty restrict nothing
 */
record ReportsStand(int tab, Span span, String text, @Nullable String source, @Nullable LocalDate from,
        @Nullable LocalDate to) implements Stand {}
