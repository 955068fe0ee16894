package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

import org.aoju.bus.image.metric.Connection;

/** Our end of the associations to one peer: opens guarded sockets with the peer's bandwidth budget. */
final class OutgoingConnection extends Connection {

    private static final long serialVersionUID = 1L;

    /** Large enough that framing costs nothing, small enough that a dozen associations fit into a small heap. */
    static final int PDU_LENGTH = 256 * 1024;

    private final transient SocketGuard guard;
    private final transient RateLimit limit;
    private final transient Deadlines deadlines;

    OutgoingConnection(Peer peer, SocketGuard guard, RateLimit limit, Deadlines deadlines) {
        super(peer.name(), null);
        this.guard = guard;
        this.limit = limit;
        this.deadlines = deadlines;
        setReceivePDULength(PDU_LENGTH);
        setSendPDULength(PDU_LENGTH);
        setAcceptTimeout((int) deadlines.associate().multipliedBy(2).toMillis());
        setReleaseTimeout((int) deadlines.release().toMillis());
        setSocketCloseDelay(0);
    }

    @Override
    public Socket connect(Connection remote) throws IOException {
        GuardedSocket socket = new GuardedSocket(limit);
        try {
            InetSocketAddress address = new InetSocketAddress(remote.getHostname(), remote.getPort());
            socket.connect(address, (int) deadlines.connect().toMillis());
            socket.prepare();
            socket.limitWriteStall(deadlines.stall().toNanos());
            socket.expectData(deadlines.associate().toNanos());
            guard.watch(socket);
            return socket;
        } catch (IOException failure) {
            socket.closeQuietly();
            throw failure;
        }
    }
}
