package org.priorfetch.engine.api;

import java.time.Instant;
import java.util.List;

import org.priorfetch.engine.model.LedgerEntry;

/** A command that reads what was recorded. Changes nothing. */
public sealed interface RecordCommand<R> extends EngineCommand<R> {

    /** More rows than these are not given at once. */
    int LONGEST_PAGE = 500;

    /** The ledger from the first instant (inclusive) to the second (exclusive). */
    record ReadLedger(Instant from, Instant to) implements RecordCommand<List<LedgerEntry>> {}

    /**
     * Transfers that have ended, newest first.
     *
     * @param offset how many of them to leave out
     * @param limit from 1 to {@link #LONGEST_PAGE}
     */
    record ReadHistory(HistoryFilter filter, int offset, int limit) implements RecordCommand<HistoryPage> {

        public ReadHistory {
            requirePage(offset, limit);
        }
    }

    private static void requirePage(int offset, int limit) {
        if (offset < 0 || limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("no page of " + limit + " rows from " + offset);
        }
    }
}
