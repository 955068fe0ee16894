package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.demo.SimulatedArchive;
import org.priorfetch.engine.dicom.Dump;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.dicom.VariedObjects;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.testing.DcmtkArchive;
import org.priorfetch.engine.testing.FreePort;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;

/** Objects of every kind on their way between real archives: all arrive, element by element as they were. */
@NeedsTools({"Orthanc", "dcmqrscp", "storescu", "dcmdump", "dcmconv", "dcmcjpeg", "dcmcjpls", "dcmcrle"})
class RelayInteropTest {

    @TempDir
    Path folder;
    private Path files;

    @BeforeEach
    void prepare() {
        files = folder.resolve("files");
    }

    private RelayRig.Builder rig(String aeTitle, int port, OrthancServer pacs) {
        return new RelayRig.Builder(folder.resolve("spool")).from(aeTitle, port)
                .to(pacs.aeTitle(), pacs.dicomPort());
    }

    private void assertArrived(List<Path> sent, OrthancServer pacs) {
        assertThat(pacs.sopInstanceUids()).hasSameSizeAs(sent);
        for (Path file : sent) {
            String uid = file.getFileName().toString().replace(".dcm", "");
            Path copy = pacs.download(uid, folder.resolve("copy.dcm"));
            assertSame(uid, Dump.of(file), Dump.of(copy));
        }
    }

    /** DCMTK, in Orthanc too, sends what is not compressed in the uncompressed syntax that it prefers. */
    private static void assertSame(String uid, List<String> sent, List<String> arrived) {
        boolean reencodedBySource = sent.getFirst().matches(".*(Implicit|BigEndianExplicit)");
        if (reencodedBySource) {
            assertThat(Dump.plainElements(arrived)).as(uid).isEqualTo(Dump.plainElements(sent)).hasSizeGreaterThan(15);
        } else {
            assertThat(arrived).as(uid).isEqualTo(sent);
        }
    }

    @Test
    void fromOrthancByGet() throws IOException {
        List<Path> sent = VariedObjects.writeForOrthanc(files);
        try (OrthancServer source = OrthancServer.start("REGIONAL");
                OrthancServer pacs = OrthancServer.start("LOCALPACS");
                RelayRig rig = rig("REGIONAL", source.dicomPort(), pacs).start()) {
            sent.forEach(source::upload);
            assertThat(rig.relay(VariedObjects.STUDY)).isEqualTo(new TransferOutcome.Complete(sent.size()));
            assertArrived(sent, pacs);
        }
    }

    @Test
    void fromOrthancByMove() throws IOException {
        List<Path> sent = VariedObjects.writeForOrthanc(files);
        int port = FreePort.pick();
        try (OrthancServer source = OrthancServer.start("REGIONAL");
                OrthancServer pacs = OrthancServer.start("LOCALPACS");
                RelayRig rig = rig("REGIONAL", source.dicomPort(), pacs).moveTo(port).start()) {
            source.modality("priorfetch", RelayRig.AE_TITLE, port);
            sent.forEach(source::upload);
            assertThat(rig.relay(VariedObjects.STUDY)).isEqualTo(new TransferOutcome.Complete(sent.size()));
            assertArrived(sent, pacs);
        }
    }

    @Test
    void fromDcmqrscpByGet() throws IOException {
        List<Path> sent = VariedObjects.writeUncompressed(files);
        try (DcmtkArchive source = DcmtkArchive.start("REGIONAL", Map.of());
                OrthancServer pacs = OrthancServer.start("LOCALPACS");
                RelayRig rig = rig("REGIONAL", source.port(), pacs).start()) {
            source.upload(sent.toArray(Path[]::new));
            assertThat(rig.relay(VariedObjects.STUDY)).isEqualTo(new TransferOutcome.Complete(sent.size()));
            assertThat(pacs.sopInstanceUids()).hasSameSizeAs(sent);
        }
    }

    @Test
    void fromDcmqrscpByMove() throws IOException {
        List<Path> sent = VariedObjects.writeUncompressed(files);
        int port = FreePort.pick();
        try (DcmtkArchive source = DcmtkArchive.start("REGIONAL", Map.of(RelayRig.AE_TITLE, port));
                OrthancServer pacs = OrthancServer.start("LOCALPACS");
                RelayRig rig = rig("REGIONAL", source.port(), pacs).moveTo(port).start()) {
            source.upload(sent.toArray(Path[]::new));
            assertThat(rig.relay(VariedObjects.STUDY)).isEqualTo(new TransferOutcome.Complete(sent.size()));
            assertThat(pacs.sopInstanceUids()).hasSameSizeAs(sent);
        }
    }

    @Test
    void aThousandInstancesIntoOrthanc() throws IOException {
        List<String> uids = ImageFile.writeStudy(files, "2.25.1000", 2, 500, 512);
        try (SimulatedArchive source = SimulatedArchive.start("REGIONAL", files);
                OrthancServer pacs = OrthancServer.start("LOCALPACS");
                RelayRig rig = rig("REGIONAL", source.port(), pacs).sourceBudget(
                        new SourceBudget(3, null, null, null)).start()) {
            assertThat(rig.relay("2.25.1000")).isEqualTo(new TransferOutcome.Complete(1000));
            assertThat(pacs.sopInstanceUids()).containsExactlyInAnyOrderElementsOf(uids);
            assertThat(source.traffic().associationsPeak()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void orthancNeverHoldsAFragment() throws IOException {
        List<String> uids = ImageFile.writeStudy(files, "2.25.1001", 1, 12, 200_000);
        try (SimulatedArchive source = SimulatedArchive.start("REGIONAL", files);
                OrthancServer pacs = OrthancServer.start("LOCALPACS");
                RelayRig rig = rig("REGIONAL", source.port(), pacs).start()) {
            source.faults().dropLineAfter(1, 100_000, 3);
            assertThat(rig.relay("2.25.1001")).isEqualTo(new TransferOutcome.Complete(12));
            for (String uid : uids) {
                Path copy = pacs.download(uid, folder.resolve("copy.dcm"));
                assertThat(Dump.of(copy)).isEqualTo(Dump.of(files.resolve(uid + ".dcm")));
            }
        }
    }
}
