package org.priorfetch.engine.port;

import org.priorfetch.engine.model.PeerCheck;

/** Tries a peer out step by step, from its name to a real question. Changes nothing there. */
public interface PeerProbe {

    String name();

    PeerCheck probe();
}
