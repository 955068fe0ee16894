package org.priorfetch.engine.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.aoju.bus.image.Dimse;
import org.aoju.bus.image.Status;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.io.ImageOutputStream;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.Commands;
import org.aoju.bus.image.metric.ImageException;
import org.aoju.bus.image.metric.PDVInputStream;
import org.aoju.bus.image.metric.internal.pdu.Presentation;
import org.aoju.bus.image.metric.service.BasicCStoreSCP;

/** C-STORE: keeps each instance as a part 10 file, just as it came. A fragment is not kept. */
final class StoreService extends BasicCStoreSCP {

    private static final int BUFFER = 65_536;

    private final LoopbackServer server;
    private final Path folder;
    private final Consumer<StoredInstance> kept;
    private final HeldAnswers answers;
    private final AtomicInteger parts = new AtomicInteger();

    StoreService(LoopbackServer server, Path folder, Consumer<StoredInstance> kept) {
        this.server = server;
        this.folder = folder;
        this.kept = kept;
        this.answers = new HeldAnswers(server);
    }

    @Override
    public void onDimse(Association association, Presentation context, Dimse dimse, Attributes command,
            PDVInputStream data) throws IOException {
        if (dimse != Dimse.C_STORE_RQ) {
            throw new ImageException(Status.UnrecognizedOperation);
        }
        WatchedSocket socket = (WatchedSocket) association.getSocket();
        if (server.faults().abortsNow(socket.instances())) {
            association.abort();
            throw new IOException("aborted to order");
        }
        int status = take(socket, context, command, data);
        server.pause(server.faults().storeDelay());
        answers.give(association, () -> association.tryWriteDimseRSP(context, Commands.mkCStoreRSP(command, status)));
    }

    @Override
    public void onClose(Association association) {
        answers.forget(association);
    }

    private int take(WatchedSocket socket, Presentation context, Attributes command, PDVInputStream data)
            throws IOException {
        String uid = command.getString(Tag.AffectedSOPInstanceUID, "");
        if (!UID.isValid(uid)) {
            throw new ImageException(Status.InvalidObjectInstance, "Not a UID");
        }
        try {
            return keep(uid, socket, context, command, data);
        } catch (IOException e) {
            server.traffic().countFragment();
            throw e;
        }
    }

    private int keep(String uid, WatchedSocket socket, Presentation context, Attributes command, PDVInputStream data)
            throws IOException {
        Path part = folder.resolve(parts.incrementAndGet() + ".part");
        try {
            write(part, context, command, data, socket);
            socket.countInstance();
            server.traffic().countStored(uid);
            return keepUnlessRejected(part, uid);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private int keepUnlessRejected(Path part, String uid) throws IOException {
        int status = server.faults().storeStatus(uid);
        if (status == Status.Success) {
            Path file = folder.resolve(uid + ".dcm");
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            kept.accept(StoredInstance.read(file));
        }
        return status;
    }

    private void write(Path part, Presentation context, Attributes command, PDVInputStream data, WatchedSocket socket)
            throws IOException {
        Attributes meta = Attributes.createFileMetaInformation(command.getString(Tag.AffectedSOPInstanceUID),
                command.getString(Tag.AffectedSOPClassUID), context.getTransferSyntax());
        OptionalLong drop = server.faults().dropsNow(socket.instances());
        try (ImageOutputStream out = new ImageOutputStream(
                new BufferedOutputStream(Files.newOutputStream(part), BUFFER), UID.ExplicitVRLittleEndian)) {
            out.writeFileMetaInformation(meta);
            if (drop.isPresent()) {
                copyThenDrop(data, out, drop.getAsLong(), socket);
            } else {
                data.copyTo(out);
            }
        }
    }

    private static void copyThenDrop(PDVInputStream data, OutputStream out, long bytes, WatchedSocket socket)
            throws IOException {
        out.write(data.readNBytes((int) bytes));
        socket.close();
        throw new IOException("the line was dropped to order");
    }
}
