package org.priorfetch.engine.runtime;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.transfer.Pause;

/** Carries out what people ask about transfers. */
final class TransferDesk {

    private final EngineParts parts;
    private final FetchByHand fetchByHand;

    TransferDesk(EngineParts parts, FetchByHand fetchByHand) {
        this.parts = parts;
        this.fetchByHand = fetchByHand;
    }

    Object carryOut(TransferCommand<?> command) throws CommandFailedException {
        return switch (command) {
            case TransferCommand.FetchStudy fetch -> fetchByHand.fetch(fetch);
            case TransferCommand.Pause pause -> pause(pause);
            case TransferCommand.CancelTransfer cancel -> parts.runner().cancel(cancel.id());
            case TransferCommand.RetryTransfer retry -> parts.runner().retry(retry.id());
        };
    }

    private boolean pause(TransferCommand.Pause wanted) {
        parts.pauses().pause(new Pause(wanted.paused(), wanted.until()));
        return parts.runner().pause().on();
    }
}
