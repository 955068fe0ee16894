package org.priorfetch.engine.demo;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How a simulated peer answers who asks it for storage commitment. Nothing is offered at first, as by most archives. */
public final class CommitmentFaults {

    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile boolean offered;
    private volatile boolean quiet;

    public CommitmentFaults offered(boolean on) {
        offered = on;
        return this;
    }

    /** Takes requests, but never reports on them. */
    public CommitmentFaults quiet(boolean on) {
        quiet = on;
        return this;
    }

    /** Does not commit to this instance, although it keeps it. */
    public CommitmentFaults refuse(String sopInstanceUid) {
        refused.add(sopInstanceUid);
        return this;
    }

    /** Commits to everything that it holds, and reports on it. Whether it is offered at all stays. */
    public CommitmentFaults clear() {
        refused.clear();
        return quiet(false);
    }

    boolean isOffered() {
        return offered;
    }

    boolean isQuiet() {
        return quiet;
    }

    boolean commitsTo(String sopInstanceUid) {
        return !refused.contains(sopInstanceUid);
    }
}
