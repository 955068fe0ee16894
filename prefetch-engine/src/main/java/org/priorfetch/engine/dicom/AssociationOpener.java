package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;

import javax.net.ssl.SSLSession;

import org.aoju.bus.core.exception.InternalException;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.Connection;
import org.aoju.bus.image.metric.internal.pdu.AAbort;
import org.aoju.bus.image.metric.internal.pdu.AAssociateRJ;
import org.aoju.bus.image.metric.internal.pdu.AAssociateRQ;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RoundTrip;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens associations to one peer. Asks for an operations window where it is of use; a peer that turns us away for it is
 * asked once more without, and never again if that was it.
 */
final class AssociationOpener {

    private static final Logger LOG = LoggerFactory.getLogger(AssociationOpener.class);

    private final DicomNode node;
    private final Peer peer;
    private final Deadlines deadlines;
    private final RoundTrip roundTrip;
    private final OutgoingConnection asking;
    private final OutgoingConnection plain;
    private final Connection remote;

    AssociationOpener(DicomNode node, Peer peer, Deadlines deadlines, RateLimit limit, RoundTrip roundTrip) {
        this.node = node;
        this.peer = peer;
        this.deadlines = deadlines;
        this.roundTrip = roundTrip;
        this.asking = node.adopt(
                new OutgoingConnection(peer, node.guard(), limit, deadlines, OperationsWindow.MOST));
        this.plain = node.adopt(
                new OutgoingConnection(peer, node.guard(), limit, deadlines, Connection.SYNCHRONOUS_MODE));
        this.remote = new Connection(peer.name(), peer.host(), peer.port());
    }

    /** Connects, agrees on TLS and hangs up. Returns the name of the protocol. */
    String agreeOnTls() throws IOException {
        try (GuardedSocket socket = plain.connect(remote)) {
            SSLSession session = socket.session();
            return session == null ? "" : session.getProtocol();
        }
    }

    /** Until when the certificate is valid that the peer last showed; null when it has shown none. */
    @Nullable
    Instant peerCertificateEnd() {
        Instant shown = asking.peerCertificateEnd();
        return shown == null ? plain.peerCertificateEnd() : shown;
    }

    PeerAssociation open(Contexts contexts) throws PeerException {
        if (!contexts.window() || !node.windows().mayAsk(peer.name())) {
            return open(plain, contexts);
        }
        try {
            return open(asking, contexts);
        } catch (PeerException failure) {
            if (!mayBeTheQuestion(failure.getCause())) {
                throw failure;
            }
            PeerAssociation opened = open(plain, contexts);
            LOG.info("{} does not bear to be asked for an operations window: {}", peer.name(), failure.getMessage());
            node.windows().refused(peer.name());
            return opened;
        }
    }

    /** A line that never stood, names that are not known and a full house have nothing to do with it. */
    private static boolean mayBeTheQuestion(@Nullable Throwable failure) {
        return switch (failure) {
            case AAssociateRJ rejected -> rejected.getResult() == AAssociateRJ.RESULT_REJECTED_PERMANENT
                    && rejected.getReason() != AAssociateRJ.REASON_CALLING_AET_NOT_RECOGNIZED
                    && rejected.getReason() != AAssociateRJ.REASON_CALLED_AET_NOT_RECOGNIZED;
            case AAbort _ -> true;
            case GuardedSocket.StalledException _ -> false;
            case IOException dropped -> !PeerFailures.isBeforeTheRequest(dropped);
            case null, default -> false;
        };
    }

    private PeerAssociation open(OutgoingConnection local, Contexts contexts) throws PeerException {
        PeerAssociation opened = connect(local, contexts.request(peer.aeTitle(), node.aeTitle()), contexts);
        roundTrip.seen(opened.sinceConnected());
        return opened;
    }

    OutgoingConnection line(boolean askingForWindow) {
        return askingForWindow ? asking : plain;
    }

    PeerAssociation connect(OutgoingConnection line, AAssociateRQ request, Contexts contexts) throws PeerException {
        try {
            Association association = node.entity().connect(line, remote, request);
            return new PeerAssociation(node, peer, contexts, deadlines, association);
        } catch (IOException | InternalException | GeneralSecurityException failure) {
            throw PeerFailures.whileConnecting(peer, failure);
        } catch (InterruptedException interrupted) {
            throw PeerFailures.interrupted(peer, interrupted);
        }
    }
}
