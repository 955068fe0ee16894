package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

import org.aoju.bus.core.exception.InternalException;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.DataWriter;
import org.aoju.bus.image.metric.internal.pdu.Presentation;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.dicom.ResponseQueue.Response;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;

/** An open association with a deadline on everything. Used by one caller at a time. */
final class PeerAssociation {

    private static final int MEDIUM_PRIORITY = 0;
    private static final int SUCCESS = 0;

    /** Well-known SOP Instance UID and Action Type ID, PS3.4 J.3.2 and J.3.5. */
    private static final String COMMITMENT_INSTANCE = "1.2.840.10008.1.20.1.1";
    private static final int REQUEST_COMMITMENT = 1;

    private static final int MOST_MATCHES = 100_000;
    private static final long MOST_QUERY_BYTES = 256L << 20;
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final DicomNode node;
    private final Peer peer;
    private final Contexts contexts;
    private final Deadlines deadlines;
    private final Association association;
    private final GuardedSocket socket;

    PeerAssociation(DicomNode node, Peer peer, Contexts contexts, Deadlines deadlines, Association association) {
        this.node = node;
        this.peer = peer;
        this.contexts = contexts;
        this.deadlines = deadlines;
        this.association = association;
        this.socket = (GuardedSocket) association.getSocket();
        socket.expectNothing();
    }

    void reportTo(Waits waits) {
        socket.reportTo(waits);
    }

    Contexts contexts() {
        return contexts;
    }

    boolean isUsable() {
        return association.isReadyForDataTransfer() && !socket.isClosed();
    }

    /** Whether the peer took a context for this class in this syntax. */
    boolean accepts(String sopClassUid, @Nullable String transferSyntaxUid) {
        return association.getAAssociateAC()
                .getPresentationContexts()
                .stream()
                .filter(Presentation::isAccepted)
                .anyMatch(accepted -> matches(accepted, sopClassUid, transferSyntaxUid));
    }

    private boolean matches(Presentation accepted, String sopClassUid, @Nullable String transferSyntaxUid) {
        Presentation requested = association.getAAssociateRQ().getPresentationContext(accepted.getPCID());
        return requested != null && sopClassUid.equals(requested.getAbstractSyntax())
                && (transferSyntaxUid == null || transferSyntaxUid.equals(accepted.getTransferSyntax()));
    }

    void echo() throws PeerException {
        requireService(Contexts.VERIFICATION);
        try {
            socket.expectData(deadlines.response().toNanos());
            association.cecho().next();
        } catch (IOException | InternalException failure) {
            throw broken(failure);
        } catch (InterruptedException interrupted) {
            throw PeerFailures.interrupted(peer, interrupted);
        } finally {
            socket.expectNothing();
        }
    }

    /** All matches; complete, or an exception: only a final status 0000 is an answer. */
    List<Attributes> find(String service, Attributes keys) throws PeerException {
        ResponseQueue responses = ask(service, keys);
        List<Attributes> matches = new ArrayList<>();
        Response response = await(responses);
        while (response.isPending()) {
            addMatch(response, matches);
            if (matches.size() > MOST_MATCHES) {
                abort();
                throw PeerFailures.protocol(peer, "dicom.tooManyMatches");
            }
            response = await(responses);
        }
        socket.allow(Long.MAX_VALUE);
        requireSuccess("C-FIND", response);
        return matches;
    }

    /**
     * The first matches. Where there are more than so many, one more is returned, and the peer is asked to stop
     * (PS3.7 9.3.2.3).
     */
    List<Attributes> findFirst(String service, Attributes keys, int most) throws PeerException {
        ResponseQueue responses = ask(service, keys);
        List<Attributes> matches = new ArrayList<>();
        Response response = await(responses);
        while (response.isPending() && matches.size() <= most) {
            addMatch(response, matches);
            response = matches.size() > most ? response : await(responses);
        }
        if (response.isPending()) {
            stop(responses);
        } else {
            requireSuccess("C-FIND", response);
        }
        socket.allow(Long.MAX_VALUE);
        return matches;
    }

    private ResponseQueue ask(String service, Attributes keys) throws PeerException {
        requireService(service);
        ResponseQueue responses = new ResponseQueue(association.nextMessageID());
        socket.allow(MOST_QUERY_BYTES);
        send(() -> association.cfind(service, MEDIUM_PRIORITY, keys, null, responses));
        return responses;
    }

    private static void addMatch(Response response, List<Attributes> matches) {
        Attributes match = response.dataset();
        if (match != null) {
            matches.add(match);
        }
    }

    private void stop(ResponseQueue responses) throws PeerException {
        try {
            cancel(responses);
        } catch (InterruptedException interrupted) {
            abort();
            throw PeerFailures.interrupted(peer, interrupted);
        }
    }

    private Response await(ResponseQueue responses) throws PeerException {
        try {
            Response response = responses.poll(deadlines.response());
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

    /**
     * C-GET; returns the final response. The receiver is called on this association's own thread.
     *
     * @param forFirst until the first instance begins to arrive
     */
    Response get(Attributes keys, InstanceReceiver receiver, BooleanSupplier cancelled, Duration forFirst)
            throws PeerException {
        requireService(Contexts.STUDY_ROOT_GET);
        ResponseQueue responses = new ResponseQueue(association.nextMessageID());
        socket.expectData(forFirst.toNanos());
        InstanceReceiver begun = instance -> {
            socket.expectData(deadlines.stall().toNanos());
            return receiver.receive(instance);
        };
        try (Handover handover = new Handover(begun, deadlines.handover())) {
            node.receiveOn(association, handover);
            send(() -> association.cget(Contexts.STUDY_ROOT_GET, MEDIUM_PRIORITY, keys, null, responses));
            return awaitFinal(responses, cancelled, () -> false, _ -> {});
        } finally {
            node.receiveOn(association, null);
            socket.expectNothing();
        }
    }

    /** C-MOVE to an application entity; {@code silent} tells whether nothing has arrived there for too long. */
    Response move(Attributes keys, String destination, BooleanSupplier cancelled, BooleanSupplier silent)
            throws PeerException {
        return move(keys, destination, cancelled, silent, _ -> {});
    }

    /**
     * The same.
     *
     * @param sent told how many instances the peer says it has sent, each time it says so
     */
    Response move(Attributes keys, String destination, BooleanSupplier cancelled, BooleanSupplier silent,
            IntConsumer sent) throws PeerException {
        requireService(Contexts.STUDY_ROOT_MOVE);
        ResponseQueue responses = new ResponseQueue(association.nextMessageID());
        send(() -> association.cmove(Contexts.STUDY_ROOT_MOVE, MEDIUM_PRIORITY, keys, null, destination, responses));
        return awaitFinal(responses, cancelled, silent, sent);
    }

    private Response awaitFinal(ResponseQueue responses, BooleanSupplier cancelled, BooleanSupplier silent,
            IntConsumer sent) throws PeerException {
        try {
            Response response = responses.poll(LOOK_EVERY);
            while (response == null || response.isPending()) {
                if (cancelled.getAsBoolean()) {
                    cancel(responses);
                    throw PeerFailures.cancelled(peer);
                }
                if (response != null) {
                    sent.accept(response.completed());
                }
                if (response == null && silent.getAsBoolean()) {
                    abort();
                    throw PeerFailures.silent(peer, null);
                }
                response = responses.poll(LOOK_EVERY);
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

    /** Asks politely first (C-CANCEL, PS3.7 9.3.2.3), then hangs up. */
    private void cancel(ResponseQueue responses) throws InterruptedException {
        try {
            responses.cancel(association);
            long end = System.nanoTime() + deadlines.release().toNanos();
            for (Response response = responses.poll(LOOK_EVERY); System.nanoTime()
                    < end; response = responses.poll(LOOK_EVERY)) {
                if (response != null && !response.isPending()) {
                    return;
                }
            }
            abort();
        } catch (IOException alreadyBroken) {
            abort();
        }
    }

    /**
     * C-STORE of one instance; returns the response.
     *
     * @throws BrokenInstanceException when the instance broke off; the association is then aborted
     */
    Response store(String sopClassUid, String sopInstanceUid, String transferSyntaxUid, DataWriter writer)
            throws PeerException, BrokenInstanceException {
        ResponseQueue responses = new ResponseQueue(association.nextMessageID());
        try {
            association.cstore(sopClassUid, sopInstanceUid, MEDIUM_PRIORITY, writer, transferSyntaxUid, responses);
        } catch (BrokenInstanceException broken) {
            abort();
            throw broken;
        } catch (IOException | InternalException failure) {
            abort();
            throw broken(failure);
        } catch (InterruptedException interrupted) {
            abort();
            throw PeerFailures.interrupted(peer, interrupted);
        }
        long sent = System.nanoTime();
        Response response = await(responses);
        socket.waits().forAnswer(System.nanoTime() - sent);
        return response;
    }

    /** N-ACTION of the Storage Commitment Push Model; the report comes later, and maybe elsewhere. */
    void requestCommitment(Attributes information) throws PeerException {
        requireService(Contexts.STORAGE_COMMITMENT);
        ResponseQueue responses = new ResponseQueue(association.nextMessageID());
        send(() -> association.naction(Contexts.STORAGE_COMMITMENT, COMMITMENT_INSTANCE, REQUEST_COMMITMENT,
                information,
                null, responses));
        requireSuccess("N-ACTION", await(responses));
    }

    void requireSuccess(String service, Response response) throws PeerException {
        if (response.status() != SUCCESS) {
            throw failed(service, response);
        }
    }

    PeerException failed(String service, Response response) {
        return PeerFailures.status(peer, service, response.status());
    }

    private void requireService(String service) throws PeerException {
        if (!accepts(service, null)) {
            throw PeerFailures.protocol(peer, "dicom.serviceNotOffered");
        }
    }

    private interface Request {
        void send() throws IOException, InterruptedException;
    }

    private void send(Request request) throws PeerException {
        try {
            request.send();
        } catch (IOException | InternalException failure) {
            abort();
            throw broken(failure);
        } catch (InterruptedException interrupted) {
            abort();
            throw PeerFailures.interrupted(peer, interrupted);
        }
    }

    private PeerException broken(@Nullable Throwable cause) {
        return PeerFailures.whileTalking(peer, socket.isStalled(), cause);
    }

    /** A-RELEASE; waits for the answer, so that the peer counts the association no longer. */
    void release() {
        try {
            if (isUsable()) {
                association.release();
                association.waitForSocketClose();
            }
        } catch (IOException | InternalException alreadyGone) {
            socket.closeQuietly();
        } catch (InterruptedException interrupted) {
            abort();
            Thread.currentThread().interrupt();
        }
    }

    /** A-ABORT, and the socket is gone whatever the peer does. */
    void abort() {
        if (!socket.isClosed()) {
            association.abort();
        }
        socket.closeQuietly();
    }
}
