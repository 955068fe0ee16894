package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.dicom.AssociationPool;
import org.priorfetch.engine.dicom.Deadlines;
import org.priorfetch.engine.dicom.DicomNode;
import org.priorfetch.engine.dicom.Peer;
import org.priorfetch.engine.dicom.StorageScp;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.port.WindowMemory;
import org.priorfetch.engine.settings.SelfSettings;

/** We as a DICOM node, with our own port where we listen, and the associations to every peer. */
final class DimseLines implements AutoCloseable {

    private final DicomNode node;
    private final Deadlines deadlines;
    private final @Nullable StorageScp storage;
    private final List<AssociationPool> pools = new ArrayList<>();
    private final Map<String, AssociationPool> budgeted = new HashMap<>();

    /**
     * @param listen whether our storage SCP is to be opened where the site has one
     * @throws IOException when its port is taken
     */
    DimseLines(SelfSettings self, Path spoolFolder, boolean listen, Deadlines deadlines) throws IOException {
        this.deadlines = deadlines;
        this.node = new DicomNode(self.aeTitle(), spoolFolder);
        this.storage = listen ? listen(self) : null;
    }

    private @Nullable StorageScp listen(SelfSettings self) throws IOException {
        Integer port = self.port();
        try {
            return port == null ? null : new StorageScp(node, self.host(), port, self.tls(), deadlines);
        } catch (IOException taken) {
            node.close();
            throw taken;
        }
    }

    /** Where archives send to; null where we listen on nothing. */
    @Nullable
    StorageScp storage() {
        return storage;
    }

    /** To a peer that is asked little. */
    AssociationPool open(Peer peer) {
        AssociationPool pool = new AssociationPool(node, peer, SourceBudget.DEFAULT, deadlines);
        pools.add(pool);
        return pool;
    }

    /** To a peer whose limits may change. */
    AssociationPool open(Peer peer, SourceBudget budget) {
        AssociationPool pool = new AssociationPool(node, peer, budget, deadlines);
        pools.add(pool);
        budgeted.put(pool.name(), pool);
        return pool;
    }

    /** From now on this is told the name of a peer that is asked something while images take all that it bears. */
    void whenCrowded(Consumer<String> listener) {
        budgeted.forEach((name, pool) -> pool.whenCrowded(() -> listener.accept(name)));
    }

    List<AssociationPool> all() {
        return List.copyOf(pools);
    }

    /** From now on no more is asked of the peers; associations that stand go on within that. */
    void change(Map<String, SourceBudget> budgets) {
        budgeted.forEach((name, pool) -> pool.change(budgets.getOrDefault(name, SourceBudget.DEFAULT)));
    }

    /** Who bears no question for an operations window is remembered there. */
    void rememberWindowsIn(WindowMemory memory) {
        node.rememberWindowsIn(memory);
    }

    @Override
    public void close() throws IOException {
        pools.forEach(AssociationPool::close);
        if (storage != null) {
            storage.close();
        }
        node.close();
    }
}
