package org.priorfetch.engine.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.DeliveredInstance;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.SourceHour;

/** A command that reads what was recorded. Changes nothing. */
public sealed interface RecordCommand<R> extends EngineCommand<R> {

    /** More rows than these are not given at once. */
    int LONGEST_PAGE = 500;

    /** A report tells no more days than these. */
    int LONGEST_REPORT = 400;

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

    /**
     * What was put into the PACS, newest first.
     *
     * @param offset how many to leave out
     * @param limit from 1 to {@link #LONGEST_PAGE}
     */
    record ReadDeliveries(DeliveryFilter filter, int offset, int limit, @Nullable AdminKey key)
            implements RecordCommand<DeliveryPage>, Guarded {

        public ReadDeliveries {
            requirePage(offset, limit);
        }

        @Override
        public AdminArea area() {
            return AdminArea.UNDO_LIST;
        }
    }

    /** The instances of a study that we put into the PACS, as long as they are remembered: 400 days. */
    record ReadDeliveredUids(String studyInstanceUid, @Nullable AdminKey key)
            implements RecordCommand<List<DeliveredInstance>>, Guarded {

        @Override
        public AdminArea area() {
            return AdminArea.UNDO_LIST;
        }
    }

    /**
     * What was exchanged by day, and whether it was in time.
     *
     * @param from the first day
     * @param to the last day, inclusive, at most {@link #LONGEST_REPORT} days
     */
    record ReadReport(LocalDate from, LocalDate to) implements RecordCommand<Report> {

        public ReadReport {
            long days = ChronoUnit.DAYS.between(from, to) + 1;
            if (days < 1 || days > LONGEST_REPORT) {
                throw new IllegalArgumentException("no report of " + days + " days");
            }
        }
    }

    /**
     * How fast each source was, hour by hour, and what its time was spent on; kept for 90 days.
     *
     * @param from the first hour is that which began at or after it
     */
    record ReadRates(Instant from) implements RecordCommand<List<SourceHour>> {}

    private static void requirePage(int offset, int limit) {
        if (offset < 0 || limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("no page of " + limit + " rows from " + offset);
        }
    }
}
