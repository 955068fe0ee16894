package org.priorfetch.engine.port;

import java.util.function.IntConsumer;

/** Has an archive send instances straight to the PACS, past us. */
public interface StudyMover {

    /**
     * Asks for the instances, and returns when the archive says that it is done. What really arrived, only the PACS knows.
     *
     * @param sent told each time the archive says how many it has sent so far
     * @throws PeerException when the archive could not be asked, failed, fell silent or dropped the line
     */
    void move(RetrieveRequest request, IntConsumer sent, Cancellation cancellation) throws PeerException;
}
