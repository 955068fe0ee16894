package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.settings.SiteFile;

@Timeout(60)
class SiteWatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path home;
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private SiteWatch watch(Path file, Duration poll) throws Exception {
        SiteFile content = new SiteFile(file);
        SiteWatch watch = new SiteWatch(file, content::version, () -> seen.add(content.version()), poll);
        watch.start();
        return watch;
    }

    /** As a container sees settings that somebody else keeps: the file is a link into a folder that is exchanged. */
    @Test
    void whatChangesBehindALinkIsSeen() throws Exception {
        Path first = Files.writeString(Files.createDirectories(home.resolve("one")).resolve("site.yaml"), "a: 1");
        Path second = Files.writeString(Files.createDirectories(home.resolve("two")).resolve("site.yaml"), "a: 2");
        Path data = Files.createSymbolicLink(home.resolve("data"), first.getParent());
        Path link = Files.createSymbolicLink(Files.createDirectories(home.resolve("mount")).resolve("site.yaml"),
                data.resolve("site.yaml"));
        try (var _ = watch(link, Duration.ofMillis(100))) {
            await().atMost(PATIENCE).until(() -> seen.size() == 1);
            Files.move(Files.createSymbolicLink(home.resolve("data2"), second.getParent()), data,
                    StandardCopyOption.ATOMIC_MOVE);
            await().atMost(PATIENCE).until(() -> seen.size() == 2);
        }
        assertThat(seen).containsExactly(new SiteFile(first).version(), new SiteFile(second).version());
    }

    @Test
    void theSystemTellsLongBeforeThePollWould() throws Exception {
        Path file = Files.writeString(home.resolve("site.yaml"), "a: 1");
        try (var _ = watch(file, Duration.ofHours(1))) {
            await().atMost(PATIENCE).until(() -> seen.size() == 1);
            Files.writeString(file, "a: 2");
            await().atMost(PATIENCE).until(() -> seen.size() >= 2);
        }
    }

    @Test
    void aDefectOfWhoIsToldEndsNothing() throws Exception {
        Path file = Files.writeString(home.resolve("site.yaml"), "a: 1");
        SiteFile content = new SiteFile(file);
        try (SiteWatch watch = new SiteWatch(file, content::version, () -> {
            seen.add(content.version());
            throw new IllegalStateException("a defect");
        }, Duration.ofMillis(50))) {
            watch.start();
            await().atMost(PATIENCE).until(() -> seen.size() == 1);
            Files.writeString(file, "a: 2");
            await().atMost(PATIENCE).until(() -> seen.size() >= 2);
        }
    }
}
