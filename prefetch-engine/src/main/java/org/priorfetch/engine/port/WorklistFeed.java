package org.priorfetch.engine.port;

import java.time.Instant;
import java.util.List;

import org.priorfetch.engine.model.WorklistItem;

/** A source of appointments. */
public interface WorklistFeed {

    String name();

    /**
     * The appointments that start in the interval, procedure steps merged.
     *
     * @throws PeerException when the answer is not known to be complete; then nothing is known
     */
    List<WorklistItem> poll(Instant from, Instant to) throws PeerException;
}
