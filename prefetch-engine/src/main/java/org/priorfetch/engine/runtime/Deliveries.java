package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.DeliveryFilter;
import org.priorfetch.engine.api.DeliveryPage;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.DeliverySearch;
import org.priorfetch.engine.port.LedgerRepository;

/** Pages through what was put into the PACS. */
record Deliveries(LedgerRepository ledger, Clock clock) {

    DeliveryPage read(RecordCommand.ReadDeliveries wanted) {
        DeliveryFilter filter = wanted.filter();
        LocalDate to = filter.to();
        DeliverySearch search = new DeliverySearch(beginOf(filter.from()), beginOf(to == null ? null : to.plusDays(1)),
                filter.source(), filter.patientId(), filter.text());
        return new DeliveryPage(ledger.find(search, wanted.offset(), wanted.limit()), ledger.count(search));
    }

    private @Nullable Instant beginOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(clock.zone()).toInstant();
    }
}
