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
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.DataWriter;
import org.aoju.bus.image.metric.DataWriterAdapter;
import org.aoju.bus.image.metric.DimseRSPHandler;
import org.aoju.bus.image.metric.internal.pdu.AAssociateAC;

/** The C-STORE sub-operations of a C-GET or C-MOVE over one association, as many at a time as its operations window allows. */
final class SubOperations {

    private static final List<String> UNCOMPRESSED = List.of(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian);

    private final LoopbackServer server;
    private final Association association;

    SubOperations(LoopbackServer server, Association association) {
        this.server = server;
        this.association = association;
    }

    /** Hears of the end of one sub-operation: its status, or the end of the association. */
    interface Answers {

        void answered(StoredInstance instance, int status);

        void brokeOff();
    }

    /** Whether the next one may be sent before this one is answered. */
    boolean pipelines() {
        return window() > 1;
    }

    private int window() {
        AAssociateAC accepted = association.getAAssociateAC();
        return association.isRequestor() ? accepted.getMaxOpsInvoked() : accepted.getMaxOpsPerformed();
    }

    /**
     * Sends one instance, as soon as the window has room for it. The status of its C-STORE is told later, or 0122H where no
     * presentation context fits it.
     *
     * @throws IOException when the association broke
     */
    void send(StoredInstance instance, Originator originator, Answers answers) throws IOException {
        WatchedSocket socket = (WatchedSocket) association.getSocket();
        server.pause(server.faults().imageDelay());
        if (server.faults().abortsNow(socket.instances())) {
            association.abort();
            throw new IOException("aborted to order");
        }
        String syntax = syntaxFor(instance);
        if (syntax.isEmpty()) {
            answers.answered(instance, Status.SOPclassNotSupported);
            return;
        }
        server.faults().dropsNow(socket.instances()).ifPresent(socket::dropAfter);
        store(instance, syntax, originator, answers);
        socket.countInstance();
        server.traffic().countSent(instance.sopInstanceUid());
    }

    /**
     * Who asked for a C-MOVE, PS3.7 9.3.1.1; for a C-GET the title is empty.
     */
    record Originator(String aeTitle, int messageId) {

        static final Originator NONE = new Originator("", 0);
    }

    private void store(StoredInstance instance, String syntax, Originator originator, Answers answers)
            throws IOException {
        DimseRSPHandler answer = new Answer(association.nextMessageID(), instance, answers);
        try (ImageInputStream in = open(instance)) {
            DataWriter data = syntax.equals(instance.transferSyntax())
                    ? (out, _) -> out.copyFrom(in)
                    : new DataWriterAdapter(in.readDataset(-1, -1));
            if (originator.aeTitle().isEmpty()) {
                association.cstore(instance.sopClassUid(), instance.sopInstanceUid(), 0, data, syntax, answer);
            } else {
                association.cstore(instance.sopClassUid(), instance.sopInstanceUid(), 0, originator.aeTitle(),
                        originator.messageId(), data, syntax, answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while sending", e);
        } catch (InternalException e) {
            throw new IOException("the association has ended", e);
        }
    }

    private static final class Answer extends DimseRSPHandler {

        private final StoredInstance instance;
        private final Answers answers;

        Answer(int messageId, StoredInstance instance, Answers answers) {
            super(messageId);
            this.instance = instance;
            this.answers = answers;
        }

        @Override
        public void onDimseRSP(Association association, Attributes command, Attributes data) {
            super.onDimseRSP(association, command, data);
            answers.answered(instance, command.getInt(Tag.Status, Status.ProcessingFailure));
        }

        @Override
        public void onClose(Association association) {
            super.onClose(association);
            answers.brokeOff();
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
