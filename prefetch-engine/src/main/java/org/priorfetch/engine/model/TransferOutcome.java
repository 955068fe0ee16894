package org.priorfetch.engine.model;

import org.jspecify.annotations.Nullable;

/** How one try of a transfer ended. */
public sealed interface TransferOutcome {

    /** Every expected instance is in the PACS, proven by its own answer. */
    record Complete(int instances) implements TransferOutcome {}

    /** Some instances cannot be had; another try would not help. */
    record Partial(int delivered, int expected, Reason reason) implements TransferOutcome {}

    /** Nothing could be delivered; another try would not help. */
    record Failed(Reason reason) implements TransferOutcome {}

    /**
     * A person must decide.
     *
     * @param received the patient whom an instance names, about whom to decide; null when there is nobody to decide about
     * @param namesake who has the patient's ID in the PACS, and may be the same person; null when nobody has
     */
    record Held(Reason reason, @Nullable Patient received, @Nullable Patient namesake) implements TransferOutcome {

        public Held(Reason reason) {
            this(reason, null, null);
        }
    }

    /** A person has decided that it is somebody else's. Nothing was delivered. */
    record Refused(Reason reason) implements TransferOutcome {}

    /**
     * A peer was in trouble; to be tried again later.
     *
     * @param ofStudy whether it answered, and could not do it for this study: that says nothing of others
     */
    record Postponed(String peer, Reason reason, boolean ofStudy) implements TransferOutcome {

        public Postponed(String peer, Reason reason) {
            this(peer, reason, false);
        }
    }

    /** Stopped by a person or by the end of the program. */
    record Cancelled() implements TransferOutcome {}
}
