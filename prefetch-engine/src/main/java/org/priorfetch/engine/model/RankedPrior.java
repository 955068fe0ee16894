package org.priorfetch.engine.model;

/**
 * A relevant study with its rank.
 *
 * @param score 1 to 100; higher is more relevant
 */
public record RankedPrior(PriorCandidate candidate, int score, Reason reason) {}
