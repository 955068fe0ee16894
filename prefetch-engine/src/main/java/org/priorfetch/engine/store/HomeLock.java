package org.priorfetch.engine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The ownership of a home folder by one process. The operating system ends it with the process, however that dies; the file
 * stays, because removing it would let two processes own two files of the same name.
 */
public final class HomeLock implements AutoCloseable {

    private static final String FILE = "priorfetch.lock";

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder, and creates it where it is absent.
     *
     * @throws HomeInUseException when another process, or another part of this one, has it
     * @throws StoreException when the folder cannot be created or written
     */
    public static HomeLock acquire(Path home) {
        HomeFolder folder = HomeFolder.create(home);
        try {
            return lock(folder);
        } catch (IOException unwritable) {
            throw folder.notWritable(unwritable);
        }
    }

    private static HomeLock lock(HomeFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.path().resolve(FILE), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        boolean owned = false;
        try {
            owned = channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            owned = false;
        } finally {
            if (!owned) {
                channel.close();
            }
        }
        if (!owned) {
            throw new HomeInUseException(folder.path());
        }
        return new HomeLock(channel);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
