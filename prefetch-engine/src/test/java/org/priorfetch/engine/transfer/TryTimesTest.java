package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.time.Duration;
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

    private TimeSplit relayed(RelayRig.Builder builder, int pixelBytes) throws IOException {
        archived(STUDY, 1, IMAGES, pixelBytes);
        JobProgress progress = new JobProgress(() -> {});
        try (RelayRig rig = builder.start()) {
            TransferJob job = rig.add(TestJobs.of(STUDY));
            assertThat(rig.relays.relay(job, progress, new Cancellation()).outcome())
                    .isEqualTo(new TransferOutcome.Complete(IMAGES));
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

    @Test
    void aSourceThatThinksIsFound() throws IOException {
        source.faults().imageDelay(LONG);
        TimeSplit split = relayed(rig(source.port()), 1_000);
        assertThat(split.largest()).as("%s", split.parts()).contains(TimePart.SOURCE);
        assertThat(split.parts().get(TimePart.SOURCE).share()).isGreaterThan(LONG.multipliedBy(IMAGES - 1));
        assertAddsUp(split);
    }

    @Test
    void aSourceThatThinksIsFoundWhenItMovesToo() throws IOException {
        source.faults().imageDelay(LONG);
        RelayRig.Builder builder = rig(source.port()).moveTo(0);
        archived(STUDY, 1, IMAGES, 1_000);
        JobProgress progress = new JobProgress(() -> {});
        try (RelayRig rig = builder.start()) {
            source.destination(RelayRig.AE_TITLE, rig.storagePort());
            rig.relays.relay(rig.add(TestJobs.of(STUDY)), progress, new Cancellation());
        }
        TimeSplit split = progress.times().split();
        assertThat(split.largest()).as("%s", split.parts()).contains(TimePart.SOURCE);
        assertAddsUp(split);
    }

    @Test
    void aSlowPacsIsFound() throws IOException {
        source.faults().window(1);
        pacs.faults().window(1).storeDelay(LONG);
        TimeSplit split = relayed(rig(source.port()).pacsBudget(ONE), 1_000);
        assertThat(split.largest()).as("%s", split.parts()).contains(TimePart.PACS);
        assertThat(split.parts().get(TimePart.PACS).share()).isGreaterThan(LONG.multipliedBy(IMAGES - 1));
        assertAddsUp(split);
    }

    @Test
    void aLongWayIsFound() throws IOException {
        source.faults().window(1);
        try (SlowLine line = SlowLine.to(source.port(), LONG.dividedBy(2), null)) {
            TimeSplit split = relayed(rig(line.port()), 1_000);
            TimeSplit.Part roundTrips = split.parts().get(TimePart.ROUND_TRIPS);
            assertThat(split.largest()).as("%s", split.parts()).contains(TimePart.ROUND_TRIPS);
            assertThat(roundTrips.times()).isGreaterThanOrEqualTo(IMAGES);
            assertThat(roundTrips.each()).isGreaterThanOrEqualTo(LONG);
            assertAddsUp(split);
        }
    }

    @Test
    void aNarrowLineIsFound() throws IOException {
        try (SlowLine line = SlowLine.to(source.port(), Duration.ZERO, 8_000_000L)) {
            TimeSplit split = relayed(rig(line.port()), 200_000);
            assertThat(split.largest()).as("%s", split.parts()).contains(TimePart.LINE);
            assertAddsUp(split);
        }
    }

    @Test
    void ourOwnLimitIsFound() throws IOException {
        TimeSplit split = relayed(rig(source.port()).sourceBudget(new SourceBudget(1, 8_000_000L, null, null)),
                200_000);
        assertThat(split.largest()).as("%s", split.parts()).contains(TimePart.LIMIT);
        assertAddsUp(split);
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
