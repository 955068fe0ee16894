package org.priorfetch.engine.forecast;

import java.time.Instant;

/**
 * What is left of a transfer.
 *
 * @param underWay whether it has begun
 * @param notBefore it does not begin before
 * @param anyHour whether it may begin outside the hours of its source, too
 */
public record Work(long id, String source, Amount left, boolean underWay, Instant notBefore, boolean anyHour) {}
