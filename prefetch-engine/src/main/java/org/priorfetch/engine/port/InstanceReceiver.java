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
        /** Was asked for, but is not waited for any more: 0124H. */
        LATE,
        /** Cannot be taken now: A700H. */
        NO_ROOM,
        /** Did not come whole: C000H. */
        BROKEN,
        /** Not wanted: C000H. */
        REJECTED;

        /** Whether what came of it was in vain, since it has to come once more. */
        public boolean comesAgain() {
            return switch (this) {
                case LATE, NO_ROOM, BROKEN -> true;
                case TAKEN, NOT_OURS, REJECTED -> false;
            };
        }
    }

    Answer receive(InstanceInFlight instance);
}
