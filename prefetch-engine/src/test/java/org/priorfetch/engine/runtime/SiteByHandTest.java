package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.admin.AdminLock;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.cli.HomeUnusableException;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.AlertKind;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteFile;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;

/** A {@code site.yaml} that is edited by hand while the engine runs. */
@Timeout(120)
class SiteByHandTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path home;
    private final AtomicInteger made = new AtomicInteger();
    private Path file;
    private PrefetchEngine engine;

    private final class CountingMaker extends EngineMaker {

        CountingMaker() {
            super(home, new SystemClock(), () -> "mk");
        }

        @Override
        PrefetchEngine make(SiteSettings settings) throws HomeUnusableException {
            made.incrementAndGet();
            return super.make(settings);
        }
    }

    @BeforeEach
    void start() throws Exception {
        file = home.resolve("site.yaml");
        Files.writeString(file, site("archive"));
        SiteSettings settings = ((ReadResult.Valid) SiteSettingsReader.read(file)).settings();
        engine = new SiteEngine(new CountingMaker(), settings, new AdminLock(home, Instant::now), new SiteFile(file));
        engine.start();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static String site(String... sources) {
        StringBuilder site = new StringBuilder("""
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: PACS, host: 127.0.0.1, port: 1}
                worklists: []
                sources:
                """);
        for (String source : sources) {
            site.append("  - {name: ").append(source).append(", type: dimse, aeTitle: A, host: 127.0.0.1, port: 1}\n");
        }
        return site.toString();
    }

    private List<String> sources() {
        return engine.snapshot().sources().stream().map(PeerStatus::name).toList();
    }

    private Optional<Alert> trouble() {
        return troubles(engine.snapshot()).findFirst();
    }

    private static Stream<Alert> troubles(EngineSnapshot snapshot) {
        return snapshot.alerts().stream().filter(alert -> alert.kind() == AlertKind.SETTINGS_WRONG);
    }

    private void awaitSources(String... names) {
        await().atMost(PATIENCE).until(() -> sources().equals(List.of(names)));
    }

    private void replace(String text) throws IOException {
        Path fresh = Files.writeString(home.resolve(".site.yaml.swp"), text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void isTakenOverWhenItIsWrittenOrReplaced() throws Exception {
        Files.writeString(file, site("archive", "second"));
        awaitSources("archive", "second");
        replace(site("second", "third"));
        awaitSources("second", "third");
        assertThat(trouble()).isEmpty();
        assertThat(made).hasValue(3);
    }

    @Test
    void whatIsWrongIsSaidWithItsPlaceAndTakenOverOnceItIsRight() throws Exception {
        List<Long> heard = new CopyOnWriteArrayList<>();
        try (var _ = engine.subscribe(snapshot -> heard.add(troubles(snapshot).count()))) {
            replace(site("archive", "second").replace("host: 127.0.0.1, port: 1}\nw",
                    "host: 127.0.0.1, port: many}\nw"));
            await().atMost(PATIENCE).until(() -> trouble().isPresent());

            Alert alert = trouble().orElseThrow();
            assertThat(alert.text().text()).contains("many");
            assertThat(alert.advice().text()).contains("line 2, column 46").contains(file.toString());
            assertThat(alert.advice().text(Locale.GERMAN)).contains("Zeile 2, Spalte 46");
            assertThat(sources()).containsExactly("archive");
            await().atMost(PATIENCE).until(() -> heard.contains(1L));

            Files.writeString(file, site("archive", "second"));
            awaitSources("archive", "second");
            await().atMost(PATIENCE).until(() -> trouble().isEmpty());
        }
    }

    @Test
    void aFileThatIsTakenAwayLeavesTheSettingsAndIsToldOf() throws Exception {
        Files.delete(file);
        await().atMost(PATIENCE).until(() -> trouble().isPresent());
        assertThat(sources()).containsExactly("archive");
        Files.writeString(file, site("archive"));
        await().atMost(PATIENCE).until(() -> trouble().isEmpty());
        assertThat(made).hasValue(1);
    }

    @Test
    void whatSaysTheSameChangesNothing() throws Exception {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        Files.writeString(file, "# by hand\n" + site("archive").replace("port: 1}\nw", "port: 1, limit: 5 Mbit/s}\nw"));
        Files.writeString(home.resolve("other.yaml"), "x");
        await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> made.get() == 1);
        Files.writeString(file, site("archive", "second"));
        awaitSources("archive", "second");
        assertThat(made).hasValue(2);
    }
}
