package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.dicom.VariedObjects;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.testing.DcmtkArchive;
import org.priorfetch.engine.testing.FreePort;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;

/** The way is chosen by what DCMTK's archive and Orthanc offer. */
@NeedsTools({"Orthanc", "dcmqrscp", "storescu", "dcmdump", "dcmconv", "dcmcjpeg", "dcmcjpls", "dcmcrle"})
class WaysInteropTest {

    @TempDir
    Path folder;
    private Path files;

    @BeforeEach
    void prepare() {
        files = folder.resolve("files");
    }

    private RelayRig rig(int sourcePort, OrthancServer pacs, int ownPort) throws IOException {
        return new RelayRig.Builder(folder.resolve("spool")).from("REGIONAL", sourcePort)
                .to(pacs.aeTitle(), pacs.dicomPort())
                .moveTo(ownPort)
                .choosing()
                .start();
    }

    private static String relayed(RelayRig rig, int instances) {
        JobProgress progress = new JobProgress(() -> {});
        RelayResult result = rig.relays.relay(rig.add(TestJobs.of(VariedObjects.STUDY)), progress, new Cancellation());
        assertThat(result.outcome()).isEqualTo(new TransferOutcome.Complete(instances));
        Reason way = progress.way();
        return way == null ? "" : way.text();
    }

    @Test
    void byCGetFromDcmqrscp() throws IOException {
        List<Path> sent = VariedObjects.writeUncompressed(files);
        int port = FreePort.pick();
        try (DcmtkArchive source = DcmtkArchive.start("REGIONAL", Map.of(RelayRig.AE_TITLE, port));
                OrthancServer pacs = OrthancServer.start("LOCALPACS");
                RelayRig rig = rig(source.port(), pacs, port)) {
            source.upload(sent.toArray(Path[]::new));
            assertThat(relayed(rig, sent.size())).startsWith("C-GET");
        }
    }

    @Test
    void byCMoveFromDcmqrscpWithoutCGet() throws IOException {
        List<Path> sent = VariedObjects.writeUncompressed(files);
        int port = FreePort.pick();
        try (DcmtkArchive source = DcmtkArchive.start("REGIONAL", Map.of(RelayRig.AE_TITLE, port), "--disable-get");
                OrthancServer pacs = OrthancServer.start("LOCALPACS");
                RelayRig rig = rig(source.port(), pacs, port)) {
            source.upload(sent.toArray(Path[]::new));
            assertThat(relayed(rig, sent.size())).startsWith("C-MOVE: ");
        }
    }

    @Test
    void byCGetFromOrthancWhichDoesNotKnowUsAsADestination() throws IOException {
        List<Path> sent = VariedObjects.writeForOrthanc(files);
        try (OrthancServer source = OrthancServer.start("REGIONAL");
                OrthancServer pacs = OrthancServer.start("LOCALPACS");
                RelayRig rig = rig(source.dicomPort(), pacs, FreePort.pick())) {
            sent.forEach(source::upload);
            assertThat(relayed(rig, sent.size())).startsWith("C-GET");
        }
    }
}
