package org.priorfetch.engine.web;

import java.net.http.HttpClient;
import java.time.Duration;

import javax.net.ssl.SSLParameters;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.tls.TlsCredentials;

/** How we talk HTTP, whomever we ask: by safe versions of TLS, and to nobody whom an answer sends us to instead. */
public final class WebClients {

    private WebClients() {}

    /**
     * One that is finished by whoever uses it.
     *
     * @param tls null to trust whom the computer trusts
     * @param connect how long a connection may take
     */
    public static HttpClient.Builder builder(@Nullable TlsCredentials tls, Duration connect) {
        SSLParameters parameters = new SSLParameters();
        TlsCredentials.leaveSafeVersions(parameters);
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslParameters(parameters);
        return tls == null ? builder : builder.sslContext(tls.context());
    }
}
