package org.priorfetch.engine.hl7;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.UUID;

import org.priorfetch.engine.model.CrossReference;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PatientIndex;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.tls.HandshakeFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A cross-reference manager that is asked by HL7 version 2 over MLLP (IHE PIX Query, ITI-9). */
public final class PixManager implements PatientIndex {

    private static final Logger LOG = LoggerFactory.getLogger(PixManager.class);
    private static final int LONGEST_CONTROL_ID = 20;

    private final String source;
    private final PixPeer peer;
    private final PixDomain local;
    private final PixDomain target;
    private final Clock clock;
    private final PixWaits waits;
    private final MessageParser parser = new MessageParser();

    /**
     * @param source whose patient IDs it knows
     * @param local domain of the PACS's patient IDs
     * @param target domain of the source's
     */
    public PixManager(String source, PixPeer peer, PixDomain local, PixDomain target, Clock clock, PixWaits waits) {
        this.source = source;
        this.peer = peer;
        this.local = local;
        this.target = target;
        this.clock = clock;
        this.waits = waits;
    }

    @Override
    public CrossReference find(String patientId) throws PeerException {
        String controlId = UUID.randomUUID().toString().replace("-", "").substring(0, LONGEST_CONTROL_ID);
        PixQuery query = new PixQuery(peer, controlId, patientId, local, target);
        return new PixAnswer(source, query, parsed(ask(query))).read();
    }

    private byte[] ask(PixQuery query) throws PeerException {
        try {
            return new MllpCall(peer, waits).exchange(query.written(clock.now().atZone(clock.zone())));
        } catch (MllpCall.NotConnectedException failure) {
            LOG.debug("No connection to the patient index of {}", source, failure);
            String where = peer.host() + " port " + peer.port();
            throw HandshakeFailure.behind(failure)
                    .map(why -> new PeerException(source, Kind.UNREACHABLE,
                            Message.of("hl7.pix.untrusted", source, where, why.sentence()), failure))
                    .orElseGet(() -> problem(Kind.UNREACHABLE, failure, "hl7.pix.unreachable", where));
        } catch (SocketTimeoutException failure) {
            throw problem(Kind.SILENT, failure, "hl7.pix.silent", waits.whole().toSeconds());
        } catch (IOException failure) {
            throw problem(Kind.BROKEN, failure, "hl7.pix.broken", "");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw problem(Kind.CANCELLED, interrupted, "hl7.pix.broken", "");
        }
    }

    private Hl7Message parsed(byte[] answer) throws PeerException {
        Optional<MessageHeader> header = MessageHeader.of(answer);
        if (header.isEmpty()) {
            throw new PeerException(source, Kind.PROTOCOL, Message.of("hl7.pix.notUnderstood", source, "MSH"));
        }
        try {
            return parser.parse(header.get(), new CharacterSets(null).decode(header.get(), answer));
        } catch (MessageProblem problem) {
            throw problem(Kind.PROTOCOL, problem, "hl7.pix.notUnderstood", "HL7");
        }
    }

    private PeerException problem(Kind kind, Exception cause, String key, Object detail) {
        return new PeerException(source, kind, Message.of(key, source, detail), cause);
    }

    @Override
    public void close() {
        // every question has a connection of its own
    }
}
