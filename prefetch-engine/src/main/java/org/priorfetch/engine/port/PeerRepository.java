package org.priorfetch.engine.port;

import java.util.List;

import org.priorfetch.engine.model.PeerStatus;

/** How each peer last behaved, so that it is known after a restart. */
public interface PeerRepository {

    List<PeerStatus> all();

    void save(PeerStatus status);
}
