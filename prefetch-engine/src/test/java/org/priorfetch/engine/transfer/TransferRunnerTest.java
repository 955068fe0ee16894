package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.AttributeChange;
import org.priorfetch.engine.model.HoursWindow;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;

/** The queue with its gates. Source and PACS are scripted, so that nothing but the runner decides. */
class TransferRunnerTest {

    private static final SourceBudget ONE = new SourceBudget(1, null, null, null);

    private final TestClock clock = new TestClock();
    private final InMemoryJobs jobs = new InMemoryJobs();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final HandOrder order = new HandOrder(
            Comparator.comparing(TransferJob::urgency).thenComparing(TransferJob::due));
    private final ScriptedPeers peers = new ScriptedPeers();
    private final List<TransferJob> heard = new CopyOnWriteArrayList<>();
    private final List<TransferRunner> runners = new ArrayList<>();

    @AfterEach
    void close() {
        peers.answer();
        runners.forEach(TransferRunner::close);
    }

    private TransferRunner runner(SourceBudget budget) {
        StudyRelays relays = new StudyRelays(Map.of(TestJobs.SOURCE, peers.relayPeers()), peers, new SamePatient(
                clock.now()), jobs, ledger, clock);
        TransferRunner runner = new TransferRunner(relays, jobs, clock, Map.of(TestJobs.SOURCE, budget),
                order, new BackOff(new Random(1)),
                heard::add);
        runners.add(runner);
        return runner;
    }

    private TransferRunner started(SourceBudget budget) {
        TransferRunner runner = runner(budget);
        runner.start();
        return runner;
    }

    private void awaitState(TransferJob job, TransferState state) {
        await().atMost(Duration.ofSeconds(8))
                .untilAsserted(
                        () -> assertThat(jobs.find(job.id()).orElseThrow().state()).isEqualTo(state));
        // which is stored before the runner lets go of it
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> runners.stream()
                                .flatMap(runner -> runner.running().stream())
                                .noneMatch(transfer -> transfer.job().id() == job.id()));
    }

    private TransferJob find(TransferJob job) {
        return jobs.find(job.id()).orElseThrow();
    }

    @Test
    void theMostUrgentGoesFirst() {
        TransferRunner runner = runner(ONE);
        TransferJob late = runner.submit(TestJobs.of("2.25.1").dueAt(TestJobs.DUE.plusSeconds(60), Urgency.ROUTINE));
        TransferJob soon = runner.submit(TestJobs.of("2.25.2"));
        TransferJob stat = runner.submit(TestJobs.of("2.25.3").dueAt(TestJobs.DUE.plusSeconds(90), Urgency.STAT));
        runner.start();
        List.of(late, soon, stat).forEach(job -> awaitState(job, TransferState.COMPLETE));
        assertThat(peers.asked()).containsExactly("2.25.3", "2.25.2", "2.25.1");
    }

    @Test
    void aPersonMayPutOneBeforeTheMostUrgent() {
        TransferRunner runner = runner(ONE);
        TransferJob late = runner.submit(TestJobs.of("2.25.1").dueAt(TestJobs.DUE.plusSeconds(60), Urgency.ROUTINE));
        TransferJob stat = runner.submit(TestJobs.of("2.25.3").dueAt(TestJobs.DUE.plusSeconds(90), Urgency.STAT));
        order.putFirst(late);
        assertThat(runner.open()).extracting(TransferJob::id).containsExactly(late.id(), stat.id());
        runner.start();
        List.of(late, stat).forEach(job -> awaitState(job, TransferState.COMPLETE));
        assertThat(peers.asked()).containsExactly("2.25.1", "2.25.3");
    }

    @Test
    void aStudyIsQueuedOnceHoweverManyAskForIt() throws InterruptedException {
        TransferRunner runner = runner(ONE);
        Set<Long> ids = ConcurrentHashMap.newKeySet();
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual().start(() -> ids.add(runner.submit(TestJobs.of("2.25.1")).id())))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(ids).hasSize(1);
        assertThat(jobs.open()).hasSize(1);
    }

    @Test
    void theWholeStudyFollowsThePartThatIsUnderWay() throws InterruptedException {
        TransferRunner runner = started(new SourceBudget(2, null, null, null));
        CountDownLatch underWay = peers.stopAfter(1);
        TransferJob part = runner.submit(TestJobs.of("2.25.1").onlySeries(Set.of("2.25.1.1")));
        assertThat(underWay.await(8, TimeUnit.SECONDS)).isTrue();
        TransferJob whole = runner.submit(TestJobs.of("2.25.1"));
        TransferJob covered = runner.submit(TestJobs.of("2.25.1").onlySeries(Set.of("2.25.1.1")));
        assertThat(whole.id()).isNotEqualTo(part.id());
        assertThat(Set.of(part.id(), whole.id())).contains(covered.id());
        assertThat(runner.running()).hasSize(1);
        peers.answer();
        awaitState(part, TransferState.COMPLETE);
        awaitState(whole, TransferState.COMPLETE);
        assertThat(peers.timesStored()).hasSize(10).allSatisfy((uid, times) -> assertThat(times).isOne());
    }

    @Test
    void whatIsForAPatientFollowsWhatKeepsItsOwnIdentityAndIsNotSwallowedByIt() throws InterruptedException {
        TransferRunner runner = started(new SourceBudget(2, null, null, null));
        CountDownLatch underWay = peers.stopAfter(1);
        TransferJob own = runner.submit(TestJobs.of("2.25.1"));
        assertThat(underWay.await(8, TimeUnit.SECONDS)).isTrue();
        TransferJob forPatient = runner.submit(TestJobs.of("2.25.1", TestJobs.PATIENT));
        assertThat(forPatient.id()).isNotEqualTo(own.id());
        assertThat(forPatient.patient()).isEqualTo(TestJobs.PATIENT);
        assertThat(runner.submit(TestJobs.of("2.25.1", TestJobs.PATIENT)).id()).isEqualTo(forPatient.id());
        assertThat(runner.submit(TestJobs.of("2.25.1")).id()).isEqualTo(own.id());
        assertThat(runner.running()).extracting(transfer -> transfer.job().id()).containsExactly(own.id());
        peers.answer();
        awaitState(own, TransferState.COMPLETE);
        awaitState(forPatient, TransferState.COMPLETE);
    }

    @Test
    void aHeldJobIsStoredAndToldAndNotBegun() {
        TransferRunner runner = started(ONE);
        TransferJob held = runner.hold(TestJobs.of("2.25.1"), Reason.of("identity.otherName"));
        assertThat(find(held).state()).isEqualTo(TransferState.HELD);
        assertThat(heard).contains(held);
        assertThat(runner.open()).isEmpty();
        runner.retry(held.id());
        awaitState(held, TransferState.COMPLETE);
    }

    @Test
    void whoNeedsItSoonerMovesItForward() {
        TransferRunner runner = runner(ONE);
        TransferJob first = runner.submit(TestJobs.of("2.25.1"));
        Instant sooner = TestJobs.DUE.minusSeconds(600);
        TransferJob second = runner.submit(TestJobs.of("2.25.1").dueAt(sooner, Urgency.HIGH));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(find(first).due()).isEqualTo(sooner);
        assertThat(find(first).urgency()).isEqualTo(Urgency.HIGH);
    }

    @Test
    void whatIsNotUrgentWaitsForTheHours() {
        clock.set(Instant.parse("2026-03-02T10:00:00Z"));
        SourceBudget night = new SourceBudget(1, null, new HoursWindow(LocalTime.of(18, 0), LocalTime.of(7, 0)), null);
        TransferRunner runner = started(night);
        TransferJob waits = runner.submit(
                TestJobs.of("2.25.1").dueAt(Instant.parse("2026-03-03T09:00:00Z"), Urgency.ROUTINE));
        TransferJob dueBefore = runner.submit(TestJobs.of("2.25.2"));
        TransferJob urgent = runner.submit(
                TestJobs.of("2.25.3").dueAt(Instant.parse("2026-03-03T09:00:00Z"), Urgency.HIGH));
        awaitState(dueBefore, TransferState.COMPLETE);
        awaitState(urgent, TransferState.COMPLETE);
        assertThat(runner.isSettled()).isTrue();
        assertThat(runner.open()).singleElement().satisfies(job -> {
            assertThat(job.state()).isEqualTo(TransferState.WAITING);
            assertThat(TransferRunner.isStuck(job)).isFalse();
        });
        clock.set(Instant.parse("2026-03-02T18:00:00Z"));
        awaitState(waits, TransferState.COMPLETE);
    }

    @Test
    void theDailyVolumeHolds() {
        TransferRunner runner = started(new SourceBudget(1, null, null, 1000L));
        runner.carriedToday(TestJobs.SOURCE, 1000);
        TransferJob job = runner.submit(TestJobs.of("2.25.1"));
        await().until(runner::isSettled);
        assertThat(find(job).state()).isEqualTo(TransferState.QUEUED);
        clock.set(Instant.parse("2026-03-03T00:00:00Z"));
        awaitState(job, TransferState.COMPLETE);
    }

    @Test
    void aSourceThatFailsRestsLongerEachTime() {
        peers.fail(true);
        TransferRunner runner = started(ONE);
        TransferJob job = runner.submit(TestJobs.of("2.25.1"));
        awaitState(job, TransferState.WAITING);
        assertThat(waitOf(job)).isBetween(Duration.ofMillis(3700), Duration.ofMillis(6300));
        TransferJob other = runner.submit(TestJobs.of("2.25.2").dueAt(TestJobs.DUE.plusSeconds(1), Urgency.LOW));
        assertThat(runner.isSettled()).isTrue();
        assertThat(peers.asked()).containsExactly("2.25.1");

        clock.turnOn(Duration.ofSeconds(7));
        await().until(() -> find(job).attempts() == 2 && find(job).state() == TransferState.WAITING);
        assertThat(waitOf(job)).isBetween(Duration.ofSeconds(14), Duration.ofSeconds(26));
        assertThat(TransferRunner.isStuck(find(job))).isTrue();
        assertThat(peers.asked()).containsExactly("2.25.1", "2.25.1");

        peers.fail(false);
        clock.turnOn(Duration.ofMinutes(1));
        awaitState(job, TransferState.COMPLETE);
        awaitState(other, TransferState.COMPLETE);
    }

    private Duration waitOf(TransferJob job) {
        return Duration.between(clock.now(), find(job).notBefore());
    }

    @Test
    void aPersonNeedNotWaitForTheBackOff() {
        peers.fail(true);
        TransferRunner runner = started(ONE);
        TransferJob job = runner.submit(TestJobs.of("2.25.1"));
        awaitState(job, TransferState.WAITING);
        peers.fail(false);
        assertThat(runner.retry(job.id())).isTrue();
        awaitState(job, TransferState.COMPLETE);
        assertThat(runner.retry(999)).isFalse();
    }

    @Test
    void anEndedJobIsNotTakenUpBesideAnotherOfItsStudy() {
        TransferRunner runner = started(ONE);
        TransferJob first = runner.submit(TestJobs.of("2.25.1"));
        awaitState(first, TransferState.COMPLETE);
        runner.pause(new Pause(true, null));
        TransferJob second = runner.submit(TestJobs.of("2.25.1"));
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(runner.retry(first.id())).isTrue();
        assertThat(runner.open()).extracting(TransferJob::id).containsExactly(second.id());
    }

    @Test
    void nothingBeginsWhilePaused() {
        TransferRunner runner = started(ONE);
        runner.pause(new Pause(true, null));
        TransferJob job = runner.submit(TestJobs.of("2.25.1"));
        assertThat(runner.isSettled()).isTrue();
        assertThat(peers.asked()).isEmpty();
        runner.pause(Pause.NONE);
        awaitState(job, TransferState.COMPLETE);
    }

    @Test
    void aPauseWithAnEndEndsByItself() {
        TransferRunner runner = started(ONE);
        Instant end = clock.now().plus(Duration.ofHours(1));
        runner.pause(new Pause(true, end));
        TransferJob job = runner.submit(TestJobs.of("2.25.1"));
        clock.set(end.minusMillis(1));
        assertThat(runner.pause()).isEqualTo(new Pause(true, end));
        assertThat(runner.isSettled()).isTrue();
        assertThat(peers.asked()).isEmpty();

        clock.set(end);

        assertThat(runner.pause()).isEqualTo(Pause.NONE);
        awaitState(job, TransferState.COMPLETE);
    }

    @Test
    void whatWaitsIsCancelledAtOnce() {
        TransferRunner runner = runner(ONE);
        TransferJob job = runner.submit(TestJobs.of("2.25.1"));
        assertThat(runner.cancel(job.id())).isTrue();
        assertThat(find(job).state()).isEqualTo(TransferState.CANCELLED);
        assertThat(runner.cancel(job.id())).isFalse();
        assertThat(runner.open()).isEmpty();
    }

    @Test
    void whatRunsIsCancelledAtTheInstance() {
        CountDownLatch arrived = peers.stopAfter(2);
        TransferRunner runner = started(ONE);
        TransferJob job = runner.submit(TestJobs.of("2.25.1"));
        await().until(() -> arrived.getCount() == 0);
        assertThat(runner.cancel(job.id())).isTrue();
        peers.answer();
        awaitState(job, TransferState.CANCELLED);
        assertThat(jobs.delivered(job.id())).isEqualTo(peers.held()).isNotEmpty().hasSizeLessThan(10);
        assertThat(ledger.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.instances()).isEqualTo(peers.held().size());
            assertThat(entry.outcome()).isEqualTo(TransferState.CANCELLED);
        });
    }

    @Test
    void theEndOfTheProgramKeepsTheJobForTheNextStart() {
        CountDownLatch arrived = peers.stopAfter(2);
        TransferRunner runner = started(ONE);
        TransferJob job = runner.submit(TestJobs.of("2.25.1"));
        await().until(() -> arrived.getCount() == 0);
        Thread closing = Thread.ofVirtual().start(runner::close);
        await().until(() -> runner.running().stream().allMatch(transfer -> transfer.cancellation().isCancelled()));
        peers.answer();
        await().until(() -> !closing.isAlive());
        assertThat(find(job).state()).isEqualTo(TransferState.QUEUED);

        Set<String> before = peers.held();
        started(ONE);
        awaitState(job, TransferState.COMPLETE);
        assertThat(peers.timesStored()).allSatisfy((uid, times) -> assertThat(times).isOne());
        assertThat(ledger.entries()).extracting(LedgerEntry::instances)
                .containsExactly(before.size(), 10 - before.size());
    }

    @Test
    void whatACrashInterruptedIsEnteredAndGoesOn() {
        TransferJob job = jobs.add(TestJobs.of("2.25.1").withAttempt(clock.now()));
        for (int i = 1; i <= 4; i++) {
            InstanceRef instance = ScriptedPeers.instance("2.25.1", i);
            jobs.markDelivered(job.id(), instance, 1);
            peers.hold(instance.sopInstanceUid());
        }
        List<AttributeChange> replaced = List.of(new AttributeChange("PatientID", "R7", "4711"));
        jobs.noteChanges(job.id(), replaced);
        peers.leaveBehind("2.25.1", 700);
        TransferRunner runner = started(ONE);
        awaitState(job, TransferState.COMPLETE);
        assertThat(peers.timesStored()).hasSize(6);
        assertThat(ledger.entries()).extracting(LedgerEntry::instances).containsExactly(4, 6);
        assertThat(ledger.entries().getFirst().changes()).isEqualTo(replaced);
        assertThat(ledger.entries()).extracting(LedgerEntry::bytesTwice).containsExactly(700L, 0L);
        assertThat(runner.bytesTwice(job.id())).isEqualTo(700);
    }

    @Test
    void theLedgerTellsWhatWasPutIn() {
        TransferRunner runner = started(ONE);
        TransferJob job = runner.submit(TestJobs.of("2.25.1"));
        awaitState(job, TransferState.COMPLETE);
        assertThat(ledger.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.studyInstanceUid()).isEqualTo("2.25.1");
            assertThat(entry.source()).isEqualTo(TestJobs.SOURCE);
            assertThat(entry.appointmentId()).isEqualTo("ACC");
            assertThat(entry.patientId()).isEqualTo("4711");
            assertThat(entry.instances()).isEqualTo(10);
            assertThat(entry.bytes()).isEqualTo(10L * ScriptedPeers.BYTES);
            assertThat(entry.outcome()).isEqualTo(TransferState.COMPLETE);
        });
        assertThat(find(job).bytes()).isEqualTo(10L * ScriptedPeers.BYTES);
        assertThat(find(job).delivered()).isEqualTo(10);
    }

    @Test
    void aDatabaseWithoutRoomStopsNothingForGood() {
        CountDownLatch arrived = peers.stopAfter(2);
        TransferRunner runner = started(ONE);
        TransferJob job = runner.submit(TestJobs.of("2.25.1"));
        await().until(() -> arrived.getCount() == 0);
        jobs.full(true);
        peers.answer();
        await().until(() -> runner.running().isEmpty());
        assertThat(runner.open()).singleElement().satisfies(waiting -> {
            assertThat(waiting.state()).isEqualTo(TransferState.WAITING);
            assertThat(String.valueOf(waiting.reason())).contains("notRecorded");
        });
        jobs.full(false);
        clock.turnOn(Duration.ofMinutes(30));
        awaitState(job, TransferState.COMPLETE);
        assertThat(ledger.entries()).extracting(LedgerEntry::instances).containsExactly(10);
    }

    @Test
    void whatWasKnownStaysKnownWhileTheSourceIsAway() {
        peers.fail(true);
        TransferJob job = jobs.add(TestJobs.of("2.25.1").withProgress(300, 120, 5000, clock.now()));
        started(ONE);
        awaitState(job, TransferState.WAITING);
        assertThat(find(job)).extracting(TransferJob::expected, TransferJob::delivered, TransferJob::bytes)
                .containsExactly(300, 120, 5000L);
    }

    @Test
    void anUnknownSourceIsAFailure() {
        TransferRunner runner = started(ONE);
        TransferJob known = TestJobs.of("2.25.1");
        TransferJob lost = new TransferJob(0, null, null, withSource(known), known.urgency(), known.due(),
                known.state(), 0, Instant.EPOCH, -1, 0, 0, null, Instant.EPOCH);
        awaitState(runner.submit(lost), TransferState.FAILED);
    }

    private static PriorCandidate withSource(TransferJob job) {
        var c = job.candidate();
        return new PriorCandidate(new StudyRef("2.25.1", "gone"), c.patient(),
                c.accessionNumber(), c.studyDate(), c.studyTime(), c.studyDescription(), c.modalities(), c.bodyParts(),
                c.instances());
    }
}
