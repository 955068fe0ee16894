package org.priorfetch.engine.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicBoolean;

import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk that takes nothing more while it is full; H2 opens it as {@code fulldisk:path}, and makes more of it. */
public final class FullDisk extends FilePathWrapper {

    static final String SCHEME = "fulldisk";

    private static final AtomicBoolean FULL = new AtomicBoolean();

    static FullDisk register() {
        FullDisk disk = new FullDisk();
        FilePath.register(disk);
        return disk;
    }

    void unregister() {
        clear();
        FilePath.unregister(this);
    }

    void fill() {
        FULL.set(true);
    }

    void clear() {
        FULL.set(false);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    private static final class Channel extends FileBaseDefault {

        private final FileChannel disk;

        Channel(FileChannel disk) {
            this.disk = disk;
        }

        private FileChannel forWriting() throws IOException {
            if (FULL.get()) {
                throw new IOException("No space left on device");
            }
            return disk;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            return forWriting().write(source, position);
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return disk.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return disk.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            disk.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            forWriting().force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return disk.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            disk.close();
        }
    }
}
