package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import org.aoju.bus.image.Dimse;
import org.aoju.bus.image.Status;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.Commands;
import org.aoju.bus.image.metric.ImageException;
import org.aoju.bus.image.metric.PDVInputStream;
import org.aoju.bus.image.metric.internal.pdu.Presentation;
import org.aoju.bus.image.metric.service.ImageService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * N-EVENT-REPORT of the Storage Commitment Push Model (PS3.4 J.3.3), on whatever association it comes: a transaction is known
 * by its UID alone, which nobody can guess.
 */
final class Commitments implements ImageService {

    private static final Logger LOG = LoggerFactory.getLogger(Commitments.class);
    private static final int NO_SUCH_OBJECT = 0x0112;

    private final Map<String, CompletableFuture<Set<String>>> waiting = new ConcurrentHashMap<>();
    private final Path bulkFolder;

    Commitments(Path bulkFolder) {
        this.bulkFolder = bulkFolder;
    }

    /** What will be told of the transaction: SOP Instance UIDs of what was not committed. */
    CompletableFuture<Set<String>> expect(String transactionUid) {
        return waiting.computeIfAbsent(transactionUid, _ -> new CompletableFuture<>());
    }

    void forget(String transactionUid) {
        waiting.remove(transactionUid);
    }

    @Override
    public String[] getSOPClasses() {
        return new String[]{Contexts.STORAGE_COMMITMENT};
    }

    @Override
    public void onDimse(Association association, Presentation context, Dimse dimse, Attributes command,
            PDVInputStream data) throws IOException {
        if (dimse != Dimse.N_EVENT_REPORT_RQ) {
            throw new ImageException(Status.UnrecognizedOperation);
        }
        int status = report(association, read(context, data));
        association.tryWriteDimseRSP(context, Commands.mkNEventReportRSP(command, status));
    }

    /** Through the reader that stops at what is too large. */
    private Attributes read(Presentation context, PDVInputStream data) throws IOException {
        HeaderReader reader = new HeaderReader(new RecordingStream(data), context.getTransferSyntax(), bulkFolder);
        try {
            return reader.readUpToRest();
        } finally {
            reader.discardFiles();
        }
    }

    private int report(Association association, Attributes event) {
        CompletableFuture<Set<String>> transaction = waiting.remove(DatasetValues.text(event, Tag.TransactionUID));
        if (transaction == null) {
            LOG.info("{} reports on a storage commitment that nobody waits for", association.getRemoteAET());
            return NO_SUCH_OBJECT;
        }
        Set<String> failed = new TreeSet<>();
        Sequence items = event.getSequence(Tag.FailedSOPSequence);
        if (items != null) {
            items.forEach(item -> failed.add(DatasetValues.text(item, Tag.ReferencedSOPInstanceUID)));
        }
        transaction.complete(failed);
        return Status.Success;
    }

    @Override
    public void onClose(Association association) {
        // a report may still come on another one
    }
}
