package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;

/** What people and appointments ask for at the very moment at which a try comes to its end. */
class EndOfTryTest {

    private static final SourceBudget ONE = new SourceBudget(1, null, null, null);

    private final TestClock clock = new TestClock();
    private final InMemoryJobs jobs = new InMemoryJobs();
    private final ScriptedPeers peers = new ScriptedPeers();
    private final List<TransferState> heard = new CopyOnWriteArrayList<>();
    private final AtomicReference<Consumer<TransferJob>> meanwhile = new AtomicReference<>(_ -> {});
    private TransferRunner runner;

    @BeforeEach
    void start() {
        StudyRelays relays = new StudyRelays(Map.of(TestJobs.SOURCE, peers.relayPeers()), peers,
                new SamePatient(clock.now()), jobs, new InMemoryLedger(), clock);
        runner = new TransferRunner(relays, jobs, clock, Map.of(TestJobs.SOURCE, ONE),
                new HandOrder(Comparator.comparing(TransferJob::due)), new BackOff(new Random(1)), this::changed);
        runner.start();
    }

    @AfterEach
    void close() {
        runner.close();
    }

    private void changed(TransferJob job) {
        heard.add(job.state());
        meanwhile.get().accept(job);
    }

    private static Consumer<TransferJob> once(TransferState state, Runnable action) {
        AtomicReference<Runnable> left = new AtomicReference<>(action);
        return job -> {
            if (job.state() == state) {
                left.getAndSet(() -> {}).run();
            }
        };
    }

    private TransferJob stored(TransferJob job) {
        return jobs.find(job.id()).orElseThrow();
    }

    private void awaitEndOfTry() {
        await().atMost(Duration.ofSeconds(10)).until(() -> !peers.asked().isEmpty() && runner.running().isEmpty());
    }

    /** It was to be tried again, which had been decided and told, but not yet been done. */
    @Test
    void whatIsCancelledThenIsNotTriedAgain() {
        peers.fail(true);
        meanwhile.set(once(TransferState.WAITING, () -> runner.open().forEach(job -> runner.cancel(job.id()))));

        TransferJob job = runner.submit(TestJobs.of("2.25.1"));
        awaitEndOfTry();

        assertThat(runner.open()).isEmpty();
        assertThat(stored(job).state()).isEqualTo(TransferState.CANCELLED);
        assertThat(heard.getLast()).isEqualTo(TransferState.CANCELLED);
    }

    @Test
    void whatIsWantedSoonerSinceItBeganStaysSo() {
        peers.fail(true);
        TransferJob sooner = TestJobs.of("2.25.1").dueAt(TestJobs.DUE.minusSeconds(60), Urgency.STAT);
        peers.whenAsked(() -> runner.submit(sooner));

        TransferJob job = runner.submit(TestJobs.of("2.25.1"));
        awaitEndOfTry();

        assertThat(List.of(stored(job), runner.open().getFirst())).allSatisfy(known -> {
            assertThat(known.id()).isEqualTo(job.id());
            assertThat(known.state()).isEqualTo(TransferState.WAITING);
            assertThat(known.urgency()).isEqualTo(Urgency.STAT);
            assertThat(known.due()).isEqualTo(sooner.due());
        });
    }

    /** Whoever asks for a study whose end is being noted does not bring it back among those that are under way. */
    @Test
    void whoAsksThenAsksForAnother() throws InterruptedException {
        AtomicReference<TransferJob> second = new AtomicReference<>();
        Thread asker = Thread.ofVirtual().unstarted(() -> second.set(runner.submit(TestJobs.of("2.25.1"))));
        meanwhile.set(once(TransferState.COMPLETE, asker::start));

        TransferJob first = runner.submit(TestJobs.of("2.25.1"));
        awaitEndOfTry();
        asker.join(Duration.ofSeconds(10));
        await().atMost(Duration.ofSeconds(10)).until(() -> runner.open().isEmpty());

        assertThat(second.get().id()).isNotEqualTo(first.id());
        assertThat(stored(first).state()).isEqualTo(TransferState.COMPLETE);
    }
}
