package org.priorfetch.engine.port;

import java.util.concurrent.Semaphore;

/** Requests that may be under way at a peer at a time, and no more of them than that. First come, first served. */
public final class RequestSlots extends Semaphore {

    private static final long serialVersionUID = 1L;

    private int atATime;

    /** @param atATime 1 or more */
    public RequestSlots(int atATime) {
        super(atATime, true);
        this.atATime = atATime;
    }

    /** From now on so many; what is too much ends with its work. */
    public synchronized void change(int wanted) {
        if (wanted > atATime) {
            release(wanted - atATime);
        } else {
            reducePermits(atATime - wanted);
        }
        atATime = wanted;
    }
}
