package org.priorfetch.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.priorfetch.engine.model.PeerStatus;

/** How each peer last behaved, so that it is known after a restart. */
public interface PeerRepository {

    List<PeerStatus> all();

    void save(PeerStatus status);

    /** Peers that turned us away because they were asked for an operations window, and when. */
    Map<String, Instant> withoutWindow();

    void saveWithoutWindow(String peer, Instant since);
}
