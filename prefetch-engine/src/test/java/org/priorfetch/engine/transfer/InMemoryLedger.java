package org.priorfetch.engine.transfer;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.priorfetch.engine.model.Delivered;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.port.DeliverySearch;
import org.priorfetch.engine.port.LedgerRepository;

/** A ledger that is gone with the test. */
final class InMemoryLedger implements LedgerRepository {

    private final List<LedgerEntry> entries = new CopyOnWriteArrayList<>();

    List<LedgerEntry> entries() {
        return entries;
    }

    @Override
    public void append(LedgerEntry entry) {
        entries.add(entry);
    }

    @Override
    public List<Delivered> find(DeliverySearch search, int offset, int limit) {
        return IntStream.range(offset, Math.min(entries.size(), offset + limit))
                .mapToObj(place -> new Delivered(place, entries.get(place)))
                .toList();
    }

    @Override
    public long count(DeliverySearch search) {
        return entries.size();
    }

    @Override
    public List<LedgerEntry> between(Instant from, Instant to) {
        return entries.stream().filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(to)).toList();
    }
}
