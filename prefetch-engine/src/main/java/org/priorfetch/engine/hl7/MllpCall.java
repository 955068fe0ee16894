package org.priorfetch.engine.hl7;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import org.priorfetch.engine.tls.TlsCredentials;

/** Sends one message over a connection of its own and takes the answer. All of it within one time limit. */
final class MllpCall {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final int LARGEST = 1024 * 1024;

    private final PixPeer peer;
    private final PixWaits waits;

    MllpCall(PixPeer peer, PixWaits waits) {
        this.peer = peer;
        this.waits = waits;
    }

    /** Nobody is there, or nobody whom we trust. */
    static final class NotConnectedException extends IOException {

        private static final long serialVersionUID = 1L;

        NotConnectedException(IOException cause) {
            super(cause);
        }
    }

    /**
     * @throws NotConnectedException when there is no connection
     * @throws SocketTimeoutException when time is up
     * @throws IOException when the line is cut
     */
    byte[] exchange(byte[] message) throws IOException, InterruptedException {
        try (Socket socket = new Socket()) {
            FutureTask<byte[]> call = new FutureTask<>(() -> exchange(socket, message));
            Thread.ofVirtual().name("pix-query").start(call);
            return call.get(waits.whole().toMillis(), TimeUnit.MILLISECONDS); // what hangs is ended by closing the socket
        } catch (TimeoutException late) {
            SocketTimeoutException silent = new SocketTimeoutException();
            silent.initCause(late);
            throw silent;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    private byte[] exchange(Socket plain, byte[] message) throws IOException {
        Socket socket = connected(plain);
        socket.getOutputStream().write(MllpConnection.framed(message));
        socket.getOutputStream().flush();
        Duration later = waits.whole().multipliedBy(2); // the limit of the whole call comes first
        MllpLimits limits = new MllpLimits(LARGEST, later, later, later, 1);
        try (MllpReader reader = new MllpReader(socket, limits, new LargeMessages())) {
            MllpReader.Incoming incoming = reader.next();
            if (incoming.kind() != MllpReader.Kind.WHOLE) {
                throw new IOException("no whole answer: " + incoming.kind());
            }
            return incoming.content();
        }
    }

    private Socket connected(Socket plain) throws IOException {
        try {
            plain.connect(new InetSocketAddress(peer.host(), peer.port()), (int) waits.connect().toMillis());
            plain.setTcpNoDelay(true);
            TlsCredentials tls = peer.tls();
            return tls == null ? plain : secured(plain, tls);
        } catch (IOException failure) {
            throw new NotConnectedException(failure);
        }
    }

    /** The peer must show a certificate that we trust and that is made out to the host. */
    private Socket secured(Socket plain, TlsCredentials tls) throws IOException {
        SSLSocket secured = (SSLSocket) tls.context()
                .getSocketFactory()
                .createSocket(plain, peer.host(), peer.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }
}
