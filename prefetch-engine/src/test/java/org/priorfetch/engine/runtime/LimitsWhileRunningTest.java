package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.AdminKey;
import org.priorfetch.engine.api.Passphrase;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.SaveAnswer;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.SiteReport;
import org.priorfetch.engine.api.TransferCommand.FetchStudy;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.demo.SimulatedArchive;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteSection;
import org.priorfetch.engine.model.TransferState;

/** Settings that change while a study is on its way. */
@Timeout(180)
class LimitsWhileRunningTest {

    private static final String STUDY = "2.25.77";
    private static final int INSTANCES = 12;
    private static final int PIXEL_BYTES = 500_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;
    private Path home;
    private PrefetchEngine engine;
    private SimulatedArchive pacs;
    private SimulatedArchive archive;
    private AdminKey key;

    @BeforeEach
    void fetchSlowly() throws Exception {
        home = Files.createDirectories(folder.resolve("home"));
        ImageFile.writeStudy(folder.resolve("archive"), STUDY, 2, INSTANCES / 2, PIXEL_BYTES);
        archive = SimulatedArchive.start("ARCHIVE", folder.resolve("archive"));
        pacs = SimulatedArchive.start("PACS", folder.resolve("pacs"));
        engine = new LocalHost(Optional::empty).composeWithoutSettings(home);
        engine.start();
        SiteForm form = new SiteForm(SiteSection.of(Map.of("aeTitle", "PRIORFETCH")), peer("PACS", pacs.port()),
                List.of(), List.of(source().with("limit", "2 Mbit/s")), SiteSection.of(Map.of()));
        assertThat(engine.submit(new SiteCommand.SaveSite("", form, null))).isEqualTo(SaveAnswer.SAVED);
        key = engine.submit(new SiteCommand.SetPassphrase(null, new Passphrase("seven grey geese")));
        engine.submit(new FetchStudy(STUDY, "archive", null, List.of()));
        await().atMost(PATIENCE).until(() -> transfer().bytes() > 0);
    }

    @AfterEach
    void end() {
        engine.close();
        archive.close();
        pacs.close();
    }

    private static SiteSection peer(String aeTitle, int port) {
        return SiteSection.of(Map.of("aeTitle", aeTitle, "host", "127.0.0.1", "port", String.valueOf(port)));
    }

    private SiteSection source() {
        return peer("ARCHIVE", archive.port()).with("name", "archive").with("type", "dimse");
    }

    private TransferView transfer() {
        return engine.snapshot().transfers().getFirst();
    }

    private void save(SiteSection... sources) throws Exception {
        SiteReport report = engine.submit(new SiteCommand.ReadSite());
        assertThat(engine.submit(
                new SiteCommand.SaveSite(report.version(), report.form().withSources(List.of(sources)), key)))
                .isEqualTo(SaveAnswer.SAVED);
    }

    private void awaitComplete() {
        await().atMost(PATIENCE).until(() -> transfer().state() == TransferState.COMPLETE);
    }

    private void assertCarriedOnce() {
        assertThat(pacs.traffic().stored()).hasSize(INSTANCES);
        assertThat(Set.copyOf(pacs.traffic().stored().values())).containsExactly(1);
        assertThat(pacs.traffic().fragments()).isZero();
    }

    /** At 2 Mbit/s it would take 24 s. */
    @Test
    void aLimitThatIsLiftedLetsGoAtOnceWhatIsOnItsWay() throws Exception {
        int associations = archive.traffic().associations();
        long begun = System.nanoTime();

        save(source());
        awaitComplete();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        assertThat(archive.traffic().sent()).hasSize(INSTANCES);
        assertThat(archive.traffic().associations() - associations).isLessThanOrEqualTo(4);
        assertThat(Set.copyOf(archive.traffic().sent().values())).containsExactly(1);
        assertThat(transfer().state()).isEqualTo(TransferState.COMPLETE);
        assertCarriedOnce();
    }

    /** Four lanes share 2 Mbit/s, so that their instances take longer than a peer is given to hear that it should stop. */
    @Test
    void whatIsOnItsWayArrivesBeforeAnotherEngineTakesOver() throws Exception {
        Path file = home.resolve("site.yaml");
        String site = Files.readString(file).replaceFirst(" +limit: 2 Mbit/s\\R", "");
        Files.writeString(file, site.replace("PRIORFETCH", "OTHERNAME"));

        awaitComplete();
        assertThat(Files.readString(file)).doesNotContain("Mbit");
        assertThat(archive.traffic().sent()).hasSize(INSTANCES);
        assertCarriedOnce();
    }
}
