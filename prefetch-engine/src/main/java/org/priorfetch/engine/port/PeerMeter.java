package org.priorfetch.engine.port;

import org.priorfetch.engine.model.MeasureStep;
import org.priorfetch.engine.model.PeerMeasures;

/** Measures a peer, politely: little at a time, and within its budget. Changes nothing there. */
public interface PeerMeter {

    /** What is known of the peer before anything is measured. */
    PeerMeasures nothingYet();

    /**
     * Measures one thing; answers nothing where there is no such thing at the peer.
     *
     * @throws PeerException when the peer did not answer
     */
    PeerMeasures measure(MeasureStep step) throws PeerException;
}
