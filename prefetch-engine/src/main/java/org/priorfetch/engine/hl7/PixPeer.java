package org.priorfetch.engine.hl7;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.tls.TlsCredentials;

/**
 * A cross-reference manager that listens for queries.
 *
 * @param tls null where it is talked to without
 * @param sender who we are (MSH-3)
 * @param application who it is (MSH-5); may be empty, like the facility (MSH-6)
 */
public record PixPeer(String host, int port, @Nullable TlsCredentials tls, String sender, String application,
        String facility) {}
