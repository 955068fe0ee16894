package org.priorfetch.engine.hl7;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;

import org.priorfetch.engine.tls.TlsCredentials;

/** Makes sockets that speak TLS 1.2 or newer with whoever connects. */
final class TlsSockets extends ServerSocketFactory {

    private final TlsCredentials credentials;

    TlsSockets(TlsCredentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        ServerSocketFactory factory = credentials.context().getServerSocketFactory();
        SSLServerSocket socket = (SSLServerSocket) factory.createServerSocket();
        SSLParameters parameters = socket.getSSLParameters();
        TlsCredentials.leaveSafeVersions(parameters);
        parameters.setNeedClientAuth(credentials.demandsCertificate());
        socket.setSSLParameters(parameters);
        return socket;
    }

    @Override
    public ServerSocket createServerSocket(int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
        throw new UnsupportedOperationException();
    }
}
