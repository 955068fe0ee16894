package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;

/** A series that begins while the archive still lists its images. */
@Timeout(60)
class HeadStartTest {

    private static final int ALL = 2 * StreamingPeers.OF_A_SERIES;
    private static final String EARLY = "unlisted " + StreamingPeers.FIRST;
    private static final Executor BESIDE = task -> Thread.ofVirtual().start(task);

    private final StreamingPeers peers = new StreamingPeers();
    private final InMemoryJobs jobs = new InMemoryJobs();
    private final Cancellation cancellation = new Cancellation();
    private final JobProgress progress = new JobProgress(() -> {});

    private CompletableFuture<TransferOutcome> relay() {
        return relay(4, ALL, Duration.ofSeconds(30));
    }

    private CompletableFuture<TransferOutcome> relay(int lanes, int told, Duration patience) {
        TestClock clock = new TestClock();
        StudyRelays relays = new StudyRelays(Map.of(TestJobs.SOURCE, peers.between(lanes)), Map.of(),
                new Samples(peers, patience), new SamePatient(clock.now()), jobs, new InMemoryLedger(), clock,
                TryListener.NOBODY);
        TransferJob job = jobs.add(StreamingPeers.job(told));
        return CompletableFuture.supplyAsync(() -> relays.relay(job, progress, cancellation).outcome(), BESIDE);
    }

    private void list() {
        peers.mayList.countDown();
    }

    private void assertEachStoredOnce() {
        assertThat(peers.stored).hasSize(ALL).allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
        await().untilAsserted(() -> assertThat(peers.onDisk).isEmpty());
    }

    private void assertListedFirst(CompletableFuture<TransferOutcome> outcome) {
        list();
        assertThat(outcome.join()).isEqualTo(new TransferOutcome.Complete(ALL));
        assertThat(peers.asked).doesNotContain(EARLY);
    }

    @Test
    void comesWhileTheImagesAreListedAndPassesOnlyThen() {
        CompletableFuture<TransferOutcome> outcome = relay();
        await().untilAsserted(() -> assertThat(peers.onDisk).hasSize(StreamingPeers.OF_A_SERIES));
        assertThat(peers.stored).isEmpty();
        list();
        assertThat(outcome.join()).isEqualTo(new TransferOutcome.Complete(ALL));
        assertThat(peers.asked).containsOnlyOnce(EARLY, StreamingPeers.SECOND).doesNotContain(StreamingPeers.FIRST);
        assertThat(progress.bytesTwice()).isZero();
        assertEachStoredOnce();
    }

    @Test
    void whatIsTooMuchForTheSpoolWaitsAtTheArchive() {
        peers.bytesOfAnImage = 3_000_000;
        CompletableFuture<TransferOutcome> outcome = relay();
        await().untilAsserted(() -> assertThat(peers.onDisk).hasSize(6));
        await().during(Duration.ofMillis(200)).untilAsserted(() -> assertThat(peers.onDisk).hasSize(6));
        list();
        assertThat(outcome.join()).isEqualTo(new TransferOutcome.Complete(ALL));
        assertEachStoredOnce();
    }

    @Test
    void ofAnotherPatientNothingPasses() {
        peers.patient = StreamingPeers.ANOTHER;
        CompletableFuture<TransferOutcome> outcome = relay();
        await().until(() -> !peers.onDisk.isEmpty());
        list();
        assertThat(outcome.join()).isInstanceOf(TransferOutcome.Held.class);
        assertThat(peers.stored).isEmpty();
        await().untilAsserted(() -> assertThat(peers.onDisk).isEmpty());
    }

    @Test
    void nothingBeginsOfAStudyThatThePacsHoldsForAnotherPatient() {
        PriorCandidate candidate = StreamingPeers.job(ALL).candidate();
        peers.knownToPacs = List.of(candidate.of(StreamingPeers.ANOTHER));
        CompletableFuture<TransferOutcome> outcome = relay();
        await().until(() -> peers.asked.contains("series"));
        list();
        assertThat(outcome.join()).isInstanceOf(TransferOutcome.Held.class);
        assertThat(peers.asked).containsExactlyInAnyOrder("series", "images");
    }

    @Test
    void nothingBeginsOfAStudyThatThePacsHoldsInPart() {
        peers.knownToPacs = List.of(StreamingPeers.job(ALL).candidate());
        peers.stored.put(StreamingPeers.FIRST + ".1", 1);
        CompletableFuture<TransferOutcome> outcome = relay();
        await().until(() -> peers.asked.contains("series"));
        assertListedFirst(outcome);
        assertEachStoredOnce();
        assertThat(progress.bytesTwice()).as("what came with its series").isEqualTo(peers.bytesOfAnImage);
    }

    @Test
    void aSmallStudyIsListedFirst() {
        assertListedFirst(relay(4, 49, Duration.ofSeconds(30)));
        assertThat(peers.asked).doesNotContain("series");
    }

    @Test
    void onItsOnlyLaneAStudyIsListedFirst() {
        assertListedFirst(relay(1, ALL, Duration.ofSeconds(30)));
        assertThat(peers.asked).doesNotContain("series");
    }

    @Test
    void whatCannotBeHadThatWayIsAskedForAsUsual() {
        peers.breaksOffAfter = 0;
        CompletableFuture<TransferOutcome> outcome = relay();
        await().until(() -> peers.asked.contains(EARLY));
        list();
        assertThat(outcome.join()).isEqualTo(new TransferOutcome.Complete(ALL));
        assertThat(peers.asked).containsOnlyOnce(StreamingPeers.FIRST);
        assertEachStoredOnce();
    }

    @Test
    void ofWhatBreaksOffTheRestIsAskedFor() {
        breakOffAfter(50);
        assertThat(peers.asked).filteredOn(uid -> uid.startsWith(StreamingPeers.FIRST))
                .containsExactlyInAnyOrderElementsOf(imagesOfFirst(51));
        assertEachStoredOnce();
    }

    /** They have been checked, and wait for a PACS that is slower than the source is in failing. */
    @Test
    void samplesPassThoughTheSourceFailsMeanwhile() {
        peers.storesSamplesLate = true;
        breakOffAfter(50);
        assertThat(peers.asked).filteredOn(uid -> uid.startsWith(StreamingPeers.STUDY))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(StreamingPeers.SECOND), imagesOfFirst(51).stream()).toList());
        assertThat(progress.bytesTwice()).isZero();
        assertEachStoredOnce();
    }

    private void breakOffAfter(int images) {
        peers.breaksOffAfter = images;
        CompletableFuture<TransferOutcome> outcome = relay();
        await().untilAsserted(() -> assertThat(peers.onDisk).hasSize(images));
        list();
        assertThat(outcome.join()).isEqualTo(new TransferOutcome.Complete(ALL));
    }

    private static List<String> imagesOfFirst(int from) {
        return IntStream.rangeClosed(from, StreamingPeers.OF_A_SERIES)
                .mapToObj(number -> StreamingPeers.FIRST + "." + number)
                .toList();
    }

    @Test
    void aSeriesThatTheListDoesNotHaveIsGivenUp() {
        String gone = StreamingPeers.STUDY + ".3";
        peers.told = List.of(StreamingPeers.series(gone));
        CompletableFuture<TransferOutcome> outcome = relay(4, ALL, Duration.ofMillis(10));
        await().until(() -> peers.onDisk.stream()
                .map(header -> header.instance().seriesInstanceUid())
                .anyMatch(gone::equals));
        list();
        assertThat(outcome.join()).isEqualTo(new TransferOutcome.Complete(ALL));
        assertThat(progress.bytesTwice()).isPositive();
        assertEachStoredOnce();
    }

    @Test
    void endsWithTheTransferThatIsCancelled() {
        peers.bytesOfAnImage = 3_000_000;
        CompletableFuture<TransferOutcome> outcome = relay();
        await().untilAsserted(() -> assertThat(peers.onDisk).hasSize(6));
        cancellation.cancel();
        list();
        assertThat(outcome.join()).isEqualTo(new TransferOutcome.Cancelled());
        assertThat(peers.stored).isEmpty();
        await().untilAsserted(() -> assertThat(peers.onDisk).isEmpty());
    }

    @Test
    void endsWithAListThatFails() {
        peers.listFails = true;
        CompletableFuture<TransferOutcome> outcome = relay();
        await().untilAsserted(() -> assertThat(peers.onDisk).hasSize(StreamingPeers.OF_A_SERIES));
        list();
        assertThat(outcome.join()).isInstanceOf(TransferOutcome.Postponed.class);
        assertThat(peers.stored).isEmpty();
        await().untilAsserted(() -> assertThat(peers.onDisk).isEmpty());
        assertThat(progress.bytesTwice()).isEqualTo((long) StreamingPeers.OF_A_SERIES * peers.bytesOfAnImage);
    }
}
