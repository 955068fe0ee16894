package org.priorfetch.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The peers themselves: each one takes and gives back what the tests will ask of it. */
@NeedsTools({"Orthanc", "dcmqrscp", "storescp", "wlmscpfs", "dump2dcm", "storescu", "getscu", "movescu", "findscu"})
class PeersInteropTest {

    private static final String UID = "2.25.4711";
    private static final String INSTANCE = """
            (0008,0016) UI 1.2.840.10008.5.1.4.1.1.7
            (0008,0018) UI %1$s.3
            (0008,0060) CS OT
            (0010,0010) PN Doe^Jane
            (0010,0020) LO 4711
            (0020,000d) UI %1$s.1
            (0020,000e) UI %1$s.2
            """.formatted(UID);

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void writeAnInstance() throws IOException {
        Path dump = Files.writeString(folder.resolve("dump"), INSTANCE);
        file = folder.resolve("instance.dcm");
        assertThat(Tools.run("dump2dcm", dump.toString(), file.toString()).exitCode()).isZero();
    }

    @Test
    void orthancKeepsWhatIsUploadedAndSendsItOn() throws IOException {
        try (OrthancServer orthanc = OrthancServer.start("ORTHANC");
                DcmtkReceiver receiver = DcmtkReceiver.start("RECEIVER")) {
            orthanc.modality("receiver", receiver.aeTitle(), receiver.port());
            orthanc.upload(file);
            assertThat(orthanc.sopInstanceUids()).containsExactly(UID + ".3");
            assertThat(orthanc.download(UID + ".3", folder.resolve("copy.dcm"))).isNotEmptyFile();
            assertThat(move("ORTHANC", orthanc.dicomPort()).output()).doesNotContain("Failed");
            assertThat(receiver.sopInstanceUids()).containsExactly(UID + ".3");
        }
    }

    @Test
    void dcmqrscpKeepsWhatIsStoredAndSendsItOn() {
        try (DcmtkReceiver receiver = DcmtkReceiver.start("RECEIVER");
                DcmtkArchive archive = DcmtkArchive.start("ARCHIVE", Map.of(receiver.aeTitle(), receiver.port()))) {
            archive.upload(file);
            assertThat(archive.files()).hasSize(1);
            assertThat(move("ARCHIVE", archive.port()).output()).doesNotContain("Failed");
            assertThat(receiver.sopInstanceUids()).containsExactly(UID + ".3");
        }
    }

    @Test
    void wlmscpfsAnswersWithItsItems() {
        try (DcmtkWorklist worklist = DcmtkWorklist.start("RIS")) {
            worklist.put("one", """
                    (0008,0005) CS ISO_IR\\ 100
                    (0008,0050) SH A-1
                    (0010,0010) PN Doe^Jane
                    (0010,0020) LO 4711
                    (0020,000d) UI 2.25.1
                    (0032,1060) LO Chest
                    (0040,0100) SQ
                    (fffe,e000) na
                    (0008,0060) CS CT
                    (0040,0001) AE CT1
                    (0040,0002) DA 20260101
                    (0040,0003) TM 0900
                    (fffe,e00d) na
                    (fffe,e0dd) na
                    (0040,1001) SH P-1
                    """.replace("\\ ", " "));
            String[] query = {"-v", "-W", "-aec", "RIS", "-k", "0010,0010", "-k", "0010,0020=4711", "127.0.0.1",
                    String.valueOf(worklist.port())};
            assertThat(Tools.run("findscu", query).output()).contains("Doe^Jane");
            worklist.remove("one");
            assertThat(Tools.run("findscu", query).output()).doesNotContain("Doe^Jane");
        }
    }

    private static Tools.Result move(String aeTitle, int port) {
        return Tools.run("movescu", "-v", "-S", "-aec", aeTitle, "-aem", "RECEIVER", "-k", "0008,0052=STUDY", "-k",
                "0020,000d=" + UID + ".1", "127.0.0.1", String.valueOf(port));
    }
}
