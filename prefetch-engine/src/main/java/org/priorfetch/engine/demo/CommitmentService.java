package org.priorfetch.engine.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;

import org.aoju.bus.image.Dimse;
import org.aoju.bus.image.Status;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.Commands;
import org.aoju.bus.image.metric.ImageException;
import org.aoju.bus.image.metric.PDVInputStream;
import org.aoju.bus.image.metric.internal.pdu.AAssociateRQ;
import org.aoju.bus.image.metric.internal.pdu.Presentation;
import org.aoju.bus.image.metric.internal.pdu.RoleSelection;
import org.aoju.bus.image.metric.service.ImageService;

/**
 * Storage commitment as SCP (PS3.4 Annex J): commits to what it holds, and reports on the association that asked, or on one that
 * it opens to a known destination.
 */
final class CommitmentService implements ImageService {

    private static final String MODEL = UID.StorageCommitmentPushModelSOPClass;
    private static final int ALL_COMMITTED = 1;
    private static final int SOME_FAILED = 2;
    private static final int NO_SUCH_OBJECT = 0x0112;
    private static final int PROCESSING_FAILURE = 0x0110;

    private final LoopbackServer server;
    private final InstanceIndex index;
    private final Map<String, InetSocketAddress> destinations;

    CommitmentService(LoopbackServer server, InstanceIndex index, Map<String, InetSocketAddress> destinations) {
        this.server = server;
        this.index = index;
        this.destinations = destinations;
    }

    @Override
    public String[] getSOPClasses() {
        return new String[]{MODEL};
    }

    @Override
    public void onDimse(Association association, Presentation context, Dimse dimse, Attributes command,
            PDVInputStream data) throws IOException {
        if (dimse != Dimse.N_ACTION_RQ) {
            throw new ImageException(Status.UnrecognizedOperation);
        }
        Attributes request = data.readDataset(context.getTransferSyntax());
        server.traffic().countCommitment();
        association.tryWriteDimseRSP(context, Commands.mkNActionRSP(command, Status.Success));
        if (!server.faults().commitments().isQuiet()) {
            Attributes report = report(request);
            int type = report.contains(Tag.FailedSOPSequence) ? SOME_FAILED : ALL_COMMITTED;
            server.execute(() -> send(association, report, type));
        }
    }

    @Override
    public void onClose(Association association) {
        // what is to be reported still can be on another one
    }

    private Attributes report(Attributes request) {
        Attributes report = new Attributes();
        report.setString(Tag.TransactionUID, VR.UI, request.getString(Tag.TransactionUID));
        Sequence asked = request.getSequence(Tag.ReferencedSOPSequence);
        for (Attributes reference : asked) {
            String uid = reference.getString(Tag.ReferencedSOPInstanceUID);
            int reason = server.faults().commitments().commitsTo(uid) ? 0 : PROCESSING_FAILURE;
            reason = index.sopInstanceUids().contains(uid) ? reason : NO_SUCH_OBJECT;
            Attributes item = new Attributes(reference);
            if (reason != 0) {
                item.setInt(Tag.FailureReason, VR.US, reason);
            }
            report.ensureSequence(reason == 0 ? Tag.ReferencedSOPSequence : Tag.FailedSOPSequence, asked.size())
                    .add(item);
        }
        return report;
    }

    private void send(Association asked, Attributes report, int type) {
        InetSocketAddress destination = destinations.get(asked.getCallingAET());
        try {
            if (destination == null) {
                report(asked, report, type);
            } else {
                Association opened = server.connect(destination, request(asked.getCallingAET()));
                report(opened, report, type);
                opened.release();
            }
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    private AAssociateRQ request(String calledAeTitle) {
        AAssociateRQ request = new AAssociateRQ();
        request.setCalledAET(calledAeTitle);
        request.setCallingAET(server.aeTitle());
        request.addPresentationContext(new Presentation(1, MODEL, UID.ExplicitVRLittleEndian));
        request.addRoleSelection(new RoleSelection(MODEL, false, true));
        return request;
    }

    private static void report(Association association, Attributes report, int type) throws IOException {
        try {
            association.neventReport(MODEL, UID.StorageCommitmentPushModelSOPInstance, type, report, null).next();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reporting", interrupted);
        }
    }
}
