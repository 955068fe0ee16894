package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.transfer.Pause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pauses the transfers, and keeps when a pause ends in the file {@code paused-until} of the home folder. A pause without an
 * end is not kept: a forgotten one must not outlast a restart.
 */
final class Pauses {

    private static final Logger LOG = LoggerFactory.getLogger(Pauses.class);
    private static final String FILE = "paused-until";

    private final Consumer<Pause> transfers;
    private final Path file;

    Pauses(Consumer<Pause> transfers, Path home) {
        this.transfers = transfers;
        this.file = home.resolve(FILE);
    }

    /** Takes up the pause that was in force when the program ended. */
    synchronized void resume() {
        Instant until = kept();
        if (until != null) {
            transfers.accept(new Pause(true, until));
        }
    }

    synchronized void pause(Pause wanted) {
        transfers.accept(wanted);
        keep(wanted.on() ? wanted.until() : null);
    }

    private @Nullable Instant kept() {
        try {
            return Instant.parse(Files.readString(file).strip());
        } catch (NoSuchFileException none) {
            return null;
        } catch (IOException | DateTimeException unreadable) {
            LOG.warn("Until when to pause cannot be read from {}, so there is no pause.", file);
            return null;
        }
    }

    private void keep(@Nullable Instant until) {
        try {
            if (until == null) {
                Files.deleteIfExists(file);
            } else {
                Path fresh = file.resolveSibling(FILE + ".new");
                Files.writeString(fresh, until.toString());
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            LOG.warn("Until when to pause cannot be kept in {}: a restart would not know it.", file, failure);
        }
    }
}
