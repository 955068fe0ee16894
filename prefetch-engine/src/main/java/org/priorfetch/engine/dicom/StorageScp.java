package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import org.aoju.bus.image.metric.AdvancedHandler;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.Connection;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.tls.TlsCredentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our storage SCP (PS3.4 Annex B). Takes only instances that one of our running retrieves waits for, from the host that was
 * asked for them; everything else is answered with 0124H.
 */
public final class StorageScp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StorageScp.class);
    private static final int MOST_CONNECTIONS = 64;
    private static final int BACKLOG = 64;
    private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final DicomNode node;
    private final Deadlines deadlines;
    private final @Nullable TlsLayer tls;
    private final Connection connection;
    private final ServerSocket server;
    private final Set<Expectation> expectations = ConcurrentHashMap.newKeySet();
    private final Set<GuardedSocket> accepted = ConcurrentHashMap.newKeySet();

    /**
     * Listens from now on.
     *
     * @param port 0 for any free one
     * @param tls null to speak without
     * @throws IOException when the port is taken or the interface does not exist
     */
    public StorageScp(DicomNode node, String host, int port, @Nullable TlsCredentials tls, Deadlines deadlines)
            throws IOException {
        this.tls = tls == null ? null : new TlsLayer(tls);
        this.node = node;
        this.deadlines = deadlines;
        this.server = new GuardedServer();
        server.bind(new InetSocketAddress(host, port), BACKLOG);
        this.connection = node.adopt(new Connection("storage", host, server.getLocalPort()));
        connection.setReceivePDULength(OutgoingConnection.PDU_LENGTH);
        connection.setSendPDULength(OutgoingConnection.PDU_LENGTH);
        connection.setMaxOpsPerformed(OperationsWindow.MOST);
        connection.setRequestTimeout((int) deadlines.associate().toMillis());
        connection.setSocketCloseDelay(0);
        node.receiveThrough(this);
        node.threads().execute(this::acceptAll);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** From now until it is closed the instances may come from the peer's host. */
    Expectation expect(Peer peer, RateLimit limit, List<InstanceRef> instances, InstanceReceiver receiver,
            Waits waits) {
        Expectation expectation = new Expectation(peer, limit, instances, receiver, waits);
        expectations.add(expectation);
        return expectation;
    }

    InstanceReceiver receiverOf(Association association, String sopInstanceUid) {
        InetAddress sender = association.getSocket().getInetAddress();
        for (Expectation expectation : expectations) {
            if (expectation.covers(sopInstanceUid, sender)) {
                GuardedSocket socket = (GuardedSocket) association.getSocket();
                socket.spendFrom(expectation.limit);
                socket.reportTo(expectation.waits);
                return expectation;
            }
        }
        LOG.warn("Refused an instance that nobody asked for, from {} at {}", association.getCallingAET(), sender);
        return instance -> InstanceReceiver.Answer.NOT_OURS;
    }

    private static Set<InetAddress> hostsOf(Peer peer) {
        try {
            return Set.copyOf(List.of(InetAddress.getAllByName(peer.host())));
        } catch (UnknownHostException nameServiceDown) {
            LOG.warn("The host name of {} cannot be resolved, so its instances are refused", peer.name());
            return Set.of();
        }
    }

    /** From the first byte: a PDU has been read before it can be seen to whom its instance belongs. */
    private void spendAsExpected(GuardedSocket socket) {
        for (Expectation expectation : expectations) {
            if (expectation.hosts.contains(socket.getInetAddress())) {
                socket.spendFrom(expectation.limit);
                socket.reportTo(expectation.waits);
                return;
            }
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                GuardedSocket socket = (GuardedSocket) server.accept();
                accepted.removeIf(GuardedSocket::isClosed);
                if (accepted.size() >= MOST_CONNECTIONS) {
                    socket.closeQuietly();
                } else {
                    serve(socket);
                }
            } catch (IOException failure) {
                if (!server.isClosed()) {
                    LOG.warn("A connection to our storage port could not be taken: {}", failure.toString());
                    LockSupport.parkNanos(BREATH_NANOS); // what lasts, such as no more handles, must not keep us busy
                }
            }
        }
    }

    private void serve(GuardedSocket socket) throws IOException {
        boolean served = false;
        try {
            begin(socket);
            served = true;
        } finally {
            if (!served) {
                socket.closeQuietly();
            }
        }
    }

    private void begin(GuardedSocket socket) throws IOException {
        accepted.add(socket);
        if (server.isClosed()) {
            socket.closeQuietly();
            return;
        }
        socket.prepare();
        spendAsExpected(socket);
        socket.limitWriteStall(deadlines.stall().toNanos());
        socket.expectData(deadlines.stall().toNanos());
        node.guard().watch(socket);
        if (tls == null) {
            AdvancedHandler.INSTANCE.onAccept(connection, socket);
        } else {
            node.threads().execute(() -> secure(socket, tls));
        }
    }

    /** Away from the thread that takes connections: somebody who is slow to agree holds up nobody else. */
    private void secure(GuardedSocket socket, TlsLayer layer) {
        try {
            layer.accept(socket);
            AdvancedHandler.INSTANCE.onAccept(connection, socket);
        } catch (IOException failure) {
            LOG.warn("No TLS with {}: {}", socket.getInetAddress(), failure.toString());
            socket.closeQuietly();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        accepted.forEach(GuardedSocket::closeQuietly);
    }

    /** Instances that are on their way to us because we asked for them. */
    final class Expectation implements InstanceReceiver, AutoCloseable {

        private final Set<InetAddress> hosts;
        private final RateLimit limit;
        private final Set<String> sopInstanceUids;
        private final Handover handover;
        private final Waits waits;

        private Expectation(Peer peer, RateLimit limit, List<InstanceRef> instances, InstanceReceiver receiver,
                Waits waits) {
            this.hosts = hostsOf(peer);
            this.limit = limit;
            this.sopInstanceUids = instances.stream()
                    .map(InstanceRef::sopInstanceUid)
                    .collect(Collectors.toUnmodifiableSet());
            this.waits = waits;
            this.handover = new Handover(receiver, deadlines.handover());
        }

        private boolean covers(String sopInstanceUid, InetAddress sender) {
            return sopInstanceUids.contains(sopInstanceUid) && hosts.contains(sender);
        }

        @Override
        public Answer receive(InstanceInFlight instance) {
            return handover.receive(instance);
        }

        /** Whether none of them has come for too long. */
        boolean isSilent(Duration forFirst) {
            return handover.isSilent(forFirst, deadlines.stall());
        }

        @Override
        public void close() {
            expectations.remove(this);
            handover.close();
        }
    }
}
