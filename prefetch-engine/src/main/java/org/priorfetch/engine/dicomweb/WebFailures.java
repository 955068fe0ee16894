package org.priorfetch.engine.dicomweb;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.tls.HandshakeFailure;

/** Says in words what went wrong with a server. */
final class WebFailures {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private WebFailures() {}

    static PeerException of(String name, URI base, IOException cause) {
        String where = base.getAuthority();
        return switch (cause) {
            case SSLException untrusted -> failure(name, Kind.REFUSED, "dicomweb.untrusted", untrusted, where,
                    HandshakeFailure.of(untrusted).sentence());
            case HttpConnectTimeoutException late ->
                failure(name, Kind.UNREACHABLE, "dicomweb.unreachable", late, where);
            case ConnectException refused -> unreachable(name, refused, where);
            case HttpTimeoutException late -> failure(name, Kind.SILENT, "dicomweb.silent", late);
            case ArrivingBody.StalledException stalled -> failure(name, Kind.SILENT, "dicomweb.silent", stalled);
            default -> failure(name, Kind.BROKEN, "dicomweb.broken", cause);
        };
    }

    private static PeerException unreachable(String name, ConnectException refused, String where) {
        boolean unknown = refused.getCause() instanceof UnresolvedAddressException;
        return failure(name, Kind.UNREACHABLE, unknown ? "dicomweb.unknownHost" : "dicomweb.unreachable", refused,
                where);
    }

    /** Without what the server says to it, which may quote the patient's name. */
    static PeerException status(String name, int status) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> failure(name, Kind.REFUSED, "dicomweb.notLetIn", null, status);
            case TOO_MANY, UNAVAILABLE -> failure(name, Kind.REFUSED, "dicomweb.busy", null, status);
            default -> failure(name, Kind.FAILED, "dicomweb.status", null, status);
        };
    }

    static PeerException protocol(String name, String key) {
        return failure(name, Kind.PROTOCOL, key, null);
    }

    /** Something else came, and with success. */
    static PeerException noImages(String name, String mediaType) {
        return failure(name, Kind.PROTOCOL, "dicomweb.noImages", null, mediaType);
    }

    /** It goes on saying that it needs longer than we wait. */
    static PeerException preparing(String name) {
        return failure(name, Kind.SILENT, "dicomweb.preparing", null);
    }

    static PeerException busy(String name) {
        return failure(name, Kind.SILENT, "dicomweb.noSlot", null);
    }

    static PeerException cancelled(String name) {
        return failure(name, Kind.CANCELLED, "dicomweb.cancelled", null);
    }

    static PeerException interrupted(String name, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return failure(name, Kind.CANCELLED, "dicomweb.cancelled", cause);
    }

    private static PeerException failure(String name, Kind kind, String key, @Nullable Throwable cause,
            Object... args) {
        Object[] all = new Object[args.length + 1];
        all[0] = name;
        System.arraycopy(args, 0, all, 1, args.length);
        return new PeerException(name, kind, Message.of(key, all), cause);
    }
}
