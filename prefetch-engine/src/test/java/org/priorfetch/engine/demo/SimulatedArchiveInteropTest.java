package org.priorfetch.engine.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.testing.DcmtkReceiver;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;
import org.priorfetch.engine.testing.Tools;

@NeedsTools({"echoscu", "findscu", "getscu", "movescu", "storescu", "storescp", "Orthanc"})
class SimulatedArchiveInteropTest {

    @TempDir
    private Path folder;
    @TempDir
    private Path target;
    private SimulatedArchive archive;

    @BeforeEach
    void start() throws IOException {
        for (int i = 1; i <= 3; i++) {
            new SampleInstance("2.25.1.1." + i).with(Tag.InstanceNumber, VR.IS, String.valueOf(i)).write(folder);
        }
        archive = SimulatedArchive.start("ARCHIVE", folder);
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    @Test
    void answersEchoscuUnderItsOwnTitleOnly() {
        assertThat(run("echoscu").exitCode()).isZero();
        Tools.Result wrong = Tools.run("echoscu", "-aec", "OTHER", "127.0.0.1", String.valueOf(archive.port()));
        assertThat(wrong.exitCode()).isNotZero();
        assertThat(wrong.output()).contains("Called AE Title Not Recognized");
    }

    @Test
    void answersFindscu() {
        Tools.Result result = run("findscu", "-v", "-S", "-k", "0008,0052=STUDY", "-k", "0010,0010=doe*", "-k",
                "0020,1208", "-k", "0020,000d");
        assertThat(result.output()).contains("2.25.1").contains("[3 ]").contains("Final Find Response (Success)");
    }

    @Test
    void sendsToGetscu() {
        Tools.Result result = run("getscu", "-v", "-S", "-od", target.toString(), "-k", "0008,0052=STUDY", "-k",
                "0020,000d=2.25.1");
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(target.toFile().list()).hasSize(3);
    }

    @Test
    void sendsToStorescpForMovescu() {
        try (DcmtkReceiver receiver = DcmtkReceiver.start("RECEIVER")) {
            archive.destination("RECEIVER", receiver.port());
            Tools.Result result = run("movescu", "-v", "-S", "-aem", "RECEIVER", "-k", "0008,0052=STUDY", "-k",
                    "0020,000d=2.25.1");
            assertThat(result.exitCode()).as(result.output()).isZero();
            assertThat(receiver.sopInstanceUids()).containsExactly("2.25.1.1.1", "2.25.1.1.2", "2.25.1.1.3");
        }
    }

    @Test
    void sendsToOrthanc() {
        try (OrthancServer orthanc = OrthancServer.start("ORTHANC")) {
            archive.destination("ORTHANC", orthanc.dicomPort());
            Tools.Result result = run("movescu", "-v", "-S", "-aem", "ORTHANC", "-k", "0008,0052=STUDY", "-k",
                    "0020,000d=2.25.1");
            assertThat(result.exitCode()).as(result.output()).isZero();
            assertThat(orthanc.sopInstanceUids()).hasSize(3);
        }
    }

    @Test
    void keepsWhatStorescuSends() throws IOException {
        Path file = new SampleInstance("2.25.7.1.1").with(Tag.StudyInstanceUID, VR.UI, "2.25.7").write(target);
        assertThat(run("storescu", file.toString()).exitCode()).isZero();
        assertThat(archive.sopInstanceUids()).contains("2.25.7.1.1");
        assertThat(run("findscu", "-v", "-S", "-k", "0008,0052=STUDY", "-k", "0020,000d=2.25.7").output())
                .contains("Find Response: 1");
    }

    /** storescu wants the peer before its files, the others take it anywhere after their options. */
    private Tools.Result run(String tool, String... arguments) {
        Stream<String> peer = Stream.of("127.0.0.1", String.valueOf(archive.port()));
        Stream<String> title = Stream.of("-aec", archive.aeTitle());
        boolean peerFirst = tool.equals("storescu");
        Stream<String> rest = peerFirst
                ? Stream.concat(peer, Stream.of(arguments))
                : Stream.concat(Stream.of(arguments), peer);
        return Tools.run(tool, Stream.concat(title, rest).toArray(String[]::new));
    }
}
