package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.time.Duration;
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

/**
 * An open association with a deadline on everything. Used by one caller at a time; only answers to what was stored are
 * waited for beside others.
 */
final class PeerAssociation {

    private static final int SUCCESS = 0;

    /** Well-known SOP Instance UID and Action Type ID, PS3.4 J.3.2 and J.3.5. */
    private static final String COMMITMENT_INSTANCE = "1.2.840.10008.1.20.1.1";
    private static final int REQUEST_COMMITMENT = 1;

    private final DicomNode node;
    private final Contexts contexts;
    private final Deadlines deadlines;
    private final Association association;
    private final GuardedSocket socket;
    private final OperationsWindow window;
    private final Conversation conversation;
    private final Finding finding;
    private final Retrieving retrieving;

    PeerAssociation(DicomNode node, Peer peer, Contexts contexts, Deadlines deadlines, Association association) {
        this.node = node;
        this.contexts = contexts;
        this.deadlines = deadlines;
        this.association = association;
        this.socket = (GuardedSocket) association.getSocket();
        this.window = OperationsWindow.of(association);
        this.conversation = new Conversation(peer, association, deadlines);
        this.finding = new Finding(conversation);
        this.retrieving = new Retrieving(conversation);
        socket.expectNothing();
    }

    void reportTo(Waits waits) {
        socket.reportTo(waits);
    }

    Contexts contexts() {
        return contexts;
    }

    /** How many operations at a time the peer granted. */
    OperationsWindow window() {
        return window;
    }

    /** Nanoseconds since the line to the peer stood. */
    long sinceConnected() {
        return conversation.socket().sinceConnected();
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
            throw conversation.broken(failure);
        } catch (InterruptedException interrupted) {
            throw PeerFailures.interrupted(conversation.peer(), interrupted);
        } finally {
            socket.expectNothing();
        }
    }

    /** All matches; complete, or an exception: only a final status 0000 is an answer. */
    List<Attributes> find(String service, Attributes keys) throws PeerException {
        requireService(service);
        return finding.all(service, keys);
    }

    /**
     * The first matches. Where there are more than so many, one more is returned, and the peer is asked to stop
     * (PS3.7 9.3.2.3).
     */
    List<Attributes> findFirst(String service, Attributes keys, int most) throws PeerException {
        requireService(service);
        return finding.first(service, keys, most);
    }

    /**
     * C-GET; returns the final response. The receiver is called on this association's own threads.
     *
     * @param forFirst until the first instance begins to arrive
     */
    Response get(Attributes keys, InstanceReceiver receiver, BooleanSupplier cancelled, Duration forFirst)
            throws PeerException {
        requireService(Contexts.STUDY_ROOT_GET);
        return retrieving.get(node, keys, receiver, cancelled, forFirst);
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
        return retrieving.move(keys, destination, cancelled, silent, sent);
    }

    /**
     * C-STORE of one instance, up to its last byte. Other instances may follow before it is answered.
     *
     * @throws BrokenInstanceException when the instance broke off; the association must then be aborted
     */
    ResponseQueue store(String sopClassUid, String sopInstanceUid, String transferSyntaxUid, DataWriter writer)
            throws PeerException, BrokenInstanceException {
        ResponseQueue responses = conversation.begin();
        conversation.sendInstance(() -> association.cstore(sopClassUid, sopInstanceUid, Conversation.MEDIUM_PRIORITY,
                writer, transferSyntaxUid, responses));
        return responses;
    }

    /** The answer to what was stored. */
    Response answer(ResponseQueue responses) throws PeerException {
        return conversation.await(responses);
    }

    /** N-ACTION of the Storage Commitment Push Model; the report comes later, and maybe elsewhere. */
    void requestCommitment(Attributes information) throws PeerException {
        requireService(Contexts.STORAGE_COMMITMENT);
        ResponseQueue responses = conversation.begin();
        conversation.send(() -> association.naction(Contexts.STORAGE_COMMITMENT, COMMITMENT_INSTANCE,
                REQUEST_COMMITMENT, information, null, responses));
        requireSuccess("N-ACTION", conversation.await(responses));
    }

    void requireSuccess(String service, Response response) throws PeerException {
        if (response.status() != SUCCESS) {
            throw failed(service, response);
        }
    }

    PeerException failed(String service, Response response) {
        return PeerFailures.status(conversation.peer(), service, response.status());
    }

    private void requireService(String service) throws PeerException {
        if (!accepts(service, null)) {
            throw PeerFailures.protocol(conversation.peer(), "dicom.serviceNotOffered");
        }
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
        conversation.abort();
    }
}
