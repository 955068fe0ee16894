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
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.api.ArchiveAnswer;
import org.priorfetch.engine.api.ArchiveCommand.SearchArchive;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.TransferCommand.FetchStudy;
import org.priorfetch.engine.demo.SlowLine;
import org.priorfetch.engine.dicom.Deadlines;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.dicom.VariedObjects;
import org.priorfetch.engine.model.ArchiveQuery;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.testing.NeedsTools;

/** A site whose source speaks DICOMweb. */
@NeedsTools({"Orthanc", "dcmdump", "dcmconv", "dcmcjpeg", "dcmcjpls", "dcmcrle"})
class WebSourceInteropTest extends TwoOrthancs {

    private SiteSettings site(String url) throws IOException {
        return settings("""
                self: {aeTitle: PRIORFETCH, host: 127.0.0.1}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: %d}
                sources:
                  - {name: web, type: dicomweb, url: "%s/dicom-web", accessions: same}
                """.formatted(pacs.dicomPort(), url));
    }

    @Test
    void everythingArrivesAsItWas() throws Exception {
        List<Path> sent = VariedObjects.writeForOrthanc(folder.resolve("files"));
        sent.forEach(source::upload);
        try (PrefetchEngine engine = new LocalHost(Optional::empty).compose(folder, site(source.url()))) {
            assertFetched(engine, VariedObjects.STUDY, "web");
        }
        assertArrivedAsTheyWere(sent, UnaryOperator.identity());
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
            assertFetched(engine, "2.25.100", "web");
            assertThat(pacs.sopInstanceUids()).hasSize(40);
            assertThat(line.carriedBack()).isLessThan(40 * 400_000 + 6_000_000);
        }
    }

    /** One request at a time, and 20 MB to come at 2 MB/s. */
    @Test
    void whoeverIsSearchedForDoesNotWaitForTheEndOfASeries() throws Exception {
        ImageFile.writeStudy(folder.resolve("files"), "2.25.100", 1, 100, 200_000);
        new ImageFile("2.25.200", 1, 1).stating("PatientID", "0815").write(folder.resolve("files"));
        try (var files = Files.list(folder.resolve("files"))) {
            files.forEach(source::upload);
        }
        int port = Integer.parseInt(source.url().replaceFirst(".*:", ""));
        try (SlowLine line = SlowLine.to(port, Duration.ZERO, 16_000_000L);
                PrefetchEngine engine = new LocalHost(Optional::empty).compose(folder, settings("""
                        self: {aeTitle: PRIORFETCH, host: 127.0.0.1}
                        pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: %d}
                        sources:
                          - {name: web, type: dicomweb, url: "http://127.0.0.1:%d/dicom-web", accessions: same,
                             associations: 1}
                        """.formatted(pacs.dicomPort(), line.port())))) {
            engine.submit(new FetchStudy("2.25.100", "web", null));
            await().atMost(SOON).until(() -> pacs.sopInstanceUids().size() > 3);
            ArchiveAnswer answer = engine.submit(new SearchArchive("1", "web",
                    new ArchiveQuery("", "0815", null, "", null, null, "", "")));
            assertThat(answer.failure()).isNull();
            assertThat(answer.studies()).hasSize(1);
            assertThat(pacs.sopInstanceUids()).hasSizeLessThan(60);
            await().atMost(SOON).until(() -> engine.snapshot().settled());
            assertThat(pacs.sopInstanceUids()).hasSize(100);
        }
    }

    private static PeerCheck checked(SiteConnections connections) {
        return connections.probes()
                .stream()
                .filter(probe -> probe.name().equals("web"))
                .findFirst()
                .orElseThrow()
                .probe();
    }

    @Test
    void theDoctorFindsItWell() throws Exception {
        source.upload(new ImageFile("2.25.100", 1, 1).write(folder.resolve("files")));
        try (SiteConnections connections = new SiteConnections(site(source.url()), folder, false, new SystemClock(),
                Deadlines.DEFAULT)) {
            PeerCheck check = checked(connections);
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
            PeerCheck check = checked(connections);
            assertThat(check.steps().getLast()).satisfies(step -> {
                assertThat(step.ok()).isFalse();
                assertThat(step.step()).isEqualTo("find");
                assertThat(Objects.requireNonNull(step.advice()).text()).contains("/nowhere/dicom-web");
            });
        }
    }

    @Test
    void theDoctorTriesItBesideDimse() throws Exception {
        source.upload(new ImageFile("2.25.100", 1, 1).write(folder.resolve("files")));
        try (SiteConnections connections = new SiteConnections(settings("""
                self: {aeTitle: PRIORFETCH, host: 127.0.0.1}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: %d}
                sources:
                  - {name: web, type: dimse, aeTitle: REGIONAL, host: 127.0.0.1, port: %d, web: "%s/dicom-web"}
                """.formatted(pacs.dicomPort(), source.dicomPort(), source.url())), folder, false, new SystemClock(),
                Deadlines.DEFAULT)) {
            PeerCheck check = checked(connections);
            assertThat(check.steps()).allMatch(ProbeStep::ok);
            assertThat(check.steps().getLast().step()).isEqualTo("web");
            assertThat(check.steps().getLast().detail().text()).isEqualTo("one image arrived");
        }
    }
}
