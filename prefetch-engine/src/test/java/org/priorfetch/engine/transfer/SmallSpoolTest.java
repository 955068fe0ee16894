package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.dicom.FileSpool;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.plan.DueOrder;
import org.priorfetch.engine.port.InstanceSpool;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyQuery;

/** Studies that share the lanes to their source: of each series little more than its sample passes through the spool. */
@Timeout(120)
class SmallSpoolTest extends TwoArchives {

    private static final String ONE = "2.25.100";
    private static final String OTHER = "2.25.200";
    private static final int SERIES_OF_ONE = 4;
    private static final int SERIES_OF_OTHER = 3;
    private static final int IMAGES_OF_A_SERIES = 30;
    private static final int LONG_SERIES = 80;
    private static final Duration FOR_AN_IMAGE = Duration.ofMillis(40);

    private final AtomicInteger kept = new AtomicInteger();

    private InstanceSpool counting() throws IOException {
        Files.createDirectories(spool());
        FileSpool files = new FileSpool(spool());
        return instance -> {
            kept.incrementAndGet();
            return files.keep(instance);
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6})
    void theLanesThatAreFreeDecideHowASeriesBegins(int lanes) throws IOException {
        archived(ONE, SERIES_OF_ONE, IMAGES_OF_A_SERIES, 2000);
        archived(OTHER, SERIES_OF_OTHER, IMAGES_OF_A_SERIES, 2000);
        source.faults().imageDelay(FOR_AN_IMAGE);
        SourceBudget budget = lanes(lanes);
        try (RelayRig rig = between().sourceBudget(budget).spool(counting()).start();
                TransferRunner runner = new TransferRunner(rig.relays, rig.jobs, rig.clock,
                        Map.of(TestJobs.SOURCE, budget), new HandOrder(DueOrder.FIRST_DUE_FIRST),
                        new BackOff(new Random(1)), _ -> {})) {
            runner.start();
            List<TransferJob> jobs = List.of(runner.submit(TestJobs.of(ONE)), runner.submit(TestJobs.of(OTHER)));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> jobs.stream()
                            .allMatch(job -> rig.jobs.find(job.id()).orElseThrow().state() == TransferState.COMPLETE));
            await().untilAsserted(() -> assertThat(runner.open()).isEmpty());
        }
        assertThat(kept.get()).isBetween(SERIES_OF_ONE + SERIES_OF_OTHER, 3 * (SERIES_OF_ONE + SERIES_OF_OTHER));
        assertNothingCameTwice();
    }

    /** Somebody's question has one of the associations, so that one lane waits with a series of which nothing has come. */
    @Test
    void aLaneThatWaitsForAnAssociationKeepsTheOthersFromNothing() throws IOException {
        archived(ONE, SERIES_OF_ONE, LONG_SERIES, 2000);
        source.faults().window(1);
        try (RelayRig rig = between().sourceBudget(lanes(SERIES_OF_ONE)).spool(counting()).start()) {
            source.faults().findDelay(Duration.ofSeconds(40));
            Thread question = Thread.ofVirtual().start(() -> ask(rig));
            await().until(() -> source.traffic().finds() > 0);
            source.faults().findDelay(Duration.ZERO).imageDelay(Duration.ofMillis(150));
            assertThat(rig.relay(ONE)).isEqualTo(new TransferOutcome.Complete(SERIES_OF_ONE * LONG_SERIES));
            question.interrupt();
        }
        assertThat(kept.get()).as("of three whole series").isLessThan(2 * LONG_SERIES);
    }

    private static void ask(RelayRig rig) {
        try {
            assertThat(rig.peers.source().findStudies(new StudyQuery.ByUid("2.25.7"))).isEmpty();
        } catch (PeerException ended) {
            assertThat(ended.kind()).isEqualTo(PeerException.Kind.CANCELLED);
        }
    }
}
