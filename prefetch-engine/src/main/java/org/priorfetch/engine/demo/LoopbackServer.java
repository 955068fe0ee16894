package org.priorfetch.engine.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.aoju.bus.core.exception.InternalException;
import org.aoju.bus.image.Device;
import org.aoju.bus.image.metric.AdvancedHandler;
import org.aoju.bus.image.metric.ApplicationEntity;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.Connection;
import org.aoju.bus.image.metric.internal.pdu.AAssociateRQ;
import org.aoju.bus.image.metric.service.BasicCEchoSCP;
import org.aoju.bus.image.metric.service.ImageService;
import org.aoju.bus.image.metric.service.ServiceHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One application entity that listens on loopback. It accepts the sockets itself, because the toolkit takes no free port
 * of the system's choice and keeps no hold of its connections.
 */
final class LoopbackServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);
    private static final int PDU_LENGTH = 131_072;
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final Duration END = Duration.ofSeconds(5);

    private final Faults faults = new Faults();
    private final Traffic traffic = new Traffic();
    private final ServiceHandler services = new ServiceHandler();
    private final LoopbackSockets sockets;
    private final Connection connection;
    private final Connection dialer;
    private final ApplicationEntity entity;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("demo-timer").factory());

    /**
     * Takes the port; nothing is answered before {@link #start}.
     *
     * @param port 0 for a free one
     * @param abstractSyntaxes which presentation contexts to accept
     */
    LoopbackServer(String aeTitle, int port, Predicate<String> abstractSyntaxes) throws IOException {
        Toolkit.prepare();
        sockets = new LoopbackSockets(port, traffic);
        connection = configured(new Connection(aeTitle, "127.0.0.1", sockets.port()));
        dialer = configured(sockets.dialer());
        entity = new OpenEntity(aeTitle, abstractSyntaxes);
        device().addApplicationEntity(entity);
        entity.addConnection(connection);
        services.addService(new BasicCEchoSCP());
    }

    void offer(ImageService service) {
        services.addService(service);
    }

    void start() {
        workers.execute(this::acceptUntilClosed);
    }

    Faults faults() {
        return faults;
    }

    Traffic traffic() {
        return traffic;
    }

    String aeTitle() {
        return entity.getAETitle();
    }

    int port() {
        return sockets.port();
    }

    /** Runs the work on a thread of its own. Whoever hangs up in the middle of it makes it fail, which is nothing special. */
    void execute(Runnable work) {
        workers.execute(() -> {
            try {
                work.run();
            } catch (InternalException e) {
                LOG.debug("The peer hung up: {}", e.getMessage());
            }
        });
    }

    /** Waits, but not beyond the server's end. */
    void pause(Duration duration) throws IOException {
        try {
            if (duration.isPositive() && closing.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the server is closing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server is closing", e);
        }
    }

    /** Opens an association to another server. */
    Association connect(InetSocketAddress address, AAssociateRQ request) throws IOException {
        Connection remote = new Connection(request.getCalledAET(), address.getHostString(), address.getPort());
        dialer.setMaxOpsInvoked(faults.window());
        try {
            return entity.connect(dialer, remote, request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while connecting", e);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        sockets.close();
        workers.shutdownNow();
        timer.shutdownNow();
        try {
            if (!workers.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The simulated server {} still works on something", entity.getAETitle());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Device device() {
        Device device = new Device("demo");
        device.setExecutor(workers);
        device.setScheduledExecutor(timer);
        device.setAssociationHandler(new Doorkeeper(faults, traffic));
        device.setDimseRQHandler(services);
        device.addConnection(connection);
        device.addConnection(dialer);
        return device;
    }

    private static Connection configured(Connection connection) {
        connection.setTcpNoDelay(true);
        connection.setReceivePDULength(PDU_LENGTH);
        connection.setSendPDULength(PDU_LENGTH);
        connection.setRequestTimeout(TIMEOUT_MILLIS);
        connection.setAcceptTimeout(TIMEOUT_MILLIS);
        connection.setResponseTimeout(TIMEOUT_MILLIS);
        connection.setReleaseTimeout(TIMEOUT_MILLIS);
        return connection;
    }

    private void acceptUntilClosed() {
        while (!sockets.isClosed()) {
            try {
                welcome(sockets.accept());
            } catch (IOException e) {
                LOG.debug("A simulated server stopped listening: {}", e.getMessage());
            }
        }
    }

    private void welcome(Socket socket) throws IOException {
        if (!faults.isSilent()) {
            AdvancedHandler.INSTANCE.onAccept(connection, socket);
        }
    }
}
