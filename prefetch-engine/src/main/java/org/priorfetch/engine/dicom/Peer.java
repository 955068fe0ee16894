package org.priorfetch.engine.dicom;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.tls.TlsCredentials;

/**
 * Another application entity.
 *
 * @param name as people know it, from {@code site.yaml}
 * @param tls null where it is talked to without
 */
public record Peer(String name, String aeTitle, String host, int port, @Nullable TlsCredentials tls) {

    /** One that is talked to without TLS. */
    public Peer(String name, String aeTitle, String host, int port) {
        this(name, aeTitle, host, port, null);
    }
}
