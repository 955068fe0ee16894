package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.TransferCommand.FetchStudy;
import org.priorfetch.engine.demo.SlowLine;
import org.priorfetch.engine.dicom.Deadlines;
import org.priorfetch.engine.dicom.Dump;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.dicom.VariedObjects;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;

/** A site whose source speaks DICOMweb. */
@NeedsTools({"Orthanc", "dcmdump", "dcmconv", "dcmcjpeg", "dcmcjpls", "dcmcrle"})
class WebSourceInteropTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;
    private OrthancServer source;
    private OrthancServer pacs;

    @BeforeEach
    void start() {
        source = OrthancServer.start("WEB");
        pacs = OrthancServer.start("LOCALPACS");
    }

    @AfterEach
    void stop() {
        source.close();
        pacs.close();
    }

    private SiteSettings site(String url) throws IOException {
        Path site = Files.writeString(folder.resolve("site.yaml"), """
                self: {aeTitle: PRIORFETCH, host: 127.0.0.1}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: %d}
                sources:
                  - {name: web, type: dicomweb, url: "%s/dicom-web", accessions: same}
                """.formatted(pacs.dicomPort(), url));
        return ((ReadResult.Valid) SiteSettingsReader.read(site)).settings();
    }

    private static void assertFetched(PrefetchEngine engine, String studyUid) throws Exception {
        engine.submit(new FetchStudy(studyUid, "web", null));
        await().atMost(SOON)
                .until(() -> engine.snapshot().transfers().stream().allMatch(one -> one.state().isTerminal()));
        assertThat(engine.snapshot().transfers()).singleElement()
                .satisfies(
                        one -> assertThat(one.state()).as("%s", one.reason()).isEqualTo(TransferState.COMPLETE));
    }

    @Test
    void everythingArrivesAsItWas() throws Exception {
        List<Path> sent = VariedObjects.writeForOrthanc(folder.resolve("files"));
        sent.forEach(source::upload);
        try (PrefetchEngine engine = new LocalHost(Optional::empty).compose(folder, site(source.url()))) {
            assertFetched(engine, VariedObjects.STUDY);
        }
        assertThat(pacs.sopInstanceUids()).hasSameSizeAs(sent);
        for (Path file : sent) {
            Path copy = pacs.download(file.getFileName().toString().replace(".dcm", ""), folder.resolve("copy.dcm"));
            List<String> before = Dump.of(file);
            List<String> after = Dump.of(copy);
            if (before.getFirst().endsWith("Implicit")) { // where DCMTK, in the PACS, writes sequences anew
                assertThat(Dump.plainElements(after)).isEqualTo(Dump.plainElements(before)).hasSizeGreaterThan(15);
            } else {
                assertThat(after.equals(before)).as("%s", file.getFileName()).isTrue();
            }
        }
    }

    @Test
    void aLineThatBreaksIsResumedWhereItBroke() throws Exception {
        ImageFile.writeStudy(folder.resolve("files"), "2.25.100", 1, 40, 400_000);
        try (var files = Files.list(folder.resolve("files"))) {
            files.forEach(source::upload);
        }
        int port = Integer.parseInt(source.url().replaceFirst(".*:", ""));
        try (SlowLine line = SlowLine.to(port, Duration.ZERO, null);
                PrefetchEngine engine = new LocalHost(Optional::empty).compose(folder,
                        site("http://127.0.0.1:" + line.port()))) {
            line.resetAfter(12_000_000);
            assertFetched(engine, "2.25.100");
            assertThat(pacs.sopInstanceUids()).hasSize(40);
            assertThat(line.carriedBack()).isLessThan(40 * 400_000 + 6_000_000);
        }
    }

    @Test
    void theDoctorFindsItWell() throws Exception {
        source.upload(new ImageFile("2.25.100", 1, 1).write(folder.resolve("files")));
        try (SiteConnections connections = new SiteConnections(site(source.url()), folder, false, new SystemClock(),
                Deadlines.DEFAULT)) {
            PeerCheck check = connections.probes()
                    .stream()
                    .filter(probe -> probe.name().equals("web"))
                    .findFirst()
                    .orElseThrow()
                    .probe();
            assertThat(check.steps()).allMatch(ProbeStep::ok);
            assertThat(check.steps()).filteredOn(step -> !step.skipped())
                    .extracting(ProbeStep::step)
                    .containsExactly(CheckStep.NAME.word(), CheckStep.TCP.word(), CheckStep.FIND.word(),
                            CheckStep.RETRIEVE.word());
        }
    }

    @Test
    void theDoctorSaysWhatIsWrong() throws Exception {
        try (SiteConnections connections = new SiteConnections(site(source.url() + "/nowhere"), folder, false,
                new SystemClock(), Deadlines.DEFAULT)) {
            PeerCheck check = connections.probes()
                    .stream()
                    .filter(probe -> probe.name().equals("web"))
                    .findFirst()
                    .orElseThrow()
                    .probe();
            assertThat(check.steps().getLast()).satisfies(step -> {
                assertThat(step.ok()).isFalse();
                assertThat(step.step()).isEqualTo("find");
                assertThat(Objects.requireNonNull(step.advice()).text()).contains("/nowhere/dicom-web");
            });
        }
    }
}
