package org.priorfetch.engine.dicom;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.DicomText;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceSpool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Instances as files of their bare data sets in one folder, which belongs to one process. */
public final class FileSpool implements InstanceSpool {

    private static final Logger LOG = LoggerFactory.getLogger(FileSpool.class);

    /** Bytes that are written at a time. */
    private static final int BUFFER = 1 << 16;

    /** Parts the UID of the study from the rest of a file's name. */
    private static final String AFTER_STUDY = "_";

    private final Path folder;
    private final Map<String, Long> leftBehind = new ConcurrentHashMap<>();

    /** Takes the folder over; what an earlier process left there is removed. */
    public FileSpool(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        List<Path> leftovers;
        try (Stream<Path> files = Files.list(folder)) {
            leftovers = files.filter(Files::isRegularFile).toList();
        }
        for (Path leftover : leftovers) {
            takeOver(leftover);
        }
    }

    /** Whoever had it before may just be removing it. */
    private void takeOver(Path leftover) throws IOException {
        try {
            leftBehind.merge(studyOf(leftover),
                    TallyFile.is(leftover) ? TallyFile.read(leftover) : Files.size(leftover),
                    Long::sum);
            Files.deleteIfExists(leftover);
        } catch (NoSuchFileException gone) {
            LOG.debug("{} is gone already", leftover.getFileName());
        }
    }

    private static String studyOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, Math.max(0, name.indexOf(AFTER_STUDY)));
    }

    @Override
    public long leftBehind(String studyInstanceUid) {
        Long bytes = leftBehind.remove(studyInstanceUid);
        return bytes == null || studyInstanceUid.isEmpty() ? 0 : bytes;
    }

    @Override
    public Tally tally(String studyInstanceUid) {
        try {
            return new TallyFile(folder, prefix(studyInstanceUid));
        } catch (IOException full) {
            LOG.debug("No tally is kept: {}", full.getMessage());
            return InstanceSpool.super.tally(studyInstanceUid);
        }
    }

    @Override
    public Spooled keep(InstanceInFlight instance) throws IOException {
        Path file = Files.createTempFile(folder, prefix(instance.header().studyInstanceUid()), ".dataset");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
                instance.writeTo(out, AttributeChanges.NONE);
            }
            return new SpooledFile(file, Files.size(file), instance.header(), instance.transferSyntaxUid());
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    /** Whatever else a peer calls a study does not get into the name of a file. */
    private static String prefix(String study) {
        return (DicomText.mayBeUid(study) ? study : "") + AFTER_STUDY;
    }

    private final class SpooledFile implements Spooled {

        private final Path file;
        private final long bytes;
        private final InstanceHeader header;
        private final String transferSyntaxUid;

        SpooledFile(Path file, long bytes, InstanceHeader header, String transferSyntaxUid) {
            this.file = file;
            this.bytes = bytes;
            this.header = header;
            this.transferSyntaxUid = transferSyntaxUid;
        }

        @Override
        public InstanceHeader header() {
            return header;
        }

        @Override
        public long bytes() {
            return bytes;
        }

        @Override
        public <T, X extends Exception> T replay(Action<T, X> action) throws IOException, X {
            try (InputStream in = Files.newInputStream(file);
                    ArrivingInstance instance = ArrivingInstance.read(in, transferSyntaxUid, folder)) {
                return action.on(instance);
            }
        }

        @Override
        public void discard() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException keptUntilNextStart) {
                LOG.warn("A spooled file could not be removed: {}", keptUntilNextStart.toString());
            }
        }
    }
}
