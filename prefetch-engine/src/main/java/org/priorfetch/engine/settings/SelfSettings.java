package org.priorfetch.engine.settings;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.tls.TlsCredentials;

/**
 * Who we are to others.
 *
 * @param aeTitle our AE title, 1 to 16 characters
 * @param host the interface to listen on
 * @param port of the storage SCP; null to listen on none
 * @param tls null where the storage SCP speaks without
 */
public record SelfSettings(String aeTitle, String host, @Nullable Integer port,
        @Nullable TlsCredentials tls) {}
