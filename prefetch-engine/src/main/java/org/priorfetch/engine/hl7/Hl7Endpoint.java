package org.priorfetch.engine.hl7;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.tls.TlsCredentials;

/**
 * Where messages arrive, and from whom.
 *
 * @param host the interface to listen on
 * @param port 0 for any that is free
 * @param senders hosts that may connect; none for all
 * @param applications sending applications (MSH-3) whose messages are taken; none for all
 * @param charset of messages that state none; null to find out
 * @param tls null for connections without encryption
 */
public record Hl7Endpoint(String host, int port, List<String> senders, Set<String> applications,
        @Nullable Charset charset, @Nullable TlsCredentials tls) {

    public Hl7Endpoint {
        senders = List.copyOf(senders);
        applications = Set.copyOf(applications);
    }
}
