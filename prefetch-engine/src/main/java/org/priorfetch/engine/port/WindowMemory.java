package org.priorfetch.engine.port;

/** Which peers cannot bear to be asked for an operations window (PS3.7 D.3.3.3). Thread-safe. */
public interface WindowMemory {

    /** Whether a peer may be asked. */
    boolean mayAsk(String peer);

    /** It turned us away because it was asked; without the question it took us. */
    void refused(String peer);
}
