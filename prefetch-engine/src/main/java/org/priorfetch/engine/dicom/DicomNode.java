package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.aoju.bus.image.Device;
import org.aoju.bus.image.metric.ApplicationEntity;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.Connection;
import org.aoju.bus.image.metric.TransferCapability;
import org.aoju.bus.image.metric.service.BasicCEchoSCP;
import org.aoju.bus.image.metric.service.ServiceHandler;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.WindowMemory;

/** Our own application entity: everything that all associations, opened or accepted, share. */
public final class DicomNode implements AutoCloseable {

    private static final long CLOSE_SECONDS = 3;

    private final String aeTitle;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("dicom-deadlines").factory());
    private final Device device = new Device("priorfetch");
    private final ApplicationEntity entity;
    private final SocketGuard guard = new SocketGuard(scheduler);
    private final Map<Association, InstanceReceiver> receivers = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable StorageScp> storage = new AtomicReference<>();
    private final Commitments commitments;
    private volatile WindowMemory windows = new WindowsInMemory();

    /**
     * @param bulkFolder where large values of headers are kept while an instance passes
     */
    public DicomNode(String aeTitle, Path bulkFolder) {
        Toolkit.prepare();
        this.aeTitle = aeTitle;
        this.commitments = new Commitments(bulkFolder);
        this.entity = new ApplicationEntity(aeTitle);
        device.setExecutor(threads);
        device.setScheduledExecutor(scheduler);
        device.addApplicationEntity(entity);
        entity.setAssociationInitiator(true);
        entity.setAssociationAcceptor(true);
        entity.addTransferCapability(new TransferCapability(null, "*", TransferCapability.Role.SCP, "*"));
        entity.addTransferCapability(new TransferCapability(null, Contexts.STORAGE_COMMITMENT,
                TransferCapability.Role.SCU, TransferSyntaxes.EXPLICIT_LITTLE_ENDIAN,
                TransferSyntaxes.IMPLICIT_LITTLE_ENDIAN));
        ServiceHandler services = new ServiceHandler();
        services.addService(new BasicCEchoSCP());
        services.addService(commitments);
        services.addDimseRQHandler(new IncomingRequests(this::receiverOf, bulkFolder, threads), "*");
        entity.setDimseRQHandler(services);
    }

    /** Instances that come on the association as sub-operations go to the receiver, until another is named. */
    void receiveOn(Association association, @Nullable InstanceReceiver receiver) {
        if (receiver == null) {
            receivers.remove(association);
        } else {
            receivers.put(association, receiver);
        }
    }

    /** Instances that come on associations that were opened to us go through the storage SCP. */
    void receiveThrough(StorageScp scp) {
        storage.set(scp);
    }

    private InstanceReceiver receiverOf(Association association, String sopInstanceUid) {
        InstanceReceiver receiver = receivers.get(association);
        StorageScp scp = storage.get();
        if (receiver == null && scp != null && !association.isRequestor()) {
            return scp.receiverOf(association, sopInstanceUid);
        }
        return receiver == null ? instance -> InstanceReceiver.Answer.NOT_OURS : receiver;
    }

    public String aeTitle() {
        return aeTitle;
    }

    /** Who bears no question for an operations window is remembered there; else for as long as we live. */
    public void rememberWindowsIn(WindowMemory memory) {
        windows = memory;
    }

    WindowMemory windows() {
        return windows;
    }

    Commitments commitments() {
        return commitments;
    }

    ApplicationEntity entity() {
        return entity;
    }

    SocketGuard guard() {
        return guard;
    }

    ScheduledExecutorService scheduler() {
        return scheduler;
    }

    ExecutorService threads() {
        return threads;
    }

    /** Makes the connection one of ours. */
    <C extends Connection> C adopt(C connection) {
        device.addConnection(connection);
        entity.addConnection(connection);
        return connection;
    }

    /** Ends all associations. */
    @Override
    public void close() throws IOException {
        guard.closeAll();
        scheduler.shutdownNow();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
