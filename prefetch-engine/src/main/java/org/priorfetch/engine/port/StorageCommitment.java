package org.priorfetch.engine.port;

import java.util.Collection;
import java.util.Set;

import org.priorfetch.engine.model.InstanceRef;

/** Asks the PACS whether it vouches for what it took (PS3.4 Annex J). What it does not say is never taken for a no. */
@FunctionalInterface
public interface StorageCommitment {

    /** What the PACS said. */
    sealed interface Answer {

        /** It vouches for all of them. */
        record Committed() implements Answer {}

        /**
         * It does not vouch for some.
         *
         * @param sopInstanceUids of those that were asked about, at least one
         */
        record Failed(Set<String> sopInstanceUids) implements Answer {

            public Failed {
                sopInstanceUids = Set.copyOf(sopInstanceUids);
            }
        }

        /** It does not offer this, cannot be reached, or did not say in time. */
        record Unsaid() implements Answer {}
    }

    Answer UNSAID = new Answer.Unsaid();

    /** A PACS that is not asked. */
    StorageCommitment NONE = (_, _) -> UNSAID;

    /** Asks, and waits for the answer: some seconds at most, and never after it was silent lately. */
    Answer request(Collection<InstanceRef> instances, Cancellation cancellation);
}
