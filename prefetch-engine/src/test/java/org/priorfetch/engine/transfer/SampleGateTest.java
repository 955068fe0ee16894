package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.port.InstanceSpool.Action;
import org.priorfetch.engine.port.InstanceSpool.Spooled;

class SampleGateTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<List<Spooled>> opened = new ArrayList<>();

    /** Counts how often it was removed from the disk. */
    private static final class OnDisk implements Spooled {

        private final InstanceHeader header;
        private int discarded;

        OnDisk(String series, int number) {
            header = new InstanceHeader(new InstanceRef(series + "." + number, "1.2", series), "1",
                    TestJobs.PATIENT, "");
        }

        @Override
        public InstanceHeader header() {
            return header;
        }

        @Override
        public long bytes() {
            return 10;
        }

        @Override
        public <T, X extends Exception> T replay(Action<T, X> action) {
            throw new AssertionError("nothing is passed on here");
        }

        @Override
        public void discard() {
            discarded++;
        }
    }

    @Test
    void itOpensWhenOneOfEverySeriesIsThere() {
        try (SampleGate gate = new SampleGate(List.of("1", "2"), opened::add, Duration.ZERO)) {
            OnDisk first = new OnDisk("1", 1);
            OnDisk second = new OnDisk("1", 2);
            OnDisk other = new OnDisk("2", 1);
            assertThat(gate.keep(first)).isTrue();
            assertThat(gate.keep(second)).isTrue();
            assertThat(gate.isOpen()).isFalse();
            assertThat(gate.awaits("1")).isFalse();
            assertThat(gate.awaits("2")).isTrue();
            assertThat(opened).isEmpty();

            assertThat(gate.bytesBehind()).isEqualTo(20);

            assertThat(gate.keep(other)).isTrue();

            assertThat(gate.bytesBehind()).isZero();
            assertThat(gate.isOpen()).isTrue();
            assertThat(opened).containsExactly(List.of(first, second, other));
            assertThat(gate.keep(new OnDisk("2", 2))).as("kept once open").isFalse();
        }
    }

    @Test
    void ofASeriesThatWasCheckedBeforeNothingOpensIt() {
        try (SampleGate gate = new SampleGate(List.of("2"), opened::add, Duration.ZERO)) {
            assertThat(gate.keep(new OnDisk("1", 1))).isTrue();
            assertThat(gate.isOpen()).isFalse();
        }
        assertThat(opened).isEmpty();
    }

    @Test
    void aSeriesThatCannotBeHadKeepsNoneOfTheOthersAway() {
        try (SampleGate gate = new SampleGate(List.of("1", "2"), opened::add, Duration.ZERO)) {
            OnDisk kept = new OnDisk("1", 1);
            gate.keep(kept);
            gate.leaveOut("2");
            gate.leaveOut("2");
            assertThat(opened).containsExactly(List.of(kept));
        }
    }

    @Test
    void whereAllHasBeenCheckedNothingIsKept() {
        try (SampleGate gate = new SampleGate(List.of(), opened::add, Duration.ZERO)) {
            assertThat(gate.isOpen()).isTrue();
            assertThat(gate.keep(new OnDisk("1", 1))).isFalse();
        }
        assertThat(opened).isEmpty();
    }

    @Test
    void whatWasKeptLeavesTheDiskWhetherItPassedOrNot() {
        OnDisk passed = new OnDisk("1", 1);
        try (SampleGate gate = new SampleGate(List.of("1"), opened::add, Duration.ZERO)) {
            gate.keep(passed);
        }
        OnDisk behind = new OnDisk("1", 1);
        try (SampleGate gate = new SampleGate(List.of("1", "2"), opened::add, Duration.ZERO)) {
            gate.keep(behind);
        }
        assertThat(passed.discarded).isOne();
        assertThat(behind.discarded).isOne();
        assertThat(opened).hasSize(1);
    }

    @Test
    @Timeout(60)
    void whatComesBesideTheSamplesWaitsForThem() throws Exception {
        try (SampleGate gate = new SampleGate(List.of("1", "2"), opened::add, LONG)) {
            gate.asked("1");
            gate.asked("2");
            gate.keep(new OnDisk("1", 1));
            CompletableFuture<Boolean> beside = CompletableFuture.supplyAsync(gate::awaitOpening);
            assertThat(beside).isNotDone();
            gate.keep(new OnDisk("2", 1));
            assertThat(beside.get()).isTrue();
        }
    }

    @Test
    void aSampleThatNobodyHasAskedForYetIsNotWaitedFor() {
        try (SampleGate gate = new SampleGate(List.of("1", "2"), opened::add, LONG)) {
            gate.asked("1");
            gate.keep(new OnDisk("1", 1));
            assertThat(gate.awaitOpening()).isFalse();
        }
    }

    @Test
    void noneIsWaitedForLongerThanThereIsPatience() {
        try (SampleGate gate = new SampleGate(List.of("1"), opened::add, Duration.ofMillis(1))) {
            gate.asked("1");
            assertThat(gate.awaitOpening()).isFalse();
            assertThat(gate.isOpen()).isFalse();
        }
    }
}
