package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.AdminArea;
import org.priorfetch.engine.api.AdminKey;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.DeliveryFilter;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.NextStep;
import org.priorfetch.engine.api.Passphrase;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.api.ReviewCommand;
import org.priorfetch.engine.api.ReviewCommand.Choice;
import org.priorfetch.engine.api.RulesCommand;
import org.priorfetch.engine.api.RulesReport;
import org.priorfetch.engine.api.SaveAnswer;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.SiteReport;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.channel.ChannelClient;
import org.priorfetch.engine.demo.SimulatedArchive;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteSection;

/** A home folder that begins empty, with real archives around it. */
class SiteEngineTest {

    private static final Passphrase PASSPHRASE = new Passphrase("seven grey geese");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path home;
    @TempDir
    Path archives;
    private PrefetchEngine engine;
    private SimulatedArchive pacs;
    private SimulatedArchive archive;

    @BeforeEach
    void beginWithNothing() throws Exception {
        pacs = SimulatedArchive.start("PACS", Files.createDirectories(archives.resolve("pacs")));
        archive = SimulatedArchive.start("ARCHIVE", Files.createDirectories(archives.resolve("archive")));
        engine = new LocalHost(Optional::empty).composeWithoutSettings(home);
        engine.start();
    }

    @AfterEach
    void end() {
        engine.close();
        archive.close();
        pacs.close();
    }

    private SiteForm form(SiteSection... sources) {
        return new SiteForm(SiteSection.of(Map.of("aeTitle", "PRIORFETCH")), peer("PACS", pacs.port()), List.of(),
                List.of(sources), SiteSection.of(Map.of()));
    }

    private static SiteSection peer(String aeTitle, int port) {
        return SiteSection.of(Map.of("aeTitle", aeTitle, "host", "127.0.0.1", "port", String.valueOf(port)));
    }

    private SiteSection source(String name) {
        return peer("ARCHIVE", archive.port()).with("name", name).with("type", "dimse");
    }

    private SiteReport read() throws CommandFailedException {
        return engine.submit(new SiteCommand.ReadSite());
    }

    private SaveAnswer save(SiteForm form, @Nullable AdminKey key) throws CommandFailedException {
        return engine.submit(new SiteCommand.SaveSite(read().version(), form, key));
    }

    @Test
    void waitsForSettingsAndSaysSo() throws CommandFailedException {
        assertThat(engine.snapshot().configured()).isFalse();
        assertThat(read()).satisfies(report -> assertThat(report.exists()).isFalse())
                .satisfies(report -> assertThat(report.writable()).isTrue());
        assertThatThrownBy(() -> engine.submit(new TransferCommand.Pause(true, null)))
                .isInstanceOfSatisfying(CommandFailedException.class,
                        refusal -> assertThat(refusal.explanation().key()).isEqualTo("site.notConfigured"));
    }

    @Test
    void worksWithTheFirstSettingsThatAreSavedAndKeepsItsSubscribersAndItsChannel() throws Exception {
        List<Long> sequences = new CopyOnWriteArrayList<>();
        List<Boolean> configured = new CopyOnWriteArrayList<>();
        PrefetchEngine remote = ChannelClient.connect(home).orElseThrow();
        try (var _ = engine.subscribe(snapshot -> {
            sequences.add(snapshot.sequence());
            configured.add(snapshot.configured());
        })) {
            assertThat(save(form(source("archive")), null)).isEqualTo(SaveAnswer.SAVED);

            await().atMost(PATIENCE).until(() -> configured.contains(true));
            assertThat(remote.snapshot().configured()).isTrue();
            assertThat(sequences).isSorted();
            assertThat(Files.readString(home.resolve("site.yaml"))).contains("name: archive");
        }
    }

    @Test
    void asksASourceThatWasAddedWhileItRuns() throws Exception {
        save(form(source("archive")), null);
        AdminKey key = engine.submit(new SiteCommand.SetPassphrase(null, PASSPHRASE));
        SiteReport report = read();
        List<SiteSection> sources = new ArrayList<>(report.form().sources());
        sources.add(source("second"));

        assertThat(save(report.form().withSources(sources), key)).isEqualTo(SaveAnswer.SAVED);

        assertThat(engine.snapshot().sources()).extracting(peer -> peer.name()).containsExactly("archive", "second");
        assertThat(engine.submit(new SiteCommand.CheckPeers("second"))).singleElement()
                .satisfies(check -> assertThat(check.ok()).isTrue());
        assertThat(engine.snapshot().sources()).noneMatch(peer -> peer.state() == PeerState.UNREACHABLE);
    }

    @Test
    void aPauseWithoutAnEndOutlastsNewSettings() throws Exception {
        save(form(source("archive")), null);
        AdminKey key = engine.submit(new SiteCommand.SetPassphrase(null, PASSPHRASE));
        engine.submit(new TransferCommand.Pause(true, null));

        assertThat(save(form(source("archive"), source("second")), key)).isEqualTo(SaveAnswer.SAVED);
        assertThat(engine.snapshot().sources()).hasSize(2);
        assertThat(engine.snapshot().paused()).isTrue();
        assertThat(engine.snapshot().pausedUntil()).isNull();

        engine.submit(new TransferCommand.Pause(false, null));
        assertThat(save(form(source("archive")), key)).isEqualTo(SaveAnswer.SAVED);
        assertThat(engine.snapshot().paused()).isFalse();
    }

    @Test
    void reviewAndTheUndoListAreKeptForTheAdminOnlyWhenWished() throws Exception {
        save(form(source("archive")), null);
        AdminKey key = engine.submit(new SiteCommand.SetPassphrase(null, PASSPHRASE));
        ReviewCommand.Withdraw withdraw = new ReviewCommand.Withdraw(42, null);
        RecordCommand.ReadDeliveredUids uids = new RecordCommand.ReadDeliveredUids("2.25.1", null);
        assertThat(refusal(withdraw)).isNotEqualTo("admin.locked");
        assertThat(engine.submit(uids)).isEmpty();

        engine.submit(new SiteCommand.ProtectAreas(Set.of(AdminArea.REVIEW, AdminArea.UNDO_LIST), key));

        assertThat(refusal(withdraw)).isEqualTo("admin.locked");
        assertThat(refusal(new ReviewCommand.Decide("patient-1", Choice.SAME, "seen", null, null)))
                .isEqualTo("admin.locked");
        assertThat(refusal(new ReviewCommand.Settle("transfer-1", NextStep.RETRY, "", null, null)))
                .isEqualTo("admin.locked");
        assertThat(refusal(uids)).isEqualTo("admin.locked");
        assertThat(refusal(new RecordCommand.ReadDeliveries(DeliveryFilter.ALL, 0, 1, null)))
                .isEqualTo("admin.locked");
        assertThat(engine.submit(new RecordCommand.ReadDeliveries(DeliveryFilter.ALL, 0, 1, key)).rows()).isEmpty();
    }

    private String refusal(EngineCommand<?> command) {
        return catchThrowableOfType(CommandFailedException.class, () -> engine.submit(command)).explanation().key();
    }

    @Test
    void refusesWhatIsKeptForTheAdmin() throws Exception {
        assertThat(save(form(source("archive")), null).saved()).isTrue();
        assertLocked(null);

        AdminKey key = engine.submit(new SiteCommand.SetPassphrase(null, PASSPHRASE));
        assertThat(save(form(source("other")), key).saved()).isTrue();
        engine.submit(new SiteCommand.Lock(key));
        assertLocked(key);
    }

    private void assertLocked(@Nullable AdminKey key) {
        assertThatThrownBy(() -> save(form(source("third")), key))
                .isInstanceOfSatisfying(CommandFailedException.class,
                        refusal -> assertThat(refusal.explanation().key()).isEqualTo("admin.locked"));
    }

    @Test
    void goesOnWithTheOldSettingsWhenTheNewOnesCannotBeStarted() throws Exception {
        save(form(source("archive")), null);
        AdminKey key = engine.submit(new SiteCommand.SetPassphrase(null, PASSPHRASE));
        String before = Files.readString(home.resolve("site.yaml"));
        EngineSnapshot last = engine.snapshot();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SiteForm form = read().form();
            SaveAnswer answer = save(form.withSelf(form.self()
                    .with("host", "127.0.0.1")
                    .with("port", String.valueOf(taken.getLocalPort()))), key);

            assertThat(answer.refusal()).isNotNull()
                    .satisfies(why -> assertThat(why.key()).isEqualTo("runtime.portTaken"));
        }
        assertThat(home.resolve("site.yaml")).hasContent(before);
        assertThat(engine.snapshot().configured()).isTrue();
        assertThat(engine.snapshot().sequence()).isGreaterThan(last.sequence());
        assertThat(engine.submit(new SiteCommand.CheckPeers("archive"))).isNotEmpty();
    }

    @Test
    void writesNothingWhenTheFileHasChangedSinceItWasRead() throws Exception {
        save(form(source("archive")), null);
        AdminKey key = engine.submit(new SiteCommand.SetPassphrase(null, PASSPHRASE));
        SiteReport report = read();
        Files.writeString(home.resolve("site.yaml"), "\n# by hand\n", StandardOpenOption.APPEND);

        SaveAnswer answer = engine.submit(new SiteCommand.SaveSite(report.version(), report.form(), key));

        assertThat(answer.refusal()).isNotNull()
                .satisfies(why -> assertThat(why.key()).isEqualTo("site.changedMeanwhile"));
        assertThat(Files.readString(home.resolve("site.yaml"))).contains("# by hand");
    }

    @Test
    void saysThatAReadOnlyFileMayNotBeWritten() throws Exception {
        save(form(source("archive")), null);
        AdminKey key = engine.submit(new SiteCommand.SetPassphrase(null, PASSPHRASE));
        Files.setPosixFilePermissions(home.resolve("site.yaml"), PosixFilePermissions.fromString("r--r--r--"));

        assertThat(read().writable()).isFalse();
        assertThat(save(form(source("other")), key).refusal()).isNotNull()
                .satisfies(why -> assertThat(why.key()).isEqualTo("site.readOnly"));
    }

    @Test
    void answersProblemsAtTheirFieldsAndWritesNothing() throws IOException, CommandFailedException {
        SaveAnswer answer = save(form(source("archive").with("port", "0")), null);

        assertThat(answer.problems()).singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("sources.0.port"));
        assertThat(home.resolve("site.yaml")).doesNotExist();
        assertThat(engine.snapshot().configured()).isFalse();
    }

    @Test
    void savesRulesForTheAdminOnlyAndWorksWithThem() throws Exception {
        save(form(source("archive")), null);
        RulesReport report = engine.submit(new RulesCommand.ReadRules());
        RelevanceRules fewer = new RelevanceRules(3, Period.ofYears(2), List.of(new RelevanceRule("Hands", List.of(),
                List.of(BodyRegion.HAND), List.of(), 2, null)));
        assertThat(report.rules()).isEqualTo(RelevanceRules.DEFAULT);
        assertThatThrownBy(() -> engine.submit(new RulesCommand.SaveRules(report.version(), fewer, null)))
                .isInstanceOfSatisfying(CommandFailedException.class,
                        refusal -> assertThat(refusal.explanation().key()).isEqualTo("admin.locked"));

        AdminKey key = engine.submit(new SiteCommand.SetPassphrase(null, PASSPHRASE));
        PrefetchEngine remote = ChannelClient.connect(home).orElseThrow();
        assertThat(remote.submit(new RulesCommand.SaveRules(report.version(), fewer, key))).isEqualTo(SaveAnswer.SAVED);

        assertThat(remote.submit(new RulesCommand.ReadRules()).rules()).isEqualTo(fewer);
        assertThat(engine.submit(new RulesCommand.TryRules(fewer, 7)).appointments()).isZero();
        assertThat(read().form().relevance().get("maxPriors")).isEqualTo("3");
    }

    @Test
    void savesNoRulesIntoAFileThatHasChangedSinceTheyWereRead() throws Exception {
        save(form(source("archive")), null);
        AdminKey key = engine.submit(new SiteCommand.SetPassphrase(null, PASSPHRASE));
        RulesReport report = engine.submit(new RulesCommand.ReadRules());
        Files.writeString(home.resolve("site.yaml"), "\n# by hand\n", StandardOpenOption.APPEND);

        SaveAnswer answer = engine.submit(
                new RulesCommand.SaveRules(report.version(), new RelevanceRules(1, Period.ofDays(1)), key));

        assertThat(answer.refusal()).isNotNull()
                .satisfies(why -> assertThat(why.key()).isEqualTo("site.changedMeanwhile"));
        assertThat(engine.submit(new RulesCommand.ReadRules()).rules()).isEqualTo(RelevanceRules.DEFAULT);
    }

    @Test
    void readsNoRulesOutOfAFileThatIsWrong() throws Exception {
        Files.writeString(home.resolve("site.yaml"), "relevance: {maxPriors: many}\n");

        assertThatThrownBy(() -> engine.submit(new RulesCommand.ReadRules()))
                .isInstanceOfSatisfying(CommandFailedException.class,
                        refusal -> assertThat(refusal.explanation().key()).isEqualTo("site.rulesUnreadable"));
    }
}
