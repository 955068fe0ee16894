package org.priorfetch.engine.port;

import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.Reason;

/** Takes instances into the PACS. */
public interface StudyStore {

    /** What the PACS said of one instance. */
    sealed interface Delivery {

        /** Taken, according to its own word. */
        record Stored(long bytes) implements Delivery {}

        /**
         * Not taken.
         *
         * @param lasting whether another try would fail the same way
         */
        record Refused(Reason reason, boolean lasting) implements Delivery {}
    }

    /**
     * Sends one instance and waits for the answer.
     *
     * @param spent what is waited for is added to it
     * @throws PeerException when the PACS could not be reached, or the line to it broke
     * @throws BrokenInstanceException when the instance broke off while it was sent; the PACS was made to drop the fragment
     */
    Delivery deliver(InstanceInFlight instance, AttributeChanges changes, SpentTime spent)
            throws PeerException, BrokenInstanceException;
}
