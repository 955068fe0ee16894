package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.time.Duration;

import org.priorfetch.engine.dicom.ResponseQueue.Response;
import org.priorfetch.engine.port.PeerException;

/** Ends a request early: asks politely first (C-CANCEL, PS3.7 9.3.2.3), then hangs up; an instance on its way may arrive. */
record Cancelling(Conversation conversation) {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    /** Instances that cross with our wish. */
    interface Crossing {

        /** Where none can. */
        Crossing NOTHING = new Crossing() {
            @Override
            public void told() {}

            @Override
            public boolean isArriving() {
                return false;
            }
        };

        /** The peer has been told that no more is wanted. */
        void told();

        /** Whether one is on its way that may arrive. */
        boolean isArriving();
    }

    /** The peer is given time to hear of it, and from then on whenever something has arrived. */
    void stop(ResponseQueue responses, Crossing crossing) throws PeerException {
        try {
            cancel(responses, crossing);
        } catch (InterruptedException interrupted) {
            conversation.abort();
            throw PeerFailures.interrupted(conversation.peer(), interrupted);
        }
    }

    private void cancel(ResponseQueue responses, Crossing crossing) throws InterruptedException {
        try {
            responses.cancel(conversation.association());
            crossing.told();
            long silentSince = System.nanoTime();
            while (System.nanoTime() - silentSince < conversation.deadlines().release().toNanos()) {
                Response response = responses.poll(LOOK_EVERY);
                if (response != null && !response.isPending()) {
                    return;
                }
                silentSince = crossing.isArriving() ? System.nanoTime() : silentSince;
            }
            conversation.abort();
        } catch (IOException alreadyBroken) {
            conversation.abort();
        }
    }
}
