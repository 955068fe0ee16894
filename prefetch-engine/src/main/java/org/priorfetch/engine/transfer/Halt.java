package org.priorfetch.engine.transfer;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.PeerException;

/** Why nothing more of a study is passed on. Thread-safe. */
final class Halt {

    private final AtomicReference<@Nullable TransferOutcome> outcome = new AtomicReference<>();

    /** What a try ends with where a peer failed. */
    static TransferOutcome after(PeerException failure, Cancellation cancellation) {
        return cancellation.isCancelled() ? new TransferOutcome.Cancelled()
                : new TransferOutcome.Postponed(failure.peer(), failure.reason(),
                        failure.kind() == PeerException.Kind.FAILED);
    }

    void because(TransferOutcome reason) {
        outcome.set(reason);
    }

    /** Unless there is a reason already. */
    void postpone(String peer, Reason reason) {
        outcome.compareAndSet(null, new TransferOutcome.Postponed(peer, reason));
    }

    boolean isSet() {
        return outcome.get() != null;
    }

    /** Whether another round would not help. */
    boolean isLasting() {
        return isLasting(outcome.get());
    }

    /**
     * To be asked when no instance is under way any more; null when nothing stops it.
     *
     * @param delivered instances that had gone before
     */
    @Nullable
    TransferOutcome outcome(int delivered) {
        return outcome.get() instanceof TransferOutcome.Held(Reason reason, _, _) && delivered > 0
                ? new TransferOutcome.Held(reason.and("transfer.alreadyDelivered", String.valueOf(delivered)))
                : outcome.get();
    }

    /** What was in trouble may be well again at the next try; what is held stays held. */
    void goOnAfterTrouble() {
        outcome.updateAndGet(known -> isLasting(known) ? known : null);
    }

    /** Whether another round would not help. */
    static boolean isLasting(@Nullable TransferOutcome outcome) {
        return outcome instanceof TransferOutcome.Held || outcome instanceof TransferOutcome.Refused;
    }
}
