package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

import org.priorfetch.engine.port.InstanceSpool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A count in a file of its own. What the disk does not take is not kept, and disturbs nobody. */
final class TallyFile implements InstanceSpool.Tally {

    private static final Logger LOG = LoggerFactory.getLogger(TallyFile.class);
    private static final String NAME_ENDS = ".tally";

    /** Bytes; less than that is not worth a write. */
    private static final long STEP = 1 << 18;

    private final Path path;
    private final RandomAccessFile file;
    private long count;
    private long written;
    private boolean closed;

    TallyFile(Path folder, String prefix) throws IOException {
        this.path = Files.createTempFile(folder, prefix, NAME_ENDS);
        this.file = new RandomAccessFile(path.toFile(), "rw"); // which, unlike a channel, no interrupt closes
    }

    static boolean is(Path path) {
        return path.toString().endsWith(NAME_ENDS);
    }

    /** What one says that nobody closed; 0 where it was never written. */
    static long read(Path path) throws IOException {
        byte[] content = Files.readAllBytes(path);
        return content.length == Long.BYTES ? Math.max(0, ByteBuffer.wrap(content).getLong()) : 0;
    }

    @Override
    public synchronized void add(long bytes) {
        count += bytes;
        if (!closed && Math.abs(count - written) >= STEP) {
            write();
        }
    }

    private void write() {
        written = count;
        try {
            file.seek(0);
            file.write(ByteBuffer.allocate(Long.BYTES).putLong(count).array());
        } catch (IOException full) {
            LOG.debug("A tally could not be written: {}", full.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            file.close();
            Files.deleteIfExists(path);
        } catch (IOException keptUntilNextStart) {
            LOG.warn("A tally could not be removed: {}", keptUntilNextStart.toString());
        }
    }
}
