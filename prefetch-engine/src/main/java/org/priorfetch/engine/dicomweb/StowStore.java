package org.priorfetch.engine.dicomweb;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.FileHead;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyStore;

/**
 * STOW-RS into the PACS (PS3.18 10.5), streaming. One instance a request: where one breaks off, so does the request, before
 * its last boundary, and nothing else is lost with it.
 */
public final class StowStore implements StudyStore {

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final int MOST_BYTES = 1 << 20;
    /** PS3.7 C.4: the PACS has it already. Whether it is the same one, the proof tells. */
    private static final int DUPLICATE = 0x0111;

    private final WebServer server;
    private final FileHead head;

    public StowStore(WebServer server, FileHead head) {
        this.server = server;
        this.head = head;
    }

    @Override
    public Sent send(InstanceInFlight instance, AttributeChanges changes, SpentTime spent)
            throws PeerException, BrokenInstanceException {
        InstanceRef ref = instance.header().instance();
        String boundary = "priorfetch-" + UUID.randomUUID();
        AtomicLong bytes = new AtomicLong();
        return Sent.answered(server.post("/studies",
                "multipart/related; type=\"application/dicom\"; boundary=" + boundary, spent, body -> {
                    // with a parameter Orthanc 1.10 takes it for another type, and leaves the part out
                    body.write(ascii("--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n"));
                    body.write(head.of(instance));
                    bytes.set(instance.writeTo(body, changes));
                    end(body, boundary);
                }, answer -> delivery(answer, ref.sopInstanceUid(), bytes.get())));
    }

    /** Nothing between two boundaries is stored: whether the server lets us in, and takes instances at all. */
    int tryOut() throws PeerException {
        String boundary = "priorfetch-" + UUID.randomUUID();
        try {
            return server.post("/studies", "multipart/related; type=\"application/dicom\"; boundary=" + boundary,
                    new SpentTime(), body -> end(body, boundary), Answer::status);
        } catch (BrokenInstanceException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void end(OutputStream body, String boundary) throws IOException {
        body.write(ascii("\r\n--" + boundary + "--\r\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Delivery delivery(Answer answer, String sopInstanceUid, long bytes) throws IOException, PeerException {
        if (answer.status() != OK && answer.status() != ACCEPTED && answer.status() != CONFLICT) {
            return refusedByStatus(answer);
        }
        StowAnswer said = StowAnswer.read(answer.body().readNBytes(MOST_BYTES), answer.contentType(), sopInstanceUid);
        if (said.failure().isPresent()) {
            return refused(said.failure().getAsInt(), bytes);
        }
        // who says only that all went well is believed until the proof
        boolean nothingSaid = !said.readable() && answer.status() == OK;
        return said.stored() || nothingSaid ? new Delivery.Stored(bytes)
                : new Delivery.Refused(Reason.of("dicomweb.notStored", server.name(), "HTTP " + answer.status()), true);
    }

    private Delivery refused(int failure, long bytes) {
        if (failure == DUPLICATE) {
            return new Delivery.Stored(bytes);
        }
        return Delivery.Refused.byStatus(failure,
                Reason.of("dicomweb.notStored", server.name(), String.format("%04X", failure)));
    }

    private Delivery refusedByStatus(Answer answer) throws PeerException {
        Reason reason = Reason.of("dicomweb.notStored", server.name(), "HTTP " + answer.status());
        return switch (answer.status()) {
            case 429, 503, 507 -> new Delivery.Refused(reason, false, RetryAfter.of(answer).orElse(Duration.ZERO));
            case 400, 413, 415, 422 -> new Delivery.Refused(reason, true);
            default -> throw WebFailures.status(server.name(), answer.status());
        };
    }
}
