package org.priorfetch.engine.model;

/**
 * A study that is left where it is, and why.
 *
 * @param score 0 to 100, as it was ranked before it was skipped
 */
public record SkipReason(PriorCandidate candidate, int score, Reason reason) {}
