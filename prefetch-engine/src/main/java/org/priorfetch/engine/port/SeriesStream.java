package org.priorfetch.engine.port;

/** Asks for all images of a series without knowing them. */
@FunctionalInterface
public interface SeriesStream {

    /**
     * Hands each instance over while it is still arriving; returns when the archive says that it is done.
     *
     * @param spent what is waited for is added to it
     * @throws PeerException when the archive could not be asked, failed, fell silent or dropped the line
     */
    void retrieve(String studyInstanceUid, String seriesInstanceUid, InstanceReceiver receiver,
            Cancellation cancellation, SpentTime spent) throws PeerException;
}
