package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.demo.Faults;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;

/** How many bytes had to be carried twice, and that these are few. */
class CarriedTwiceTest extends TwoArchives {

    private static final int IMAGES = 60;
    private static final int SIZE = 200_000;
    private static final String OF_TWO = "2.25.102";

    private final JobProgress progress = new JobProgress(() -> {});
    private RelayRig rig;
    private List<String> uids;

    @BeforeEach
    void start() throws IOException {
        uids = archived(STUDY, 1, IMAGES, SIZE);
        rig = between().deadlines(RelayRig.PATIENT).start();
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    private void assertComplete() {
        TransferJob job = rig.add(TestJobs.of(STUDY));
        assertThat(rig.relays.relay(job, progress, new Cancellation()).outcome())
                .isEqualTo(new TransferOutcome.Complete(IMAGES));
    }

    @Test
    void nothingWhereNothingGoesWrong() {
        assertComplete();
        assertThat(progress.bytesTwice()).isZero();
    }

    /** One association breaks in the middle of an image: its part comes again, and nothing of the others. */
    @Test
    void lessThanATwentiethAfterALineThatDropped() {
        source.faults().window(1); // with more, what was on the line behind the broken one comes once more, too
        source.faults().dropLineAfter(3, 150_000, 1);
        assertComplete();
        assertThat(progress.bytesTwice()).isPositive().isLessThan(SIZE * IMAGES / 20L);
        assertThat(source.traffic().sent()).hasSize(IMAGES).allSatisfy((_, times) -> assertThat(times).isOne());
    }

    /** It does not come as far as the PACS. */
    @Test
    void theImageThatIsCheckedCountsToo() {
        source.faults().window(1);
        source.faults().dropLineAfter(0, 150_000, 1);
        assertComplete();
        assertThat(progress.bytesTwice()).isBetween(100_000L, 2L * SIZE);
    }

    @Test
    void theSameWhereTheLineToThePacsDrops() {
        pacs.faults().dropLineAfter(3, 150_000, 1);
        assertComplete();
        assertThat(progress.bytesTwice()).isPositive();
    }

    @Test
    void whatThePacsLostIsCountedOnceItHasComeAgain() {
        pacs.faults().indexDelay(Faults.UNTIL_RELEASED);
        rig.clock.onPause(pause -> {
            if (pause.equals(Duration.ofMinutes(2))) {
                pacs.faults().indexDelay(Duration.ZERO);
            }
        });
        TransferJob job = rig.add(TestJobs.of(STUDY));
        TransferOutcome outcome = rig.relays.relay(job, progress, new Cancellation()).outcome();
        assertThat(outcome).isEqualTo(new TransferOutcome.Complete(IMAGES));
        assertThat(progress.bytesTwice()).isBetween((long) SIZE * IMAGES, SIZE * IMAGES * 11L / 10);
    }

    /** A program that is killed then would else count it as carried in vain. */
    @Test
    void whatHasBeenPassedOnDoesNotStayInTheSpool() throws IOException {
        List<Path> inSpool = new CopyOnWriteArrayList<>();
        AtomicInteger changes = new AtomicInteger();
        JobProgress watched = new JobProgress(() -> {
            if (changes.incrementAndGet() == IMAGES) {
                inSpool.addAll(datasets());
            }
        });
        TransferJob job = rig.add(TestJobs.of(STUDY));
        assertThat(rig.relays.relay(job, watched, new Cancellation()).outcome())
                .isEqualTo(new TransferOutcome.Complete(IMAGES));
        assertThat(changes).as("it was looked at").hasValueGreaterThanOrEqualTo(IMAGES);
        assertThat(inSpool).isEmpty();
    }

    private List<Path> datasets() {
        try (Stream<Path> files = Files.list(spool())) {
            return files.filter(file -> file.toString().endsWith(".dataset")).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void ofTriesThatAreOverTheSumIsKeptButNotForEver() {
        CarriedTwice twice = new CarriedTwice(new InMemoryJobs());
        twice.add(1, 0);
        twice.add(2, 5);
        twice.add(2, 7);
        assertThat(twice.of(1)).isZero();
        assertThat(twice.of(2)).isEqualTo(12);
        IntStream.range(3, 20_000).forEach(id -> twice.add(id, 1));
        assertThat(twice.of(2)).isZero();
        assertThat(twice.of(19_999)).isOne();
        assertThat(uids).hasSize(IMAGES);
    }

    @Test
    void aNewRunOfTheProgramKnowsTheSum() {
        InMemoryJobs jobs = new InMemoryJobs();
        CarriedTwice twice = new CarriedTwice(jobs);
        twice.add(2, 5);
        twice.add(2, 7);
        twice.add(3, 1);
        CarriedTwice later = new CarriedTwice(jobs);
        later.recall();
        later.add(2, 10);
        assertThat(later.of(2)).isEqualTo(22);
        assertThat(later.of(3)).isOne();
        jobs.full(true);
        later.add(3, 4);
        assertThat(later.of(3)).as("a full disk stops nothing").isEqualTo(5);
    }

    /** Of two series the sample of the second comes first; the line drops within the first, of which nothing is checked yet. */
    @Test
    void soIsWhatWaitedInTheSpoolWhenTheLineDropped() throws IOException {
        source.faults().window(1);
        archived(OF_TWO, 2, 5, SIZE);
        source.faults().dropLineAfter(1, SIZE / 2, 1);
        try (RelayRig one = between().sourceBudget(ONE).deadlines(RelayRig.PATIENT).start()) {
            TransferJob job = one.add(TestJobs.of(OF_TWO));
            assertThat(one.relays.relay(job, progress, new Cancellation()).outcome())
                    .isEqualTo(new TransferOutcome.Complete(10));
        }
        assertThat(progress.bytesTwice()).isBetween((long) SIZE, 2L * SIZE);
    }
}
