package org.priorfetch.engine.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;

/** A worklist on loopback, PS3.4 annex K. Its entries may change while it runs. */
public final class SimulatedWorklist implements AutoCloseable {

    private static final Set<String> SERVICES = Set.of(UID.VerificationSOPClass,
            UID.ModalityWorklistInformationModelFIND);

    private final LoopbackServer server;
    private final Map<String, WorklistEntry> entries = new ConcurrentSkipListMap<>();

    private SimulatedWorklist(String aeTitle, int port) throws IOException {
        server = new LoopbackServer(aeTitle, port, SERVICES::contains);
        server.offer(new FindService(UID.ModalityWorklistInformationModelFIND, server, this::find));
    }

    /** Starts one on a free port. */
    public static SimulatedWorklist start(String aeTitle) throws IOException {
        return start(aeTitle, 0);
    }

    /**
     * Starts one.
     *
     * @param port 0 for a free one
     */
    public static SimulatedWorklist start(String aeTitle, int port) throws IOException {
        SimulatedWorklist worklist = new SimulatedWorklist(aeTitle, port);
        worklist.server.start();
        return worklist;
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

    /** Adds the entry, or replaces the one with the same step ID. */
    public void put(WorklistEntry entry) {
        entries.put(entry.stepId(), entry);
    }

    public void remove(String stepId) {
        entries.remove(stepId);
    }

    /** All entries in the order of their step IDs. */
    public List<WorklistEntry> entries() {
        return List.copyOf(entries.values());
    }

    @Override
    public void close() {
        server.close();
    }

    private List<Attributes> find(Attributes keys) {
        KeyMatching matching = new KeyMatching(keys);
        return entries.values().stream().map(WorklistItems::of).filter(matching::matches).toList();
    }
}
