package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.demo.SimulatedArchive;
import org.priorfetch.engine.demo.SlowLine;
import org.priorfetch.engine.dicom.AssociationPool;
import org.priorfetch.engine.dicom.Deadlines;
import org.priorfetch.engine.dicom.DicomNode;
import org.priorfetch.engine.dicom.DimseCommitment;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.dicom.Peer;
import org.priorfetch.engine.dicom.StorageScp;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.StorageCommitment;
import org.priorfetch.engine.port.StorageCommitment.Answer;
import org.priorfetch.engine.testing.FreePort;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;

/** Storage commitment by Orthanc, which reports on an association that it opens to us. */
@NeedsTools("Orthanc")
class CommitmentInteropTest {

    private static final String STUDY = "2.25.890";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void orthancVouchesForWhatItTook() throws IOException {
        ImageFile.writeStudy(folder.resolve("written"), STUDY, 2, 5, 2_000);
        int port = FreePort.pick();
        try (SimulatedArchive source = SimulatedArchive.start("REGIONAL", folder.resolve("written"));
                OrthancServer pacs = OrthancServer.start("LOCALPACS");
                RelayRig rig = new RelayRig.Builder(folder.resolve("spool")).from("REGIONAL", source.port())
                        .to(pacs.aeTitle(), pacs.dicomPort())
                        .commitment(PATIENCE)
                        .listenOn(port)
                        .start()) {
            pacs.modality("priorfetch", RelayRig.AE_TITLE, port);

            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(10));
            assertThat(rig.clock.pauses()).isEmpty();
        }
    }

    @Test
    void orthancDoesNotVouchForWhatItDoesNotHold() throws IOException {
        Path written = new ImageFile(STUDY, 1, 1).write(folder);
        InstanceRef here = new InstanceRef(ImageFile.uid(STUDY, 1, 1), "1.2.840.10008.5.1.4.1.1.7", STUDY + ".1");
        InstanceRef elsewhere = new InstanceRef("2.25.999", "1.2.840.10008.5.1.4.1.1.7", STUDY + ".1");
        int port = FreePort.pick();
        TestClock clock = new TestClock();
        try (OrthancServer pacs = OrthancServer.start("LOCALPACS");
                DicomNode node = new DicomNode(RelayRig.AE_TITLE, folder.resolve("spool"));
                StorageScp scp = new StorageScp(node, "127.0.0.1", port, null, Deadlines.DEFAULT);
                AssociationPool pool = new AssociationPool(node,
                        new Peer(StudyRef.PACS, pacs.aeTitle(), "127.0.0.1", pacs.dicomPort()), SourceBudget.DEFAULT,
                        Deadlines.DEFAULT)) {
            assertThat(scp.port()).isEqualTo(port);
            pacs.modality("priorfetch", RelayRig.AE_TITLE, port);
            pacs.upload(written);
            DimseCommitment commitment = new DimseCommitment(pool, clock, PATIENCE);

            assertThat(commitment.request(List.of(here), new Cancellation())).isEqualTo(new Answer.Committed());
            assertThat(commitment.request(List.of(here, elsewhere), new Cancellation()))
                    .isEqualTo(new Answer.Failed(Set.of("2.25.999")));
        }
    }

    /** It breaks the association off. */
    @Test
    void orthancThatDoesNotKnowUsIsAskedTwice() throws IOException {
        TestClock clock = new TestClock();
        InstanceRef any = new InstanceRef("2.25.999", "1.2.840.10008.5.1.4.1.1.7", STUDY + ".1");
        try (OrthancServer pacs = OrthancServer.start("LOCALPACS");
                SlowLine line = SlowLine.to(pacs.dicomPort(), Duration.ZERO, null);
                DicomNode node = new DicomNode(RelayRig.AE_TITLE, folder.resolve("spool"));
                AssociationPool pool = new AssociationPool(node,
                        new Peer(StudyRef.PACS, pacs.aeTitle(), "127.0.0.1", line.port()), SourceBudget.DEFAULT,
                        Deadlines.DEFAULT)) {
            DimseCommitment commitment = new DimseCommitment(pool, clock, PATIENCE);
            long first = bytesOfRequest(commitment, any, line);
            long second = bytesOfRequest(commitment, any, line);

            assertThat(first).isPositive();
            assertThat(second).isPositive();
            assertThat(bytesOfRequest(commitment, any, line)).isZero();
        }
    }

    private static long bytesOfRequest(DimseCommitment commitment, InstanceRef instance, SlowLine line) {
        long before = settled(line);
        assertThat(commitment.request(List.of(instance), new Cancellation())).isEqualTo(StorageCommitment.UNSAID);
        return settled(line) - before;
    }

    /** What was sent is counted when it has arrived. */
    private static long settled(SlowLine line) {
        AtomicLong seen = new AtomicLong(-1);
        await().pollInterval(Duration.ofMillis(200))
                .until(() -> seen.getAndSet(line.carriedThere()) == line.carriedThere());
        return seen.get();
    }
}
