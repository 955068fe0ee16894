package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.TransferOutcome;

/** Storage commitment as a further proof: what the PACS does not vouch for is not complete, and what it does not say harms nobody. */
class CommitmentTest extends TwoArchives {

    private List<String> uids;

    @BeforeEach
    void start() throws IOException {
        uids = archived(STUDY, 2, 4, 5_000);
        pacs.faults().commitments().offered(true);
    }

    private RelayRig.Builder rig(Duration reportedWithin) {
        return between().deadlines(RelayRig.PATIENT).commitment(reportedWithin);
    }

    @Test
    void isAskedForAndGivenOnTheSameAssociation() throws IOException {
        try (RelayRig rig = rig(Duration.ofSeconds(30)).start()) {
            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(8));
            assertThat(pacs.traffic().commitments()).isOne();
            assertThat(rig.clock.pauses()).isEmpty();
        }
    }

    @Test
    void isGivenOnAnAssociationThatThePacsOpens() throws IOException {
        try (RelayRig rig = rig(Duration.ofSeconds(30)).listenOn(0).start()) {
            pacs.destination(RelayRig.AE_TITLE, rig.storagePort());
            pacs.faults().commitments().refuse(uids.get(2));
            rig.clock.onPause(_ -> pacs.faults().commitments().clear());
            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(8));
            assertThat(pacs.traffic().commitments()).isEqualTo(2);
            assertThat(rig.clock.pauses()).containsExactly(Duration.ofSeconds(5));
        }
    }

    @Test
    void whatItNeverVouchesForIsSentAgainAndThenNotComplete() throws IOException {
        pacs.faults().commitments().refuse(uids.get(2)).refuse(uids.get(6));
        try (RelayRig rig = rig(Duration.ofSeconds(30)).start()) {
            assertThat(rig.relay(STUDY)).isInstanceOfSatisfying(TransferOutcome.Partial.class, partial -> {
                assertThat(partial.delivered()).isEqualTo(6);
                assertThat(partial.reason().text()).contains("storage commitment").contains("2 images");
            });
            assertThat(pacs.traffic().stored().get(uids.get(2))).isEqualTo(2);
            assertThat(pacs.traffic().stored().get(uids.get(6))).isEqualTo(2);
            assertThat(pacs.traffic().stored().get(uids.get(0))).isOne();
            assertThat(rig.clock.pauses()).hasSize(6);
        }
    }

    @Test
    void whatItVouchesForAfterASecondSendingIsComplete() throws IOException {
        pacs.faults().commitments().refuse(uids.get(2));
        try (RelayRig rig = rig(Duration.ofSeconds(30)).start()) {
            rig.clock.onPause(_ -> {
                if (rig.clock.pauses().size() == 4) {
                    pacs.faults().commitments().clear();
                }
            });
            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(8));
            assertThat(pacs.traffic().stored().get(uids.get(2))).isEqualTo(2);
            assertThat(rig.clock.pauses()).hasSize(4);
        }
    }

    @Test
    void aPacsThatDoesNotOfferItIsAskedOnce() throws IOException {
        pacs.faults().commitments().offered(false);
        try (RelayRig rig = rig(Duration.ofSeconds(30)).start()) {
            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(8));
            pacs.faults().commitments().offered(true);
            another(rig, "2.25.881");
            assertThat(pacs.traffic().commitments()).isZero();

            rig.clock.turnOn(Duration.ofMinutes(61));
            await().atMost(Duration.ofSeconds(30)).until(() -> pacs.traffic().associationsNow() == 0);
            another(rig, "2.25.882");
            assertThat(pacs.traffic().commitments()).isOne();
        }
    }

    private void another(RelayRig rig, String studyUid) throws IOException {
        archived(studyUid, 1, 2, 500);
        assertThat(rig.relay(studyUid)).isEqualTo(new TransferOutcome.Complete(2));
    }

    @Test
    void aPacsThatNeverReportsIsWaitedForOnce() throws IOException {
        pacs.faults().commitments().quiet(true);
        try (RelayRig rig = rig(Duration.ofMillis(300)).start()) {
            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(8));
            another(rig, "2.25.881");
            assertThat(pacs.traffic().commitments()).isOne();
        }
    }

    @Test
    void aStudyThatWasHereIsNotAskedAbout() throws IOException {
        pacs.addFolder(written(STUDY));
        try (RelayRig rig = rig(Duration.ofSeconds(30)).start()) {
            assertThat(rig.relay(STUDY)).isEqualTo(new TransferOutcome.Complete(8));
            assertThat(pacs.traffic().commitments()).isZero();
        }
    }
}
