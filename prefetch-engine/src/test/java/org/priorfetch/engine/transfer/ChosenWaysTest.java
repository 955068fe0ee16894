package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;

/** A study that one way does not bring to its end comes to its end by another, and nothing twice. */
class ChosenWaysTest extends TwoArchives {

    private RelayRig rig;
    private final List<Reason> ways = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        rig = between().sourceBudget(TWO).deadlines(RelayRig.PATIENT).choosing().start();
        source.destination(RelayRig.AE_TITLE, rig.storagePort());
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
        assertThat(spool()).isEmptyDirectory();
    }

    private List<String> study(String uid, int series, int instances) throws IOException {
        return archived(uid, series, instances, 50_000);
    }

    private RelayResult relay(String uid) {
        TransferJob job = rig.add(TestJobs.of(uid));
        JobProgress progress = new JobProgress(() -> {});
        RelayResult result = rig.relays.relay(job, progress, new Cancellation());
        Reason way = progress.way();
        if (way != null) {
            ways.add(way);
        }
        return result;
    }

    private void assertComplete(RelayResult result, List<String> uids) {
        assertThat(result.outcome()).isEqualTo(new TransferOutcome.Complete(uids.size()));
        assertThat(pacs.sopInstanceUids()).containsAll(uids);
        assertNothingCameTwice();
    }

    @Test
    void byCGetWhereItIsOffered() throws IOException {
        List<String> uids = study(STUDY, 2, 6);
        assertComplete(relay(STUDY), uids);
        assertThat(ways).singleElement().satisfies(way -> assertThat(way.text()).startsWith("C-GET"));
    }

    @Test
    void byCMoveWhereCGetIsNot() throws IOException {
        source.faults().withoutGet(true);
        List<String> uids = study(STUDY, 2, 6);
        assertComplete(relay(STUDY), uids);
        List<String> next = study("2.25.200", 1, 4);
        assertComplete(relay("2.25.200"), next);
        assertThat(ways).extracting(Reason::text)
                .containsExactly("C-MOVE: the archive does not offer C-GET",
                        "C-MOVE: the archive does not offer C-GET");
        assertThat(source.traffic().sent()).hasSize(16).allSatisfy((_, times) -> assertThat(times).isOne());
    }

    @ParameterizedTest(name = "after {0} instances of {1}")
    @CsvSource({"3, 20", "1, 20", "10, 40", "19, 20"})
    void theRestComesByCMoveWhenCGetBreaksOff(int after, int instances) throws IOException {
        List<String> uids = study(STUDY, 1, instances);
        source.faults().window(1); // with more, what is under way when it breaks off comes once more
        source.faults().abortAfter(after, 2);
        assertComplete(relay(STUDY), uids);
        assertThat(source.traffic().sent()).hasSize(instances).allSatisfy((_, times) -> assertThat(times).isOne());
    }

    @Test
    void theRestComesWhenTheLineDropsInMidInstance() throws IOException {
        List<String> uids = study(STUDY, 1, 20);
        source.faults().dropLineAfter(4, 20_000, 1);
        assertComplete(relay(STUDY), uids);
    }

    @Test
    void withoutADestinationCGetBringsAllAndCMoveIsNotOffered() throws IOException {
        source.destination(RelayRig.AE_TITLE, 1); // nobody listens there
        List<String> uids = study(STUDY, 1, 20);
        source.faults().abortAfter(3, 1);
        assertComplete(relay(STUDY), uids);
    }

    @Test
    void anArchiveThatCannotBeReachedIsNotAskedTwice() throws IOException {
        study(STUDY, 1, 4);
        source.faults().associationLimit(0);
        assertThat(relay(STUDY).outcome()).isInstanceOf(TransferOutcome.Postponed.class);
    }

    @Test
    void neverMoreRequestsThanAllowed() throws IOException {
        List<String> uids = study(STUDY, 4, 10);
        assertComplete(relay(STUDY), uids);
        assertThat(source.traffic().associationsPeak()).isLessThanOrEqualTo(2);
    }
}
