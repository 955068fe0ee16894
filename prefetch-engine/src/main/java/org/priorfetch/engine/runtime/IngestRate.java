package org.priorfetch.engine.runtime;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.PeerMeasures.Carried;
import org.priorfetch.engine.model.TransferState;

/** How fast the PACS takes images at least, as earlier transfers show: it took what came, whoever was the slower one. */
final class IngestRate {

    private static final long ENOUGH_BYTES = 1L << 20;
    private static final double BEST_TENTH = 0.9;

    private IngestRate() {}

    /** The transfer at nine tenths of the way from the slowest to the fastest; empty when there were none. */
    static Optional<Carried> of(List<LedgerEntry> lately) {
        List<LedgerEntry> telling = lately.stream()
                .filter(entry -> entry.outcome() == TransferState.COMPLETE && !entry.isTest())
                .filter(entry -> entry.bytes() >= ENOUGH_BYTES && entry.took().isPositive())
                .sorted(Comparator.comparingDouble(entry -> entry.bytes() / (double) entry.took().toMillis()))
                .toList();
        return telling.isEmpty() ? Optional.empty()
                : Optional.of(carried(telling.get((int) (BEST_TENTH * (telling.size() - 1)))));
    }

    private static Carried carried(LedgerEntry entry) {
        double millis = Math.max(1, entry.took().toMillis());
        return new Carried(entry.instances(), entry.bytes(), millis, 0, millis, false, true);
    }
}
