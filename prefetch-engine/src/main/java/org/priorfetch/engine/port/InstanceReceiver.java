package org.priorfetch.engine.port;

/** Takes the instances of a retrieve. Called from the threads that read the network, possibly several at a time. */
@FunctionalInterface
public interface InstanceReceiver {

    /** What the sender is told. */
    enum Answer {
        /** Taken: 0000H. */
        TAKEN,
        /** Belongs to nothing that we asked for: 0124H. */
        NOT_OURS,
        /** Cannot be taken now: A700H. */
        NO_ROOM,
        /** Not wanted: C000H. */
        REJECTED
    }

    Answer receive(InstanceInFlight instance);
}
