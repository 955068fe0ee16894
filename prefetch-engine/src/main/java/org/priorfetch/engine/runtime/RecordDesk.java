package org.priorfetch.engine.runtime;

import org.priorfetch.engine.api.RecordCommand;

/** Reads to people what was recorded. */
final class RecordDesk {

    private final EngineParts parts;

    RecordDesk(EngineParts parts) {
        this.parts = parts;
    }

    Object carryOut(RecordCommand<?> command) {
        return switch (command) {
            case RecordCommand.ReadLedger read -> parts.repositories().ledger().between(read.from(), read.to());
        };
    }
}
