package org.priorfetch.engine.dicom;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLException;

import org.aoju.bus.image.metric.internal.pdu.AAbort;
import org.aoju.bus.image.metric.internal.pdu.AAssociateRJ;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.tls.HandshakeFailure;

/** Says in words what went wrong with a peer. */
final class PeerFailures {

    private PeerFailures() {}

    static PeerException whileConnecting(Peer peer, Throwable cause) {
        return switch (cause) {
            case AAssociateRJ rejected -> refused(peer, rejected);
            case GuardedSocket.StalledException stalled -> silent(peer, stalled);
            case UnknownHostException unknown ->
                failure(peer, Kind.UNREACHABLE, "dicom.unknownHost", unknown, peer.name(), peer.host());
            case ConnectException refused -> failure(peer, Kind.UNREACHABLE, "dicom.nobodyListens", refused,
                    peer.name(), peer.host(), peer.port());
            case SocketTimeoutException late -> failure(peer, Kind.UNREACHABLE, "dicom.noConnection", late,
                    peer.name(), peer.host(), peer.port());
            case SSLException untrusted ->
                failure(peer, Kind.REFUSED, "dicom.noTlsAgreement", untrusted, peer.name(), peer.host(),
                        HandshakeFailure.of(untrusted).sentence());
            case NoRouteToHostException noRoute -> failure(peer, Kind.UNREACHABLE, "dicom.noConnection", noRoute,
                    peer.name(), peer.host(), peer.port());
            default -> failure(peer, Kind.BROKEN,
                    peer.tls() == null ? "dicom.noAssociation" : "dicom.noEncryptedAssociation", cause, peer.name());
        };
    }

    /** Whether the line never stood, so that nothing was said on it. */
    static boolean isBeforeTheRequest(Throwable failure) {
        return switch (failure) {
            case UnknownHostException _,ConnectException _,SocketTimeoutException _,SSLException _,NoRouteToHostException _ ->
                true;
            default -> false;
        };
    }

    private static PeerException refused(Peer peer, AAssociateRJ rejected) {
        String key = switch (rejected.getReason()) {
            case AAssociateRJ.REASON_CALLING_AET_NOT_RECOGNIZED -> "dicom.callingUnknown";
            case AAssociateRJ.REASON_CALLED_AET_NOT_RECOGNIZED -> "dicom.calledUnknown";
            default -> "dicom.rejected";
        };
        return failure(peer, Kind.REFUSED, key, rejected, peer.name(), peer.aeTitle());
    }

    static PeerException whileTalking(Peer peer, boolean stalled, @Nullable Throwable cause) {
        if (stalled) {
            return silent(peer, cause);
        }
        String key = cause instanceof AAbort ? "dicom.aborted" : "dicom.lineDropped";
        return failure(peer, Kind.BROKEN, key, cause, peer.name());
    }

    static PeerException silent(Peer peer, @Nullable Throwable cause) {
        return failure(peer, Kind.SILENT, "dicom.silent", cause, peer.name());
    }

    static PeerException busy(Peer peer) {
        return failure(peer, Kind.SILENT, "dicom.noSlot", null, peer.name());
    }

    /** Without the peer's own comment, which often quotes the patient's name. */
    static PeerException status(Peer peer, String service, int status) {
        return failure(peer, Kind.FAILED, "dicom.status", null, peer.name(), service, String.format("%04X", status));
    }

    static PeerException protocol(Peer peer, String key) {
        return failure(peer, Kind.PROTOCOL, key, null, peer.name());
    }

    static PeerException cancelled(Peer peer) {
        return failure(peer, Kind.CANCELLED, "dicom.cancelled", null, peer.name());
    }

    static PeerException interrupted(Peer peer, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return failure(peer, Kind.CANCELLED, "dicom.cancelled", cause, peer.name());
    }

    private static PeerException failure(Peer peer, Kind kind, String key, @Nullable Throwable cause,
            Object... args) {
        return new PeerException(peer.name(), kind, Message.of(key, args), cause);
    }
}
