package org.priorfetch.engine.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Dated copies beside a file; the last {@value #KEPT} are kept. */
final class Backups {

    static final int KEPT = 20;

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss", Locale.ROOT);
    private static final String ENDING = ".bak";

    private final Path file;

    Backups(Path file) {
        this.file = file;
    }

    void keep(LocalDateTime now) throws IOException {
        Files.copy(file, unused(now), StandardCopyOption.COPY_ATTRIBUTES);
        List<Path> all = all();
        for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) {
            Files.delete(old);
        }
    }

    /** Two within one second are both kept. */
    private Path unused(LocalDateTime now) {
        String stem = file.getFileName() + "." + STAMP.format(now);
        return Stream.iterate(1, count -> count + 1)
                .map(count -> file.resolveSibling(stem + (count == 1 ? "" : "_" + count) + ENDING))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
    }

    /** The oldest first. */
    private List<Path> all() throws IOException {
        String begin = file.getFileName() + ".";
        try (Stream<Path> siblings = Files.list(file.toAbsolutePath().getParent())) {
            return siblings.filter(path -> path.getFileName().toString().startsWith(begin))
                    .filter(path -> path.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }
}
