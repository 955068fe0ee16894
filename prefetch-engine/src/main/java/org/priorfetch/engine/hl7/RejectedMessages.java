package org.priorfetch.engine.hl7;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.priorfetch.engine.files.SafeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages that could not be taken, for the admin: each as it came, with a text that says why. Only the owner may read
 * them. The oldest go when there are too many.
 */
public final class RejectedMessages {

    static final int MOST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(RejectedMessages.class);
    private static final int LARGEST = 64 * 1024;
    private static final String MESSAGE = ".hl7";
    private static final String REASON = ".txt";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS",
            Locale.ROOT);

    private final Path folder;
    private final ZoneId zone;
    private long count;

    /** @param folder made when it is needed */
    public RejectedMessages(Path folder, ZoneId zone) {
        this.folder = folder;
        this.zone = zone;
    }

    /** At most 64 kB of a message are kept. A full disk is no reason not to answer. */
    synchronized void keep(String feed, byte[] content, MessageProblem problem, Instant at) {
        String name = STAMP.format(at.atZone(zone)) + mark(feed) + String.format(Locale.ROOT, "%04d", count++ % 10_000);
        String where = problem.place().segment().isEmpty() ? "" : problem.place() + ": ";
        try {
            Files.createDirectories(folder, ownerOnly());
            SafeFile.writePrivate(folder.resolve(name + MESSAGE), begin(content));
            SafeFile.writePrivate(folder.resolve(name + REASON),
                    (where + problem.explanation().text() + "\n").getBytes(StandardCharsets.UTF_8));
            forgetOldest();
        } catch (IOException failure) {
            LOG.warn("A message that could not be taken could not be kept either: {}",
                    String.valueOf(failure.getMessage()));
        }
    }

    private static String mark(String feed) {
        return "_" + feed.replaceAll("[^A-Za-z0-9._-]", "_") + "_";
    }

    /** How many are there of one feed that came later. */
    public synchronized int since(String feed, Instant from) {
        String first = STAMP.format(from.atZone(zone));
        Pattern ofFeed = Pattern.compile(
                "(.{" + first.length() + "})" + Pattern.quote(mark(feed)) + "[0-9]{4}" + Pattern.quote(MESSAGE));
        try {
            return (int) messages().stream()
                    .map(file -> ofFeed.matcher(file.getFileName().toString()))
                    .filter(name -> name.matches() && name.group(1).compareTo(first) > 0)
                    .count();
        } catch (IOException unreadable) {
            LOG.warn("The messages that could not be taken cannot be counted: {}",
                    String.valueOf(unreadable.getMessage()));
            return 0;
        }
    }

    /** The oldest first. */
    private List<Path> messages() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(MESSAGE)).sorted().toList();
        }
    }

    private static byte[] begin(byte[] content) {
        return content.length <= LARGEST ? content : Arrays.copyOf(content, LARGEST);
    }

    private void forgetOldest() throws IOException {
        List<Path> kept = messages();
        for (Path old : kept.subList(0, Math.max(0, kept.size() - MOST))) {
            Files.deleteIfExists(old);
            String name = old.getFileName().toString();
            Files.deleteIfExists(old.resolveSibling(name.substring(0, name.length() - MESSAGE.length()) + REASON));
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0];
    }
}
