package org.priorfetch.engine.runtime;

import org.priorfetch.engine.api.RecordCommand;

/** Reads to people what was recorded. */
final class RecordDesk {

    private final EngineParts parts;
    private final History history;
    private final Deliveries deliveries;
    private final Reports reports;

    RecordDesk(EngineParts parts) {
        this.parts = parts;
        this.history = new History(parts.repositories().jobs());
        this.deliveries = new Deliveries(parts.repositories().ledger(), parts.clock());
        this.reports = new Reports(parts.repositories().reports(), parts.clock());
    }

    Object carryOut(RecordCommand<?> command) {
        return switch (command) {
            case RecordCommand.ReadLedger read -> parts.repositories().ledger().between(read.from(), read.to());
            case RecordCommand.ReadHistory read -> history.read(read);
            case RecordCommand.ReadDeliveries read -> deliveries.read(read);
            case RecordCommand.ReadDeliveredUids read ->
                parts.repositories().jobs().deliveredOf(read.studyInstanceUid());
            case RecordCommand.ReadReport read -> reports.read(read);
        };
    }
}
