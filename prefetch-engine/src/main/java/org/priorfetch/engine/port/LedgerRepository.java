package org.priorfetch.engine.port;

import java.time.Instant;
import java.util.List;

import org.priorfetch.engine.model.Delivered;
import org.priorfetch.engine.model.LedgerEntry;

/** What was put into the PACS. Only grows. */
public interface LedgerRepository {

    void append(LedgerEntry entry);

    /** The entries from the first instant (inclusive) to the second (exclusive), oldest first. */
    List<LedgerEntry> between(Instant from, Instant to);

    /** The entries that are looked for, newest first, without the first ones. */
    List<Delivered> find(DeliverySearch search, int offset, int limit);

    long count(DeliverySearch search);
}
