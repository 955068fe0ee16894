package org.priorfetch.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.RetrieveWay;
import org.priorfetch.engine.model.WayRate;

/** How each peer last behaved, so that it is known after a restart. */
public interface PeerRepository {

    List<PeerStatus> all();

    void save(PeerStatus status);

    /** Peers that turned us away because they were asked for an operations window, and when. */
    Map<String, Instant> withoutWindow();

    void saveWithoutWindow(String peer, Instant since);

    /** How fast each way out of the source was. */
    Map<RetrieveWay, WayRate> wayRates(String source);

    void saveWayRate(String source, RetrieveWay way, WayRate rate);
}
