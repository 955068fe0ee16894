package org.priorfetch.engine.api;

import java.time.Instant;
import java.util.List;

import org.priorfetch.engine.model.LedgerEntry;

/** A command that reads what was recorded. Changes nothing. */
public sealed interface RecordCommand<R> extends EngineCommand<R> {

    /** The ledger from the first instant (inclusive) to the second (exclusive). */
    record ReadLedger(Instant from, Instant to) implements RecordCommand<List<LedgerEntry>> {}
}
