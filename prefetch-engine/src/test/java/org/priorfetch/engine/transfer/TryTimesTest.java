package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.demo.SlowLine;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TimeSplit;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.PeerException;

/** Where the time went is found, whoever took it. */
class TryTimesTest extends TwoArchives {

    private static final int IMAGES = 8;
    private static final Duration LONG = Duration.ofMillis(150);
    private static final int TRIES = 5;

    /** What is to be found takes little more than a second; a machine that stops for longer must show it at another try. */
    private void assertFound(RelayRig.Builder builder, int pixelBytes, Consumer<TimeSplit> found) throws IOException {
        assertFound(builder, IMAGES, pixelBytes, found);
    }

    private void assertFound(RelayRig.Builder builder, int images, int pixelBytes, Consumer<TimeSplit> found)
            throws IOException {
        for (int tries = 1; true; tries++) {
            TimeSplit split = relayed(builder, images, pixelBytes, "2.25.10" + tries);
            assertAddsUp(split);
            try {
                found.accept(split);
                return;
            } catch (AssertionError something) {
                if (tries == TRIES) {
                    throw something;
                }
            }
        }
    }

    private TimeSplit relayed(RelayRig.Builder builder, int images, int pixelBytes, String study) throws IOException {
        archived(study, 1, images, pixelBytes);
        JobProgress progress = new JobProgress(() -> {});
        try (RelayRig rig = builder.start()) {
            if (rig.storagePort() > 0) {
                source.destination(RelayRig.AE_TITLE, rig.storagePort());
            }
            TransferJob job = rig.add(TestJobs.of(study));
            assertThat(rig.relays.relay(job, progress, new Cancellation()).outcome())
                    .isEqualTo(new TransferOutcome.Complete(images));
            return progress.times().split();
        }
    }

    private RelayRig.Builder rig(int port) {
        return between(port).sourceBudget(ONE);
    }

    private static void assertAddsUp(TimeSplit split) {
        long sum = split.parts().values().stream().mapToLong(part -> part.share().toNanos()).sum();
        assertThat(sum).isCloseTo(split.took().toNanos(), withinPercentage(1));
    }

    private static void assertLargest(TimeSplit split, TimePart part) {
        assertThat(split.largest()).as("%s", split.parts()).contains(part);
    }

    @Test
    void aSourceThatThinksIsFound() throws IOException {
        source.faults().imageDelay(LONG);
        assertFound(rig(source.port()), 1_000, split -> {
            assertLargest(split, TimePart.SOURCE);
            assertThat(split.parts().get(TimePart.SOURCE).share()).isGreaterThan(LONG.multipliedBy(IMAGES - 1));
        });
    }

    @Test
    void aSourceThatThinksIsFoundWhenItMovesToo() throws IOException {
        source.faults().imageDelay(LONG);
        assertFound(rig(source.port()).moveTo(0), 1_000, split -> assertLargest(split, TimePart.SOURCE));
    }

    @Test
    void aSlowPacsIsFound() throws IOException {
        source.faults().window(1);
        pacs.faults().window(1).storeDelay(LONG);
        assertFound(rig(source.port()).pacsBudget(ONE), 1_000, split -> {
            assertLargest(split, TimePart.PACS);
            assertThat(split.parts().get(TimePart.PACS).share()).isGreaterThan(LONG.multipliedBy(IMAGES - 1));
        });
    }

    @Test
    void aLongWayIsFound() throws IOException {
        source.faults().window(1);
        try (SlowLine line = SlowLine.to(source.port(), LONG.dividedBy(2), null)) {
            assertFound(rig(line.port()), 1_000, split -> {
                assertLargest(split, TimePart.ROUND_TRIPS);
                TimeSplit.Part roundTrips = split.parts().get(TimePart.ROUND_TRIPS);
                assertThat(roundTrips.times()).isGreaterThanOrEqualTo(IMAGES);
                assertThat(roundTrips.each()).isGreaterThanOrEqualTo(LONG);
            });
        }
    }

    @Test
    void aNarrowLineIsFound() throws IOException {
        try (SlowLine line = SlowLine.to(source.port(), Duration.ZERO, 8_000_000L)) {
            assertFound(rig(line.port()), 200_000, split -> assertLargest(split, TimePart.LINE));
        }
    }

    /** What comes beside the sample of a series waits until that has come: one lane at work, and the others do nothing. */
    @Test
    void lanesThatWaitForAnotherAreNotAtWork() throws IOException {
        try (SlowLine line = SlowLine.to(source.port(), Duration.ZERO, 16_000_000L)) {
            assertFound(between(line.port()).sourceBudget(lanes(4)), 4, 800_000, split -> {
                assertLargest(split, TimePart.LINE);
                TimeSplit.Part ours = split.parts().get(TimePart.OURS);
                assertThat(ours == null ? Duration.ZERO : ours.share()).as("%s", split.parts())
                        .isLessThan(split.took().dividedBy(10));
            });
        }
    }

    @Test
    void ourOwnLimitIsFound() throws IOException {
        assertFound(rig(source.port()).sourceBudget(new SourceBudget(1, 8_000_000L, null, null)), 200_000,
                split -> assertLargest(split, TimePart.LIMIT));
    }

    /** Before anything has come of it that could be noted. */
    @Test
    void whatTheSourceHasNotAnsweredYetCountsAlready() throws Exception {
        archived("2.25.300", 1, IMAGES, 1_000);
        source.faults().imageDelay(Duration.ofMinutes(2));
        try (RelayRig rig = rig(source.port()).start()) {
            assertLargestMeanwhile(rig, "2.25.300", TimePart.SOURCE, () -> {});
        }
    }

    @Test
    void aPacsThatDoesNotAnswerCountsAlready() throws Exception {
        archived("2.25.301", 1, IMAGES, 1_000);
        pacs.faults().window(1).storeDelay(Duration.ofMinutes(2));
        try (RelayRig rig = rig(source.port()).pacsBudget(ONE).deadlines(RelayRig.PATIENT).start()) {
            assertLargestMeanwhile(rig, "2.25.301", TimePart.PACS, pacs::close);
        }
    }

    /** @param ending what lets the try end, once it is cancelled */
    private static void assertLargestMeanwhile(RelayRig rig, String study, TimePart largest, Runnable ending)
            throws InterruptedException {
        JobProgress progress = new JobProgress(() -> {});
        Cancellation cancellation = new Cancellation();
        TransferJob job = rig.add(TestJobs.of(study));
        Thread relaying = Thread.ofVirtual().start(() -> rig.relays.relay(job, progress, cancellation));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(progress.times().split().parts())
                        .hasEntrySatisfying(largest,
                                part -> assertThat(part.share()).isGreaterThan(Duration.ofSeconds(2))));
        assertLargest(progress.times().split(), largest);
        cancellation.cancel();
        ending.run();
        assertThat(relaying.join(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void lanesCountAsTheyShareTheClock() throws PeerException {
        TryTimes times = new TryTimes();
        times.alone(TimePart.QUERY, () -> true);
        times.lanes().add(TimePart.SOURCE, Duration.ofSeconds(30).toNanos());
        times.lanes().add(TimePart.PACS, Duration.ofSeconds(10).toNanos());
        times.laneWorked(Duration.ofSeconds(60).toNanos());

        TimeSplit split = times.split(Duration.ofSeconds(15).toNanos());

        Duration near = Duration.ofMillis(500);
        assertThat(split.parts().get(TimePart.SOURCE).share()).isCloseTo(Duration.ofMillis(7_500), near);
        assertThat(split.parts().get(TimePart.PACS).share()).isCloseTo(Duration.ofMillis(2_500), near);
        assertThat(split.parts().get(TimePart.OURS).share()).isCloseTo(Duration.ofSeconds(5), near);
        assertThat(split.parts().get(TimePart.SOURCE).each()).isEqualTo(Duration.ofSeconds(30));
        assertAddsUp(split);
    }
}
