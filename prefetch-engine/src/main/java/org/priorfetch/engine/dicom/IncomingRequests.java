package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

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
 * that were opened to us (PS3.4 C.4.2, C.4.3). Each instance is handed over while it is still arriving. Within an operations
 * window the next may arrive before the answer is known.
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
    private final Executor threads;
    private final Map<Association, Semaphore> performing = new ConcurrentHashMap<>();

    IncomingRequests(Receivers receivers, Path bulkFolder, Executor threads) {
        this.receivers = receivers;
        this.bulkFolder = bulkFolder;
        this.threads = threads;
    }

    private record Store(Association association, Presentation context, Attributes command,
            InstanceReceiver receiver) {

        String sopInstanceUid() {
            return command.getString(Tag.AffectedSOPInstanceUID, "");
        }

        GuardedSocket socket() {
            return (GuardedSocket) association.getSocket();
        }

        Waits waits() {
            return socket().waits();
        }

        void answer(Answer answer) {
            association.tryWriteDimseRSP(context, Commands.mkCStoreRSP(command, statusOf(answer)));
        }
    }

    @Override
    public void onDimse(Association association, Presentation context, Dimse dimse, Attributes command,
            PDVInputStream data) throws IOException {
        if (dimse != Dimse.C_STORE_RQ) {
            throw new ImageException(Status.UnrecognizedOperation);
        }
        Store store = new Store(association, context, command,
                receivers.receiverOf(association, command.getString(Tag.AffectedSOPInstanceUID, "")));
        store.socket().instanceBegins();
        try (ArrivingBytes arriving = new ArrivingBytes(data, store.waits()::inVain)) {
            take(store, arriving, OperationsWindow.of(association).performed());
        } finally {
            store.socket().instanceEnds();
        }
    }

    private void take(Store store, ArrivingBytes arriving, int window) throws IOException {
        store.waits().instanceBegins(window);
        if (window > 1) {
            try {
                takeBesideOthers(store, arriving, window);
            } finally {
                store.waits().instanceEnds();
            }
        } else {
            Answer answer = take(store, arriving.in());
            store.waits().instanceAnswered();
            store.waits().instanceEnds(); // the next is waited for from when this is answered, not from later
            arriving.answered(answer);
            store.answer(answer);
        }
    }

    private Answer take(Store store, InputStream data) {
        try (ArrivingInstance instance = ArrivingInstance.read(data, store.context().getTransferSyntax(), bulkFolder)) {
            boolean asAnnounced = instance.header().instance().sopInstanceUid().equals(store.sopInstanceUid());
            return asAnnounced ? store.receiver().receive(instance) : Answer.REJECTED;
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("An instance from {} could not be read: {}", store.association().getRemoteAET(),
                    unreadable.toString());
            return Answer.BROKEN;
        }
    }

    /** The thread that reads the line is free again as soon as the last byte has come. */
    private void takeBesideOthers(Store store, ArrivingBytes arriving, int window) throws IOException {
        Semaphore places = performing.computeIfAbsent(store.association(), _ -> new Semaphore(window));
        acquire(places);
        InstancePipe pipe = new InstancePipe();
        try {
            threads.execute(() -> {
                try (pipe) {
                    Answer answer = take(store, pipe);
                    store.waits().instanceAnswered();
                    arriving.answered(answer);
                    store.answer(answer);
                } catch (RuntimeException hungUp) {
                    LOG.debug("An instance could not be answered for: {}", hungUp.getMessage());
                } finally {
                    places.release();
                }
            });
        } catch (RejectedExecutionException closing) {
            throw new IOException("we are closing", closing);
        }
        pipe.fill(arriving.in());
    }

    private static void acquire(Semaphore places) throws IOException {
        try {
            places.acquire();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted between instances").initCause(interrupted);
        }
    }

    private static int statusOf(Answer answer) {
        return switch (answer) {
            case TAKEN -> Status.Success;
            case NOT_OURS, LATE -> NOT_AUTHORIZED;
            case NO_ROOM -> OUT_OF_RESOURCES;
            case BROKEN, REJECTED -> CANNOT_UNDERSTAND;
        };
    }

    @Override
    public void onClose(Association association) {
        performing.remove(association);
    }
}
