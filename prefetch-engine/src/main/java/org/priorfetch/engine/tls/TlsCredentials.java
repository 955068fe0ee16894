package org.priorfetch.engine.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import org.jspecify.annotations.Nullable;

/**
 * With what a connection is encrypted (PS3.15 B.12): whom we trust, and who we are.
 *
 * @param context made of both
 * @param ours our own certificates; none where we show none
 * @param demandsCertificate whether who connects to us must show a certificate that we trust
 * @param material a hash of what the context was made of: two of the same are equal; empty where it is not known
 */
public record TlsCredentials(SSLContext context, List<X509Certificate> ours, boolean demandsCertificate,
        String material) {

    public TlsCredentials {
        ours = List.copyOf(ours);
    }

    /** One that equals no other. */
    public TlsCredentials(SSLContext context, List<X509Certificate> ours, boolean demandsCertificate) {
        this(context, ours, demandsCertificate, "");
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof TlsCredentials other && demandsCertificate == other.demandsCertificate
                && ours.equals(other.ours) && material.equals(other.material)
                && (!material.isEmpty() || context.equals(other.context));
    }

    @Override
    public int hashCode() {
        return Objects.hash(ours, demandsCertificate, material);
    }

    /** Leaves only TLS 1.2 and newer. */
    public static void leaveSafeVersions(SSLParameters parameters) {
        parameters.setProtocols(new String[]{"TLSv1.3", "TLSv1.2"});
    }
}
