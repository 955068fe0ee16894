package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.priorfetch.engine.alert.AlertFacts.DiskSpace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much room there is where database, spool and log lie. */
record HomeDisk(Path home) {

    private static final Logger LOG = LoggerFactory.getLogger(HomeDisk.class);

    /** None when the system does not tell. */
    List<DiskSpace> space() {
        try {
            FileStore store = Files.getFileStore(home);
            long total = store.getTotalSpace();
            return total <= 0 ? List.of() : List.of(new DiskSpace(home.toString(), store.getUsableSpace(), total));
        } catch (IOException failure) {
            LOG.warn("How much room there is in {} cannot be told: {}", home, failure.getMessage());
            return List.of();
        }
    }
}
