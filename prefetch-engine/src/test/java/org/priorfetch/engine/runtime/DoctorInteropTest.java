package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.model.SiteSection;
import org.priorfetch.engine.testing.DcmtkArchive;
import org.priorfetch.engine.testing.DcmtkWorklist;
import org.priorfetch.engine.testing.FreePort;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;

/** The doctor at real systems whose settings nobody has saved yet. */
@NeedsTools({"Orthanc", "dcmqrscp", "storescu", "wlmscpfs", "dump2dcm"})
class DoctorInteropTest {

    private static final SiteSection SELF = SiteSection.of(Map.of("aeTitle", "PRIORFETCH"));

    @TempDir
    Path home;
    @TempDir
    Path images;
    private PrefetchEngine engine;

    @BeforeEach
    void withoutSettings() throws Exception {
        engine = new LocalHost(Optional::empty).composeWithoutSettings(home);
    }

    @AfterEach
    void end() {
        engine.close();
    }

    private List<ProbeStep> check(PeerKind kind, SiteSection self, SiteSection peer) throws CommandFailedException {
        List<ProbeStep> steps = new ArrayList<>();
        for (CheckStep step : CheckStep.AT_PEER) {
            steps.add(engine.submit(new SiteCommand.CheckPeer(kind, self, peer, step)));
        }
        return steps;
    }

    private static SiteSection peer(String aeTitle, int port) {
        return SiteSection.of(Map.of("aeTitle", aeTitle, "host", "127.0.0.1", "port", String.valueOf(port)));
    }

    private static SiteSection source(String aeTitle, int port) {
        return peer(aeTitle, port).with("type", "dimse");
    }

    @Test
    void seesAnImageArriveFromOrthanc() throws Exception {
        try (OrthancServer orthanc = OrthancServer.start("ORTHANC")) {
            orthanc.upload(image());

            List<ProbeStep> steps = check(PeerKind.SOURCE, SELF, source("ORTHANC", orthanc.dicomPort()));

            assertThat(steps).extracting(ProbeStep::step)
                    .containsExactly("name", "tcp", "tls", "association", "echo", "find", "retrieve");
            assertThat(steps).allMatch(ProbeStep::ok);
            assertThat(steps).filteredOn(ProbeStep::skipped).extracting(ProbeStep::step).containsExactly("tls");
            assertThat(leftInSpool()).isEmpty();
        }
    }

    @Test
    void seesAnImageArriveOnOurOwnPort() throws Exception {
        int port = FreePort.pick();
        try (DcmtkArchive archive = DcmtkArchive.start("ARCHIVE", Map.of("PRIORFETCH", port))) {
            archive.upload(image());
            SiteSection self = SELF.with("host", "127.0.0.1").with("port", String.valueOf(port));

            ProbeStep step = engine.submit(new SiteCommand.CheckPeer(PeerKind.SOURCE, self,
                    source("ARCHIVE", archive.port()).with("retrieve", "move"), CheckStep.RETRIEVE));

            assertThat(step.ok()).as("%s", step.detail().text()).isTrue();
            assertThat(step.skipped()).isFalse();
        }
    }

    @Test
    void saysWhyNoImageIsTried() throws Exception {
        try (DcmtkArchive empty = DcmtkArchive.start("ARCHIVE", Map.of())) {
            assertThat(engine.submit(new SiteCommand.CheckPeer(PeerKind.SOURCE, SELF,
                    source("ARCHIVE", empty.port()), CheckStep.RETRIEVE)))
                    .satisfies(step -> assertThat(step.detail().key()).isEqualTo("dicom.noStudy"));
            assertThat(check(PeerKind.PACS, SELF, peer("ARCHIVE", empty.port()))).allMatch(ProbeStep::ok)
                    .last()
                    .satisfies(step -> assertThat(step.detail().key()).isEqualTo("dicom.nothingToRetrieve"));
        }
    }

    @Test
    void findsNothingWrongWithAWorklist() throws Exception {
        try (DcmtkWorklist worklist = DcmtkWorklist.start("RIS")) {
            assertThat(check(PeerKind.WORKLIST, SELF, peer("RIS", worklist.port()).with("type", "mwl")))
                    .allMatch(ProbeStep::ok);
        }
    }

    @Test
    void advisesWhatToDoWhenAStepFails() throws Exception {
        try (DcmtkArchive archive = DcmtkArchive.start("ARCHIVE", Map.of())) {
            ProbeStep refused = engine.submit(new SiteCommand.CheckPeer(PeerKind.SOURCE, SELF,
                    source("OTHER", archive.port()), CheckStep.ASSOCIATION));
            assertThat(refused.ok()).isFalse();
            assertThat(refused.advice()).isNotNull()
                    .satisfies(advice -> assertThat(advice.text()).contains("PRIORFETCH", "OTHER"));
        }
        ProbeStep closed = engine.submit(new SiteCommand.CheckPeer(PeerKind.SOURCE, SELF,
                source("ARCHIVE", FreePort.pick()), CheckStep.TCP));
        assertThat(closed.ok()).isFalse();
        assertThat(closed.advice()).isNotNull();
    }

    @Test
    void refusesValuesThatCannotBeUsed() {
        assertThatThrownBy(() -> engine.submit(new SiteCommand.CheckPeer(PeerKind.SOURCE, SELF,
                source("ARCHIVE", 70_000), CheckStep.TCP)))
                .isInstanceOfSatisfying(CommandFailedException.class,
                        refusal -> assertThat(refusal.explanation().key()).isEqualTo("settings.badPort"));
    }

    private List<Path> leftInSpool() throws IOException {
        Path spool = home.resolve("spool");
        if (Files.notExists(spool)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(spool)) {
            return files.toList();
        }
    }

    private Path image() throws IOException {
        return new ImageFile("2.25.10", 1, 1).write(images);
    }
}
