package org.priorfetch.engine.dicom;

import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.PeerException;

/**
 * A request whose answer others need not wait for: it is written by one at a time, and then waited for beside others.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
interface Exchange<T> {

    /** Writes the request. An association on which that fails is of no use any more. */
    Pending<T> writeTo(PeerAssociation association) throws PeerException, BrokenInstanceException;

    /**
     * An answer that is still to come, and must be waited for.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    interface Answer<T> {

        T await() throws PeerException;
    }

    /**
     * Written, and not answered yet.
     *
     * @param <T> what comes of it
     */
    interface Pending<T> extends Answer<T> {

        /** So much would have to be sent again without an answer. */
        long bytes();
    }
}
