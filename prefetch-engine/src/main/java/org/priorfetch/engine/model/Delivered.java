package org.priorfetch.engine.model;

/**
 * An entry of the ledger with the number that tells it from others.
 *
 * @param id assigned by the store
 */
public record Delivered(long id, LedgerEntry entry) {}
