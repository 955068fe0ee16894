package org.priorfetch.engine.runtime;

import org.priorfetch.engine.api.RecordCommand;

/** Reads to people what was recorded. */
final class RecordDesk {

    private final EngineParts parts;
    private final History history;

    RecordDesk(EngineParts parts) {
        this.parts = parts;
        this.history = new History(parts.repositories().jobs());
    }

    Object carryOut(RecordCommand<?> command) {
        return switch (command) {
            case RecordCommand.ReadLedger read -> parts.repositories().ledger().between(read.from(), read.to());
            case RecordCommand.ReadHistory read -> history.read(read);
        };
    }
}
