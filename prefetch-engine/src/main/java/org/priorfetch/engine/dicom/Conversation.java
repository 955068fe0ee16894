package org.priorfetch.engine.dicom;

import java.io.IOException;

import org.aoju.bus.core.exception.InternalException;
import org.aoju.bus.image.metric.Association;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.dicom.ResponseQueue.Response;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.PeerException;

/** Requests and their responses on one association: whatever fails is told in words, and leaves nothing half said. */
final class Conversation {

    static final int MEDIUM_PRIORITY = 0;

    private final Peer peer;
    private final Association association;
    private final Deadlines deadlines;
    private final GuardedSocket socket;
    /** When the last response came; written by whoever awaited it. */
    private volatile long answeredAt = System.nanoTime();

    Conversation(Peer peer, Association association, Deadlines deadlines) {
        this.peer = peer;
        this.association = association;
        this.deadlines = deadlines;
        this.socket = (GuardedSocket) association.getSocket();
    }

    Peer peer() {
        return peer;
    }

    Association association() {
        return association;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    GuardedSocket socket() {
        return socket;
    }

    /** For the responses to a new request. */
    ResponseQueue begin() {
        return new ResponseQueue(association.nextMessageID());
    }

    interface Request {
        void send() throws IOException, InterruptedException;
    }

    void send(Request request) throws PeerException {
        try {
            sendInstance(request);
        } catch (BrokenInstanceException impossible) {
            throw new IllegalStateException("no instance is involved here", impossible);
        }
    }

    /** One whose instance breaks off is left as it is. */
    void sendInstance(Request request) throws PeerException, BrokenInstanceException {
        try {
            request.send();
        } catch (BrokenInstanceException broken) {
            throw broken;
        } catch (IOException | InternalException failure) {
            abort();
            throw broken(failure);
        } catch (InterruptedException interrupted) {
            abort();
            throw PeerFailures.interrupted(peer, interrupted);
        }
    }

    /** The next response, within its deadline; what the peer answers meanwhile to other requests gives it more time. */
    Response await(ResponseQueue responses) throws PeerException {
        try {
            Response response = poll(responses);
            if (response == null) {
                socket.closeQuietly();
                throw PeerFailures.silent(peer, null);
            }
            if (response.command() == null) {
                throw broken(association.getException());
            }
            return response;
        } catch (InterruptedException interrupted) {
            abort();
            throw PeerFailures.interrupted(peer, interrupted);
        }
    }

    private @Nullable Response poll(ResponseQueue responses) throws InterruptedException {
        long since = System.nanoTime();
        Response response = responses.poll(deadlines.response());
        while (response == null && answeredAt - since > 0) {
            since = answeredAt;
            response = responses.poll(deadlines.response().minusNanos(System.nanoTime() - since));
        }
        if (response != null) {
            answeredAt = System.nanoTime();
        }
        return response;
    }

    PeerException broken(@Nullable Throwable cause) {
        return PeerFailures.whileTalking(peer, socket.isStalled(), cause);
    }

    /** A-ABORT, and the socket is gone whatever the peer does. */
    void abort() {
        if (!socket.isClosed()) {
            association.abort();
        }
        socket.closeQuietly();
    }
}
