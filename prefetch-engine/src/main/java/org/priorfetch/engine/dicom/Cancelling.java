package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.priorfetch.engine.dicom.ResponseQueue.Response;
import org.priorfetch.engine.port.PeerException;

/** Ends a request early: asks politely first (C-CANCEL, PS3.7 9.3.2.3), then hangs up; an instance on its way may arrive. */
record Cancelling(Conversation conversation) {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    /** For an instance that is on its way when no further is wanted. */
    private static final Duration INSTANCE_GRACE = Duration.ofSeconds(30);
    /** So long after our request one may begin that was sent before the peer had it. */
    static final Duration CROSSING = Duration.ofSeconds(1);

    void stop(ResponseQueue responses) throws PeerException {
        stop(responses, () -> false);
    }

    /** @param arriving asked from when the peer has been told: whether an instance is on its way */
    void stop(ResponseQueue responses, BooleanSupplier arriving) throws PeerException {
        try {
            cancel(responses, arriving);
        } catch (InterruptedException interrupted) {
            conversation.abort();
            throw PeerFailures.interrupted(conversation.peer(), interrupted);
        }
    }

    private void cancel(ResponseQueue responses, BooleanSupplier arriving) throws InterruptedException {
        try {
            responses.cancel(conversation.association());
            boolean onItsWay = arriving.getAsBoolean();
            long begun = System.nanoTime();
            long silentSince = begun;
            while (System.nanoTime() - silentSince < conversation.deadlines().release().toNanos()) {
                Response response = responses.poll(LOOK_EVERY);
                if (response != null && !response.isPending()) {
                    return;
                }
                long now = System.nanoTime();
                boolean mayArrive = onItsWay || now - begun < CROSSING.toNanos();
                onItsWay = mayArrive && arriving.getAsBoolean() && now - begun < INSTANCE_GRACE.toNanos();
                silentSince = onItsWay ? now : silentSince;
            }
            conversation.abort();
        } catch (IOException alreadyBroken) {
            conversation.abort();
        }
    }
}
