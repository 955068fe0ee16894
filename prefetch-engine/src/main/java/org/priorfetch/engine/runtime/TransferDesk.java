package org.priorfetch.engine.runtime;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.transfer.Pause;

/** Carries out what people ask about transfers. */
final class TransferDesk {

    private final EngineParts parts;
    private final FetchByHand fetchByHand;
    private final Haste haste;

    TransferDesk(EngineParts parts, FetchByHand fetchByHand) {
        this.parts = parts;
        this.fetchByHand = fetchByHand;
        this.haste = new Haste(parts);
    }

    Object carryOut(TransferCommand<?> command) throws CommandFailedException {
        return switch (command) {
            case TransferCommand.FetchStudy fetch -> fetchByHand.fetch(fetch);
            case TransferCommand.Pause pause -> pause(pause);
            case TransferCommand.CancelTransfer cancel -> cancel(cancel.id());
            case TransferCommand.MoveTransfer move -> haste.move(move);
            case TransferCommand.RetryTransfer retry -> retry(retry.id());
        };
    }

    private boolean cancel(long id) {
        boolean stopped = parts.runner().cancel(id);
        if (stopped) {
            parts.repositories().jobs().find(id).ifPresent(parts.patients().feedback()::skipped);
        }
        return stopped;
    }

    private boolean retry(long id) {
        boolean again = parts.runner().retry(id);
        if (again) {
            parts.repositories().jobs().find(id).ifPresent(parts.patients().feedback()::wantedAgain);
        }
        return again;
    }

    private boolean pause(TransferCommand.Pause wanted) {
        parts.pauses().pause(new Pause(wanted.paused(), wanted.until()));
        return parts.runner().pause().on();
    }
}
