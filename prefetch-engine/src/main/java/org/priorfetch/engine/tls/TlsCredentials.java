package org.priorfetch.engine.tls;

import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * With what a connection is encrypted (PS3.15 B.12): whom we trust, and who we are.
 *
 * @param context made of both
 * @param ours our own certificates; none where we show none
 * @param demandsCertificate whether who connects to us must show a certificate that we trust
 */
public record TlsCredentials(SSLContext context, List<X509Certificate> ours, boolean demandsCertificate) {

    public TlsCredentials {
        ours = List.copyOf(ours);
    }

    /** Leaves only TLS 1.2 and newer. */
    public static void leaveSafeVersions(SSLParameters parameters) {
        parameters.setProtocols(new String[]{"TLSv1.3", "TLSv1.2"});
    }
}
