package org.priorfetch.engine.dicomweb;

import java.util.Optional;
import org.priorfetch.engine.port.PeerException;

/** What is put into the Authorization header of every request (RFC 9110 11.6.2). */
public interface Authorization {

    Authorization NONE = Optional::empty;

    /**
     * The value for the next request; empty for none.
     *
     * @throws PeerException when nobody gives us a token
     */
    Optional<String> header() throws PeerException;

    /** The server did not take it: what is remembered is worth nothing any more. */
    default void refused() {}
}
