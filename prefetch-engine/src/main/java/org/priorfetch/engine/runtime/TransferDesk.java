package org.priorfetch.engine.runtime;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.TransferCommand;

/** Carries out what people ask about transfers. */
final class TransferDesk {

    private final EngineParts parts;
    private final FetchByHand fetchByHand;
    private final Haste haste;

    TransferDesk(EngineParts parts, AppointmentLookup lookup) {
        this.parts = parts;
        this.fetchByHand = new FetchByHand(parts, lookup);
        this.haste = new Haste(parts);
    }

    Object carryOut(TransferCommand<?> command) throws CommandFailedException {
        return switch (command) {
            case TransferCommand.FetchStudy fetch -> fetchByHand.fetch(fetch);
            case TransferCommand.Pause pause -> parts.runner().pause(pause.paused());
            case TransferCommand.CancelTransfer cancel -> parts.runner().cancel(cancel.id());
            case TransferCommand.MoveTransfer move -> haste.move(move);
            case TransferCommand.RetryTransfer retry -> parts.runner().retry(retry.id());
        };
    }
}
