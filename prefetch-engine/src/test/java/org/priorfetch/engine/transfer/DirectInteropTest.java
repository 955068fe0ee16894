package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.dicom.FileSpool;
import org.priorfetch.engine.dicom.VariedObjects;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.testing.DcmtkArchive;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;

/** DCMTK's archive and Orthanc send straight to a PACS. */
@NeedsTools({"Orthanc", "dcmqrscp", "storescu", "dcmdump", "dcmconv", "dcmcjpeg", "dcmcjpls", "dcmcrle"})
class DirectInteropTest {

    @TempDir
    Path folder;

    private TransferOutcome relayed(String aeTitle, int sourcePort, OrthancServer pacs) throws IOException {
        try (RelayRig rig = new RelayRig.Builder(folder.resolve("spool")).from(aeTitle, sourcePort)
                .to(pacs.aeTitle(), pacs.dicomPort())
                .start()) {
            StudyRelays relays = new StudyRelays(Map.of(TestJobs.SOURCE, rig.peers),
                    Map.of(TestJobs.SOURCE, rig.mover(pacs.aeTitle())), new FileSpool(folder.resolve("spool")),
                    new SamePatient(rig.clock.now()), rig.jobs, rig.ledger, rig.clock, TryListener.NOBODY);
            return relays.relay(rig.add(TestJobs.of(VariedObjects.STUDY)), new JobProgress(() -> {}),
                    new Cancellation()).outcome();
        }
    }

    @Test
    void fromDcmqrscpIntoOrthanc() throws IOException {
        List<Path> sent = VariedObjects.writeUncompressed(folder.resolve("files"));
        try (OrthancServer pacs = OrthancServer.start("LOCALPACS");
                DcmtkArchive source = DcmtkArchive.start("REGIONAL", Map.of("LOCALPACS", pacs.dicomPort()))) {
            source.upload(sent.toArray(Path[]::new));
            assertThat(relayed("REGIONAL", source.port(), pacs)).isEqualTo(new TransferOutcome.Complete(sent.size()));
            assertThat(pacs.sopInstanceUids()).hasSameSizeAs(sent);
        }
    }

    @Test
    void fromOrthancIntoOrthanc() throws IOException {
        List<Path> sent = VariedObjects.writeForOrthanc(folder.resolve("files"));
        try (OrthancServer pacs = OrthancServer.start("LOCALPACS");
                OrthancServer source = OrthancServer.start("REGIONAL")) {
            source.modality("pacs", "LOCALPACS", pacs.dicomPort());
            sent.forEach(source::upload);
            assertThat(relayed("REGIONAL", source.dicomPort(), pacs))
                    .isEqualTo(new TransferOutcome.Complete(sent.size()));
            assertThat(pacs.sopInstanceUids()).hasSameSizeAs(sent);
        }
    }
}
