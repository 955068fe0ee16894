package org.priorfetch.engine.store;

import static org.priorfetch.engine.store.Samples.NOON;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.port.Repositories;

/** For tests of what is stored in a home folder of its own, at noon. */
abstract class OpenStore {

    @TempDir
    Path home;
    Repositories store;

    @BeforeEach
    final void openTheStore() {
        store = DatabaseStore.open(home, InstantSource.fixed(NOON));
    }

    @AfterEach
    final void closeTheStore() {
        store.close();
    }

    /** As the next start finds it. */
    final Repositories reopened() {
        store.close();
        openTheStore();
        return store;
    }
}
