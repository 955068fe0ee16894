package org.priorfetch.engine.port;

import java.time.Duration;

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
         * @param rest for so long it wants to be sent nothing
         */
        record Refused(Reason reason, boolean lasting, Duration rest) implements Delivery {

            private static final int FAMILY_OF_STATUS = 0xFF00;
            private static final int OUT_OF_RESOURCES = 0xA700;

            /** By a status of C-STORE (PS3.4 B.2.3), which also stands in answers of STOW-RS: only what says that it is out of resources may be well later. */
            public static Refused byStatus(int status, Reason reason) {
                boolean lasting = (status & FAMILY_OF_STATUS) != OUT_OF_RESOURCES;
                return new Refused(lasting ? reason : reason.and("transfer.outOfResources"), lasting);
            }

            /** It says nothing of a rest. */
            public Refused(Reason reason, boolean lasting) {
                this(reason, lasting, Duration.ZERO);
            }
        }
    }

    /** An instance that was sent to its last byte. Whoever sent it must wait for the answer. */
    @FunctionalInterface
    interface Sent {

        /**
         * Waits for what the PACS says of it.
         *
         * @throws PeerException when the line to the PACS broke, or it said nothing
         */
        Delivery await() throws PeerException;

        /** One that was answered for while it was sent. */
        static Sent answered(Delivery known) {
            return () -> known;
        }
    }

    /**
     * Sends one instance, and returns as soon as its last byte is sent where the answer can be waited for elsewhere.
     *
     * @param spent what is waited for is added to it
     * @throws PeerException when the PACS could not be reached, or the line to it broke
     * @throws BrokenInstanceException when the instance broke off while it was sent; the PACS was made to drop the fragment
     */
    Sent send(InstanceInFlight instance, AttributeChanges changes, SpentTime spent)
            throws PeerException, BrokenInstanceException;

    /** The same, and waits for the answer. */
    default Delivery deliver(InstanceInFlight instance, AttributeChanges changes, SpentTime spent)
            throws PeerException, BrokenInstanceException {
        return send(instance, changes, spent).await();
    }
}
