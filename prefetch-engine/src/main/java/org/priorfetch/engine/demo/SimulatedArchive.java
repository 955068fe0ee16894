package org.priorfetch.engine.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.aoju.bus.image.UID;

/**
 * An archive or PACS on loopback: C-ECHO, C-FIND and C-GET and C-MOVE of the Study Root model at study, series and image
 * level, C-STORE, and storage commitment on demand. It holds the part 10 files of a folder; what it takes goes there too.
 */
public final class SimulatedArchive implements AutoCloseable {

    private static final Set<String> SERVICES = Set.of(UID.VerificationSOPClass,
            UID.StudyRootQueryRetrieveInformationModelFIND, UID.StudyRootQueryRetrieveInformationModelGET,
            UID.StudyRootQueryRetrieveInformationModelMOVE);
    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

    private final LoopbackServer server;
    private final InstantSource clock;
    private final InstanceIndex index;
    private final Map<String, InetSocketAddress> destinations = new ConcurrentHashMap<>();

    private SimulatedArchive(String aeTitle, Path folder, int port, InstantSource clock) throws IOException {
        this.clock = clock;
        index = new InstanceIndex(clock);
        addFolder(Files.createDirectories(folder));
        server = new LoopbackServer(aeTitle, port,
                syntax -> offers(syntax) || syntax.startsWith(STORAGE) || commits(syntax));
        server.offer(new FindService(UID.StudyRootQueryRetrieveInformationModelFIND, server,
                keys -> index.find(QueryLevel.ofQuery(keys), keys)));
        server.offer(new GetService(server, index));
        server.offer(new MoveService(server, index, destinations));
        server.offer(new StoreService(server, folder, this::keep));
        server.offer(new CommitmentService(server, index, destinations));
    }

    private boolean offers(String syntax) {
        boolean get = syntax.equals(UID.StudyRootQueryRetrieveInformationModelGET);
        return SERVICES.contains(syntax) && !(get && server.faults().isWithoutGet());
    }

    private boolean commits(String syntax) {
        return syntax.equals(UID.StorageCommitmentPushModelSOPClass) && server.faults().commitments().isOffered();
    }

    /** Starts one on a free port. */
    public static SimulatedArchive start(String aeTitle, Path folder) throws IOException {
        return start(aeTitle, folder, 0, InstantSource.system());
    }

    /**
     * Starts one.
     *
     * @param folder its part 10 files, named {@code *.dcm}; made where it does not exist
     * @param port 0 for a free one
     * @param clock for {@link Faults#indexDelay}
     * @throws IOException when the port is taken or a file cannot be read
     */
    public static SimulatedArchive start(String aeTitle, Path folder, int port, InstantSource clock)
            throws IOException {
        SimulatedArchive archive = new SimulatedArchive(aeTitle, folder, port, clock);
        archive.server.start();
        return archive;
    }

    public String aeTitle() {
        return server.aeTitle();
    }

    public int port() {
        return server.port();
    }

    public Faults faults() {
        return server.faults();
    }

    public Traffic traffic() {
        return server.traffic();
    }

    /** Allows C-MOVE to an application entity on loopback. */
    public void destination(String aeTitle, int port) {
        destinations.put(aeTitle, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** Holds one more part 10 file, which stays where it is. */
    public void add(Path file) throws IOException {
        index.add(StoredInstance.read(file));
    }

    /** Holds the part 10 files of a folder and those below it, named {@code *.dcm}, which stay where they are. */
    public void addFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".dcm")).sorted().toList();
            found.parallelStream().map(SimulatedArchive::read).toList().forEach(index::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Shows what {@link Faults#indexDelay} still hides. */
    public void releaseIndex() {
        index.showAll();
    }

    /** SOP Instance UIDs of all that it holds, also of what its index does not show yet. */
    public Set<String> sopInstanceUids() {
        return index.sopInstanceUids();
    }

    /** The part 10 file of an instance. */
    public Optional<Path> file(String sopInstanceUid) {
        return index.instance(sopInstanceUid).map(StoredInstance::file);
    }

    @Override
    public void close() {
        server.close();
    }

    private void keep(StoredInstance instance) {
        Duration delay = faults().indexDelay();
        if (delay.isPositive()) {
            boolean held = delay.equals(Faults.UNTIL_RELEASED);
            index.addLate(instance, held ? Instant.MAX : clock.instant().plus(delay));
        } else {
            index.add(instance);
        }
    }

    private static StoredInstance read(Path file) {
        try {
            return StoredInstance.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
