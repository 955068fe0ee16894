package org.priorfetch.engine.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.aoju.bus.core.exception.InternalException;
import org.aoju.bus.image.Status;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.DataWriter;
import org.aoju.bus.image.metric.DataWriterAdapter;
import org.aoju.bus.image.metric.DimseRSP;

/** The C-STORE sub-operations of a C-GET or C-MOVE over one association, one at a time. */
final class SubOperations {

    private static final List<String> UNCOMPRESSED = List.of(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian);

    private final LoopbackServer server;
    private final Association association;

    SubOperations(LoopbackServer server, Association association) {
        this.server = server;
        this.association = association;
    }

    /**
     * Sends one instance.
     *
     * @return the status of its C-STORE, or 0122H where no presentation context fits it
     * @throws IOException when the association broke
     */
    int send(StoredInstance instance, Originator originator) throws IOException {
        WatchedSocket socket = (WatchedSocket) association.getSocket();
        server.pause(server.faults().recall(instance.studyInstanceUid()));
        server.faults().recalled(instance.studyInstanceUid());
        server.pause(server.faults().imageDelay());
        if (server.faults().abortsNow(socket.instances())) {
            association.abort();
            throw new IOException("aborted to order");
        }
        String syntax = syntaxFor(instance);
        if (syntax.isEmpty()) {
            return Status.SOPclassNotSupported;
        }
        server.faults().dropsNow(socket.instances()).ifPresent(socket::dropAfter);
        int status = store(instance, syntax, originator);
        socket.countInstance();
        server.traffic().countSent(instance.sopInstanceUid());
        return status;
    }

    /**
     * Who asked for a C-MOVE, PS3.7 9.3.1.1; for a C-GET the title is empty.
     */
    record Originator(String aeTitle, int messageId) {

        static final Originator NONE = new Originator("", 0);
    }

    private int store(StoredInstance instance, String syntax, Originator originator) throws IOException {
        try (ImageInputStream in = open(instance)) {
            DataWriter data = syntax.equals(instance.transferSyntax())
                    ? (out, _) -> out.copyFrom(in)
                    : new DataWriterAdapter(in.readDataset(-1, -1));
            DimseRSP response = originator.aeTitle().isEmpty()
                    ? association.cstore(instance.sopClassUid(), instance.sopInstanceUid(), 0, data, syntax)
                    : association.cstore(instance.sopClassUid(), instance.sopInstanceUid(), 0, originator.aeTitle(),
                            originator.messageId(), data, syntax);
            response.next();
            return response.getCommand().getInt(Tag.Status, Status.ProcessingFailure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while sending", e);
        } catch (InternalException e) {
            throw new IOException("the association has ended", e);
        }
    }

    private static ImageInputStream open(StoredInstance instance) throws IOException {
        ImageInputStream in = new ImageInputStream(
                new BufferedInputStream(Files.newInputStream(instance.file())));
        in.readFileMetaInformation();
        return in;
    }

    /** The instance's own syntax, or another uncompressed one for an uncompressed instance; empty for none. */
    private String syntaxFor(StoredInstance instance) {
        if (!association.isSCUFor(instance.sopClassUid())) {
            return "";
        }
        Set<String> accepted = association.getTransferSyntaxesFor(instance.sopClassUid());
        String own = instance.transferSyntax();
        if (accepted.contains(own)) {
            return own;
        }
        return UNCOMPRESSED.contains(own)
                ? UNCOMPRESSED.stream().filter(accepted::contains).findFirst().orElse("")
                : "";
    }
}
