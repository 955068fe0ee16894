package org.priorfetch.engine.runtime;

import java.util.List;
import java.util.stream.Stream;

import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.model.DeliveredInstance;

/** Reads to people what was recorded. */
final class RecordDesk {

    private final EngineParts parts;
    private final History history;
    private final Deliveries deliveries;
    private final Reports reports;

    RecordDesk(EngineParts parts) {
        this.parts = parts;
        this.history = new History(parts.repositories().jobs(), parts.repositories().rates(),
                parts.runner()::bytesTwice);
        this.deliveries = new Deliveries(parts.repositories().ledger(), parts.clock());
        this.reports = new Reports(parts.repositories().reports(), parts.clock());
    }

    Object carryOut(RecordCommand<?> command) {
        return switch (command) {
            case RecordCommand.ReadLedger read -> parts.repositories().ledger().between(read.from(), read.to());
            case RecordCommand.ReadHistory read -> {
                parts.transfers().rateKeeper().flush();
                yield history.read(read);
            }
            case RecordCommand.ReadDeliveries read -> deliveries.read(read);
            case RecordCommand.ReadDeliveredUids read -> delivered(read.studyInstanceUid());
            case RecordCommand.ReadReport read -> reports.read(read);
            case RecordCommand.ReadRates read -> {
                parts.transfers().rateKeeper().flush();
                yield parts.repositories().rates().since(read.from());
            }
        };
    }

    /** By transfers, or to try out how the PACS takes it. */
    private List<DeliveredInstance> delivered(String study) {
        return Stream.concat(parts.repositories().jobs().deliveredOf(study).stream(),
                parts.repositories().deliveryTests().instancesOf(study).stream()).toList();
    }
}
