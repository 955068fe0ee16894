package org.priorfetch.engine.tls;

import java.security.cert.CertificateExpiredException;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

/** Why TLS was not agreed on, as far as it shows. */
public final class HandshakeFailure {

    private static final int DEEPEST = 10;

    private HandshakeFailure() {}

    /** Whether a certificate that the peer has shown is valid no longer. */
    public static boolean isExpired(SSLException failure) {
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(CertificateExpiredException.class::isInstance);
    }
}
