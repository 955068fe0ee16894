package org.priorfetch.engine.forecast;

import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * One source, as the forecast sees it: transfers that run side by side share what it gives.
 *
 * @param pace when nothing else is asked of it
 * @param sideBySide transfers at a time, 1 or more
 * @param nextOpening when work that keeps to hours may begin: the given time itself while it may
 */
public record Line(Pace pace, int sideBySide, UnaryOperator<Instant> nextOpening) {}
