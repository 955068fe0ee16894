package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.nio.file.Path;

import org.aoju.bus.image.Dimse;
import org.aoju.bus.image.Status;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.Commands;
import org.aoju.bus.image.metric.DimseRQHandler;
import org.aoju.bus.image.metric.ImageException;
import org.aoju.bus.image.metric.PDVInputStream;
import org.aoju.bus.image.metric.internal.pdu.Presentation;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.InstanceReceiver.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * C-STORE requests that reach us, as sub-operations of C-GET on associations that we opened, or of C-MOVE on associations
 * that were opened to us (PS3.4 C.4.2, C.4.3). Each instance is handed over while it is still arriving.
 */
final class IncomingRequests implements DimseRQHandler {

    /** Finds who waits for an instance. */
    @FunctionalInterface
    interface Receivers {
        InstanceReceiver receiverOf(Association association, String sopInstanceUid);
    }

    private static final Logger LOG = LoggerFactory.getLogger(IncomingRequests.class);
    private static final int NOT_AUTHORIZED = 0x0124;
    private static final int OUT_OF_RESOURCES = 0xA700;
    private static final int CANNOT_UNDERSTAND = 0xC000;

    private final Receivers receivers;
    private final Path bulkFolder;

    IncomingRequests(Receivers receivers, Path bulkFolder) {
        this.receivers = receivers;
        this.bulkFolder = bulkFolder;
    }

    @Override
    public void onDimse(Association association, Presentation context, Dimse dimse, Attributes command,
            PDVInputStream data) throws IOException {
        if (dimse != Dimse.C_STORE_RQ) {
            throw new ImageException(Status.UnrecognizedOperation);
        }
        Answer answer = take(association, context, command, data);
        association.tryWriteDimseRSP(context, Commands.mkCStoreRSP(command, statusOf(answer)));
        ((GuardedSocket) association.getSocket()).waits().instanceEnds();
    }

    private Answer take(Association association, Presentation context, Attributes command, PDVInputStream data) {
        String sopInstanceUid = command.getString(Tag.AffectedSOPInstanceUID, "");
        InstanceReceiver receiver = receivers.receiverOf(association, sopInstanceUid);
        ((GuardedSocket) association.getSocket()).waits().instanceBegins();
        try (ArrivingInstance instance = ArrivingInstance.read(data, context.getTransferSyntax(), bulkFolder)) {
            boolean asAnnounced = instance.header().instance().sopInstanceUid().equals(sopInstanceUid);
            return asAnnounced ? receiver.receive(instance) : Answer.REJECTED;
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("An instance from {} could not be read: {}", association.getRemoteAET(), unreadable.toString());
            return Answer.REJECTED;
        }
    }

    private static int statusOf(Answer answer) {
        return switch (answer) {
            case TAKEN -> Status.Success;
            case NOT_OURS -> NOT_AUTHORIZED;
            case NO_ROOM -> OUT_OF_RESOURCES;
            case REJECTED -> CANNOT_UNDERSTAND;
        };
    }

    @Override
    public void onClose(Association association) {
        // nothing is kept per association
    }
}
