package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;

import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

import org.aoju.bus.image.metric.Connection;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.tls.TlsCredentials;

/** Our end of the associations to one peer: opens guarded sockets with the peer's bandwidth budget. */
class OutgoingConnection extends Connection {

    private static final long serialVersionUID = 1L;

    /** Large enough that framing costs nothing, small enough that a dozen associations fit into a small heap. */
    static final int PDU_LENGTH = 256 * 1024;

    private final transient SocketGuard guard;
    private final transient RateLimit limit;
    private final transient Deadlines deadlines;
    private final transient @Nullable TlsLayer tls;
    private transient volatile @Nullable Instant peerCertificateEnd;

    /** @param operations at a time that we ask for; nothing is said of one */
    OutgoingConnection(Peer peer, SocketGuard guard, RateLimit limit, Deadlines deadlines, int operations) {
        super(peer.name(), null);
        this.guard = guard;
        this.limit = limit;
        this.deadlines = deadlines;
        TlsCredentials credentials = peer.tls();
        this.tls = credentials == null ? null : new TlsLayer(credentials);
        setReceivePDULength(PDU_LENGTH);
        setSendPDULength(PDU_LENGTH);
        setMaxOpsInvoked(operations);
        setMaxOpsPerformed(operations);
        setAcceptTimeout((int) deadlines.associate().multipliedBy(2).toMillis());
        setReleaseTimeout((int) deadlines.release().toMillis());
        setSocketCloseDelay(0);
    }

    @Override
    public GuardedSocket connect(Connection remote) throws IOException {
        GuardedSocket socket = new GuardedSocket(limit);
        try {
            InetSocketAddress address = new InetSocketAddress(remote.getHostname(), remote.getPort());
            socket.connect(address, (int) deadlines.connect().toMillis());
            tune(socket);
            socket.limitWriteStall(deadlines.stall().toNanos());
            socket.expectData(deadlines.associate().toNanos());
            guard.watch(socket);
            if (tls != null) {
                tls.connect(socket, remote.getHostname());
                peerCertificateEnd = certificateEnd(socket.session());
            }
            return socket;
        } catch (IOException failure) {
            socket.closeQuietly();
            throw failure;
        }
    }

    /** Against stalls of small messages. */
    void tune(GuardedSocket socket) throws IOException {
        socket.prepare();
    }

    /** Until when the certificate is valid that the peer last showed; null when it has shown none. */
    @Nullable
    Instant peerCertificateEnd() {
        return peerCertificateEnd;
    }

    private static @Nullable Instant certificateEnd(@Nullable SSLSession session) throws SSLPeerUnverifiedException {
        Certificate shown = session == null ? null : session.getPeerCertificates()[0];
        return shown instanceof X509Certificate certificate ? certificate.getNotAfter().toInstant() : null;
    }
}
