package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.io.InputStream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import org.priorfetch.engine.tls.TlsCredentials;

/** TLS 1.2 and newer on a connection that stands already (PS3.15 B.12). The guard and the budget go on below it. */
final class TlsLayer {

    private final TlsCredentials credentials;

    TlsLayer(TlsCredentials credentials) {
        this.credentials = credentials;
    }

    /**
     * As the one who connected: the peer must show a certificate that we trust and that is made out to the host.
     *
     * @throws SSLException when it does not
     */
    void connect(GuardedSocket socket, String host) throws IOException {
        SSLSocket secured = (SSLSocket) factory().createSocket(socket, host, socket.getPort(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        begin(socket, secured, parameters);
    }

    /** As the one who was connected to. */
    void accept(GuardedSocket socket) throws IOException {
        SSLSocket secured = (SSLSocket) factory().createSocket(socket, InputStream.nullInputStream(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setNeedClientAuth(credentials.demandsCertificate());
        begin(socket, secured, parameters);
    }

    private SSLSocketFactory factory() {
        return credentials.context().getSocketFactory();
    }

    private static void begin(GuardedSocket socket, SSLSocket secured, SSLParameters parameters) throws IOException {
        TlsCredentials.leaveSafeVersions(parameters);
        secured.setSSLParameters(parameters);
        try {
            secured.startHandshake();
        } catch (SSLException failure) {
            throw socket.isStalled() ? new GuardedSocket.StalledException(failure) : failure;
        }
        socket.securedBy(secured);
    }
}
