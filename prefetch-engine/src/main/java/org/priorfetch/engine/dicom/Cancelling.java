package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.time.Duration;

import org.priorfetch.engine.dicom.ResponseQueue.Response;
import org.priorfetch.engine.port.PeerException;

/** Ends a request early: asks politely first (C-CANCEL, PS3.7 9.3.2.3), then hangs up. */
record Cancelling(Conversation conversation) {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    void stop(ResponseQueue responses) throws PeerException {
        try {
            cancel(responses);
        } catch (InterruptedException interrupted) {
            conversation.abort();
            throw PeerFailures.interrupted(conversation.peer(), interrupted);
        }
    }

    private void cancel(ResponseQueue responses) throws InterruptedException {
        try {
            responses.cancel(conversation.association());
            long end = System.nanoTime() + conversation.deadlines().release().toNanos();
            for (Response response = responses.poll(LOOK_EVERY); System.nanoTime()
                    < end; response = responses.poll(LOOK_EVERY)) {
                if (response != null && !response.isPending()) {
                    return;
                }
            }
            conversation.abort();
        } catch (IOException alreadyBroken) {
            conversation.abort();
        }
    }
}
