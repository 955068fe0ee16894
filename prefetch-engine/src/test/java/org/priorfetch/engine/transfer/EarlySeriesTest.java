package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.InstanceReceiver.Answer;
import org.priorfetch.engine.port.InstanceSpool;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.SeriesStream;

/** What becomes of a series that came before anybody had asked for it. */
@Timeout(60)
class EarlySeriesTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Executor BESIDE = task -> Thread.ofVirtual().start(task);

    private final StreamingPeers peers = new StreamingPeers();
    private final JobProgress progress = new JobProgress(() -> {});
    private final Cancellation stop = new Cancellation();
    private final EarlySeries series = new EarlySeries(StreamingPeers.FIRST, peers, progress, stop);
    private final List<Answer> answers = new CopyOnWriteArrayList<>();

    private SeriesStream stream() {
        return peers.unlisted().orElseThrow();
    }

    private void begin(SeriesStream stream) {
        BESIDE.execute(() -> series.run(StreamingPeers.STUDY, stream));
    }

    private void awaitAllKept() {
        await().untilAsserted(() -> assertThat(peers.onDisk).hasSize(StreamingPeers.OF_A_SERIES));
    }

    private static CompletableFuture<Boolean> handOver(EarlySeries begun, InstanceReceiver receiver,
            Cancellation cancellation) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return begun.handOver(receiver, cancellation);
            } catch (PeerException failure) {
                throw new IllegalStateException(failure);
            }
        }, BESIDE);
    }

    @Test
    void isGivenUpWhereNobodyAsksForIt() {
        begin(stream());
        awaitAllKept();
        series.offer(StreamingPeers.OF_A_SERIES, Duration.ofMillis(20));
        await().untilAsserted(() -> assertThat(peers.onDisk).isEmpty());
        assertThat(stop.isCancelled()).isTrue();
        assertThat(progress.bytesTwice()).isEqualTo((long) StreamingPeers.OF_A_SERIES * peers.bytesOfAnImage);
        assertThat(handOver(series, _ -> Answer.TAKEN, new Cancellation()).join()).isFalse();
    }

    @Test
    void isGivenUpAtOnceWhereNothingOfItIsWanted() {
        begin(stream());
        awaitAllKept();
        series.offer(0, LONG);
        assertThat(stop.isCancelled()).isTrue();
        assertThat(peers.onDisk).isEmpty();
    }

    @Test
    void aReceiverThatFailsLeavesNothingBehind() {
        begin(stream());
        awaitAllKept();
        assertThatThrownBy(() -> series.handOver(_ -> {
            throw new IllegalStateException("a defect");
        }, new Cancellation())).hasMessage("a defect");
        assertThat(peers.onDisk).isEmpty();
        assertThat(stop.isCancelled()).isTrue();
    }

    @Test
    void endsWithWhomItIsHandedOverTo() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        Cancellation lane = new Cancellation();
        begin((_, _, _, cancellation, _) -> {
            assertThat(cancellation.await(LONG)).isTrue();
            mayEnd.countDown();
        });
        CompletableFuture<Boolean> handedOver = handOver(series, _ -> Answer.TAKEN, lane);
        lane.cancel();
        assertThat(handedOver.join()).as("nothing came").isFalse();
        assertThat(mayEnd.getCount()).isZero();
    }

    @Test
    void aGraveErrorKeepsNobodyWaiting() {
        CompletableFuture<Boolean> handedOver = handOver(series, _ -> Answer.TAKEN, new Cancellation());
        assertThatThrownBy(() -> series.run(StreamingPeers.STUDY, (_, _, _, _, _) -> {
            throw new OutOfMemoryError("none left");
        })).isInstanceOf(OutOfMemoryError.class);
        assertThat(handedOver.join()).isFalse();
    }

    @Test
    void aFullDiskEndsItAndNothingHalfReadIsHandedOver() {
        InstanceSpool full = _ -> {
            throw new IOException("no room left");
        };
        EarlySeries early = new EarlySeries(StreamingPeers.FIRST, full, progress, stop);
        early.run(StreamingPeers.STUDY, (study, uid, receiver, cancellation, spent) -> stream()
                .retrieve(study, uid, instance -> {
                    Answer answer = receiver.receive(instance);
                    answers.add(answer);
                    return answer;
                }, cancellation, spent));
        assertThat(answers).containsExactly(Answer.NO_ROOM);
        assertThat(handOver(early, _ -> Answer.TAKEN, new Cancellation()).join()).isFalse();
    }
}
