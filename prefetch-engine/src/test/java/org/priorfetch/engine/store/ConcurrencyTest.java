package org.priorfetch.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.engine.store.Samples.NOON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;

/** Many threads, interrupted ones among them. */
class ConcurrencyTest extends OpenStore {

    private static final int THREADS = 50;
    private static final int MARKS = 400;

    @Test
    void manyTransfersAtOnce() throws Exception {
        List<TransferJob> ended = onManyThreads(this::transfer);

        assertThat(ended).extracting(TransferJob::id).doesNotHaveDuplicates();
        assertThat(store.jobs().open()).isEmpty();
        assertThat(store.jobs().recent(2 * THREADS)).containsExactlyInAnyOrderElementsOf(ended);
        for (TransferJob job : ended) {
            assertThat(store.jobs().delivered(job.id())).hasSize(MARKS);
        }
    }

    private TransferJob transfer() {
        TransferJob job = store.jobs().add(Samples.bareJob());
        for (int i = 0; i < MARKS; i++) {
            store.jobs().markDelivered(job.id(), Samples.instance("1." + i), 512);
        }
        job = job.withAttempt(NOON).withProgress(MARKS, MARKS, 1, NOON).with(TransferState.COMPLETE, null, NOON);
        store.jobs().save(job);
        store.ledger().append(Samples.ledgerEntry(NOON));
        return job;
    }

    @Test
    void theSameRowsFromManyThreads() throws Exception {
        store.appointments().save(Samples.fullAppointment("A2"));
        AppointmentPrior prior = Samples.prior("A2", Samples.bareCandidate("1.1"), PriorState.FETCH);

        onManyThreads(() -> {
            store.peers().save(PeerStatus.unknown(PeerKind.SOURCE, "regional"));
            store.appointments().save(Samples.fullAppointment("A1"));
            store.appointments().replacePriors("A2", List.of(prior));
            store.appointments().save(prior);
            return true;
        });

        assertThat(store.peers().all()).hasSize(1);
        assertThat(store.appointments().all()).hasSize(2);
        assertThat(store.appointments().priors()).containsExactly(prior);
    }

    @Test
    void anInterruptedCallerIsServedAndStaysInterrupted() throws Exception {
        List<Boolean> interrupts = onManyThreads(() -> {
            Thread.currentThread().interrupt();
            store.jobs().add(Samples.bareJob());
            return Thread.interrupted();
        });

        assertThat(interrupts).containsOnly(true);
        assertThat(store.jobs().open()).hasSize(THREADS);
    }

    @Test
    void interruptsInTheMiddleOfTheWorkLeaveTheStoreOpen() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        Thread worker = Thread.ofVirtual().start(() -> {
            while (!stop.get()) {
                store.jobs().add(Samples.bareJob());
            }
        });
        while (store.jobs().open().size() < THREADS) {
            worker.interrupt();
        }
        stop.set(true);

        assertThat(worker.join(Duration.ofSeconds(30))).isTrue();
        assertThat(store.jobs().open()).hasSizeGreaterThanOrEqualTo(THREADS);
    }

    @Test
    void marksReachTheDiskByThemselves() {
        long job = store.jobs().add(Samples.bareJob()).id();
        Database behind = ((SqlJobs) store.jobs()).database();

        store.jobs().markDelivered(job, Samples.instance("1.1"), 512);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> behind.read(handle -> handle
                        .createQuery("SELECT COUNT(*) FROM delivered_instance")
                        .mapTo(Integer.class)
                        .one()) == 1);
    }

    private static <T> List<T> onManyThreads(Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = IntStream.range(0, THREADS).mapToObj(_ -> threads.submit(work)).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(60, TimeUnit.SECONDS));
            }
            return results;
        }
    }
}
