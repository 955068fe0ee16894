package org.priorfetch.app.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.engine.api.EngineSnapshot;

class SnapshotBridgeTest {

    private final EngineSnapshot first = Snapshots.of();
    private final ScriptedEngine engine = new ScriptedEngine(first);
    private final BlockingQueue<Runnable> screenThread = new LinkedBlockingQueue<>();
    private final AtomicLong nanos = new AtomicLong();
    private final List<EngineSnapshot> shown = new ArrayList<>();

    @Test
    void showsThePresentSnapshotAtOnce() {
        try (SnapshotBridge _ = open()) {
            runScreenThread();

            assertThat(shown).containsExactly(first);
        }
    }

    @Test
    void onlyTheLatestOfManyIsShownAndOneCallIsUnderWay() {
        try (SnapshotBridge _ = open()) {
            engine.publish(Snapshots.of());
            EngineSnapshot last = Snapshots.of();
            engine.publish(last);
            assertThat(screenThread).hasSize(1);

            runScreenThread();

            assertThat(shown).containsExactly(last);
        }
    }

    @Test
    void theNextOneWaitsForATenthOfASecond() throws InterruptedException {
        try (SnapshotBridge _ = open()) {
            runScreenThread();
            EngineSnapshot next = Snapshots.of();
            long before = System.nanoTime();
            engine.publish(next);

            Runnable call = screenThread.poll(10, TimeUnit.SECONDS);
            assertThat(System.nanoTime() - before).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(90));
            assertThat(call).isNotNull();
            call.run();
            assertThat(shown).containsExactly(first, next);
        }
    }

    @Test
    void afterAPauseTheNextOneIsShownWithoutWaiting() {
        try (SnapshotBridge _ = open()) {
            runScreenThread();
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
            engine.publish(Snapshots.of());

            assertThat(screenThread).hasSize(1);
        }
    }

    @Test
    void oneThatArrivesWhileAnotherIsShownIsNotLost() {
        EngineSnapshot late = Snapshots.of();
        Queue<Runnable> whileShowing = new ArrayDeque<>(List.of(() -> engine.publish(late)));
        try (SnapshotBridge _ = new SnapshotBridge(engine, _ -> true, snapshot -> {
            shown.add(snapshot);
            if (!whileShowing.isEmpty()) {
                whileShowing.remove().run();
            }
        }, () -> {}, screenThread::add, nanos::get)) {
            runScreenThread();
            await().until(() -> !screenThread.isEmpty());
            runScreenThread();

            assertThat(shown).containsExactly(first, late);
        }
    }

    @Test
    void showsNothingAfterItIsClosed() {
        SnapshotBridge bridge = open();
        bridge.close();
        runScreenThread();
        engine.publish(Snapshots.of());

        assertThat(shown).isEmpty();
        assertThat(screenThread).isEmpty();
        assertThat(engine.listeners()).isZero();
    }

    private SnapshotBridge open() {
        return new SnapshotBridge(engine, _ -> true, shown::add, () -> {}, screenThread::add, nanos::get);
    }

    private void runScreenThread() {
        List<Runnable> calls = new ArrayList<>();
        screenThread.drainTo(calls);
        calls.forEach(Runnable::run);
    }
}
