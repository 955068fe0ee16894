package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.engine.dicom.FileSpool;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TimeSplit;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;

/** A study on its way within a bandwidth. What a loaded computer makes slower is no failure; what is too fast is one. */
@Timeout(120)
class LimitedRelayTest extends TwoArchives {

    private static final int INSTANCES = 8;
    private static final int PIXEL_BYTES = 250_000;
    private static final int BYTES_PER_SECOND = 1_000_000;
    private static final int BURST = BYTES_PER_SECOND / 4;
    private static final SourceBudget LIMITED = new SourceBudget(4, 8L * BYTES_PER_SECOND, null, null);

    private void relay(RelayRig rig) {
        relay(rig, rig.relays);
    }

    private void relay(RelayRig rig, StudyRelays relays) {
        TransferJob job = rig.add(TestJobs.of(STUDY));
        JobProgress progress = new JobProgress(() -> {});
        long begun = System.nanoTime();
        RelayResult result = relays.relay(job, progress, new Cancellation());
        long took = System.nanoTime() - begun;
        assertThat(result.outcome()).isEqualTo(new TransferOutcome.Complete(INSTANCES));
        assertThat(progress.bytes()).isGreaterThan((long) INSTANCES * PIXEL_BYTES);
        assertThat(progress.bytes() - BURST).isLessThanOrEqualTo((long) (1.05 * BYTES_PER_SECOND * took / 1e9));
        assertThat(progress.times().lanes().nanos(TimePart.LIMIT))
                .isGreaterThan(TimeUnit.SECONDS.toNanos(1));
        TimeSplit split = progress.times().split();
        assertThat(split.largest()).as("%s", split.parts()).contains(TimePart.LIMIT);
    }

    @BeforeEach
    void archive() throws IOException {
        archived(STUDY, 2, INSTANCES / 2, PIXEL_BYTES);
    }

    @Test
    void whatTheSourceSendsOnOurAssociationsCounts() throws IOException {
        try (RelayRig rig = between().sourceBudget(LIMITED).start()) {
            relay(rig);
        }
    }

    @Test
    void whatTheSourceSendsOnItsOwnAssociationsCounts() throws IOException {
        try (RelayRig rig = between().sourceBudget(LIMITED).moveTo(0).start()) {
            source.destination(RelayRig.AE_TITLE, rig.storagePort());
            relay(rig);
        }
    }

    @Test
    void whatThePacsIsSentCounts() throws IOException {
        try (RelayRig rig = between().pacsBudget(LIMITED).start()) {
            relay(rig);
        }
    }

    /** Within its operations window the PACS takes all of them on one association, one after the other. */
    @Test
    void whatIsSentToThePacsOnOneAssociationCounts() throws IOException {
        try (RelayRig rig = between().pacsBudget(new SourceBudget(1, 8L * BYTES_PER_SECOND, null, null)).start()) {
            RelayPeers peers = new RelayPeers(rig.peers.source(), rig.peers.retriever(), rig.peers.pacs(),
                    rig.peers.store(), 4);
            relay(rig, new StudyRelays(Map.of(TestJobs.SOURCE, peers), new FileSpool(spool()),
                    new SamePatient(rig.clock.now()), rig.jobs, rig.ledger, rig.clock));
        }
    }
}
