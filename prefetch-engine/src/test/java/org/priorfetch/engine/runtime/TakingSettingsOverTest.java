package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.admin.AdminLock;
import org.priorfetch.engine.api.AdminKey;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.Passphrase;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.SaveAnswer;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.cli.HomeUnusableException;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteSection;
import org.priorfetch.engine.settings.SiteFile;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.store.StoreException;

/** What becomes of the engine when the next one cannot be made, or cannot begin. */
class TakingSettingsOverTest {

    private enum Fault {
        NONE, MAKING, STARTING, DEFECT
    }

    private static StoreException broken() {
        return new StoreException(Message.of("site.notWritten", "x"), null);
    }

    private static final class ScriptedEngine implements PrefetchEngine {

        private final String pacs;
        private final Fault fault;
        private boolean closed;

        ScriptedEngine(String pacs, Fault fault) {
            this.pacs = pacs;
            this.fault = fault;
        }

        @Override
        public void start() {
            if (fault == Fault.STARTING) {
                throw broken();
            }
            if (fault == Fault.DEFECT) {
                throw new IllegalStateException("a defect");
            }
        }

        @Override
        public EngineSnapshot snapshot() {
            return new EngineSnapshot(1, Instant.EPOCH, false, false, List.of(), List.of(), List.of(), List.of(),
                    PeerStatus.unknown(PeerKind.PACS, pacs), null, List.of(), 0, true);
        }

        @Override
        public Subscription subscribe(Consumer<EngineSnapshot> listener) {
            return () -> {};
        }

        @Override
        public <R> R submit(EngineCommand<R> command) throws CommandFailedException {
            throw new CommandFailedException(Message.of("site.takingOver"));
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final List<ScriptedEngine> made = new ArrayList<>();
    private Fault fault = Fault.NONE;
    @TempDir
    private Path home;
    private SiteEngine engine;
    private AdminKey key;

    private final class ScriptedMaker extends EngineMaker {

        ScriptedMaker() {
            super(home, new SystemClock(), () -> "mk");
        }

        @Override
        PrefetchEngine make(SiteSettings settings) {
            Fault now = fault;
            fault = Fault.NONE;
            if (now == Fault.MAKING) {
                throw broken();
            }
            made.add(new ScriptedEngine(settings.pacs().aeTitle(), now));
            return made.getLast();
        }
    }

    @BeforeEach
    void workWithTheFirstSettings() throws HomeUnusableException, CommandFailedException {
        engine = new SiteEngine(new ScriptedMaker(), null, new AdminLock(home, Instant::now),
                new SiteFile(home.resolve("site.yaml")));
        engine.start();
        assertThat(engine.submit(new SiteCommand.SaveSite("", form("FIRST"), null))).isEqualTo(SaveAnswer.SAVED);
        key = engine.submit(new SiteCommand.SetPassphrase(null, new Passphrase("seven grey geese")));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static SiteForm form(String pacs) {
        SiteSection source = SiteSection.of(Map.of("name", "archive", "type", "dimse", "aeTitle", "ARCHIVE", "host",
                "127.0.0.1", "port", "104"));
        return new SiteForm(SiteSection.of(Map.of("aeTitle", "PRIORFETCH")),
                SiteSection.of(Map.of("aeTitle", pacs, "host", "127.0.0.1", "port", "104")), List.of(),
                List.of(source), SiteSection.of(Map.of()));
    }

    private SaveAnswer save(String pacs) throws CommandFailedException {
        String version = engine.submit(new SiteCommand.ReadSite()).version();
        return engine.submit(new SiteCommand.SaveSite(version, form(pacs), key));
    }

    private void assertWorksAsBefore(SaveAnswer answer, String why) throws IOException {
        assertThat(answer.refusal()).isNotNull().satisfies(refusal -> assertThat(refusal.key()).isEqualTo(why));
        assertThat(engine.snapshot().configured()).isTrue();
        assertThat(engine.snapshot().pacs().name()).isEqualTo("FIRST");
        assertThat(Files.readString(home.resolve("site.yaml"))).contains("FIRST").doesNotContain("SECOND");
        assertThat(made.getLast().closed).isFalse();
        assertThat(made.subList(0, made.size() - 1)).allMatch(earlier -> earlier.closed);
    }

    @Test
    void goesOnAsBeforeWhenTheNextOneCannotBeMade() throws Exception {
        fault = Fault.MAKING;
        assertWorksAsBefore(save("SECOND"), "site.notWritten");
        assertThat(made).hasSize(2);
    }

    @Test
    void goesOnAsBeforeAndClosesTheNextOneWhenItCannotBegin() throws Exception {
        fault = Fault.STARTING;
        assertWorksAsBefore(save("SECOND"), "site.notWritten");
        assertThat(made).hasSize(3);
    }

    @Test
    void goesOnAsBeforeAfterADefect() throws Exception {
        fault = Fault.DEFECT;
        assertWorksAsBefore(save("SECOND"), "runtime.defect");
        assertThat(save("SECOND")).isEqualTo(SaveAnswer.SAVED);
    }

    @Test
    void aFileWithAMistakeIsNoNewSite() throws Exception {
        Path other = Files.createDirectory(home.resolve("other"));
        Files.writeString(other.resolve("site.yaml"), "self: {\n");
        try (SiteEngine open = new SiteEngine(new ScriptedMaker(), null, new AdminLock(other, Instant::now),
                new SiteFile(other.resolve("site.yaml")))) {
            var report = open.submit(new SiteCommand.ReadSite());
            assertThat(report.exists()).isTrue();
            assertThat(report.problems()).isNotEmpty();
            assertThatThrownBy(() -> open.submit(new SiteCommand.SaveSite(report.version(), form("SECOND"), null)))
                    .isInstanceOf(CommandFailedException.class);
            AdminKey admin = open.submit(new SiteCommand.SetPassphrase(null, new Passphrase("seven grey geese")));
            assertThat(open.submit(new SiteCommand.SaveSite(report.version(), form("SECOND"), admin)).refusal())
                    .isNotNull();
            assertThat(other.resolve("site.yaml")).hasContent("self: {\n");
        }
    }

    @Test
    void whoeverWaitsIsToldAgainAndAgainThatTheProgramIsThere() {
        Set<Long> told = ConcurrentHashMap.newKeySet();
        try (IdleEngine idle = IdleEngine.withoutSettings(new AtomicLong(), new SystemClock());
                var _ = idle.subscribe(snapshot -> told.add(snapshot.sequence()))) {
            idle.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> told.size() >= 3);
            assertThat(idle.snapshot().configured()).isFalse();
        }
    }
}
