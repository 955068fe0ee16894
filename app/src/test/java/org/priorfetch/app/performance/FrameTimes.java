package org.priorfetch.app.performance;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.priorfetch.app.testing.OpenWindow;

/**
 * How long the FX thread works for a frame while a scene is updated ten times a second: the update itself, styles, layout,
 * and handing the frame over to the renderer. Its processor time is counted, so that other programs do not matter.
 *
 * @param millis of each frame that had work to do, in order
 */
public record FrameTimes(List<Double> millis) {

    /** A screen that draws sixty times a second. */
    private static final double FRAME_MILLIS = 1000 / 60.0;
    private static final int WARM_UP = 30;
    private static final long PACE_MILLIS = 100;
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * Measures so many updates, after some that only warm up.
     *
     * @param update called on the FX thread with the number of the round
     */
    public static FrameTimes measure(Scene scene, int rounds, IntConsumer update) throws Exception {
        ConcurrentLinkedQueue<Double> frames = new ConcurrentLinkedQueue<>();
        CompletableFuture<Void> done = new CompletableFuture<>();
        AtomicInteger round = new AtomicInteger();
        Probe probe = OpenWindow.onScreenThread(() -> new Probe(scene, frames));
        try (ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor()) {
            var _ = pace.scheduleAtFixedRate(() -> {
                int next = round.getAndIncrement();
                if (next == WARM_UP) {
                    frames.clear();
                }
                if (next >= rounds + WARM_UP) {
                    pace.shutdown();
                    done.complete(null);
                } else {
                    probe.update(() -> update.accept(next));
                }
            }, 0, PACE_MILLIS, TimeUnit.MILLISECONDS);
            done.get(PACE_MILLIS * (rounds + WARM_UP) * 10, TimeUnit.MILLISECONDS);
        }
        OpenWindow.onScreenThread(() -> {
            probe.close();
            return true;
        });
        return new FrameTimes(List.copyOf(frames));
    }

    public double percentile(double percent) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * percent / 100)));
    }

    @Override
    public String toString() {
        long over = millis.stream().filter(frame -> frame > FRAME_MILLIS).count();
        return String.format(Locale.ROOT,
                "%d frames: median %.1f ms, 95 %% under %.1f ms, 99 %% under %.1f ms, worst %.1f ms; %d over %.1f ms",
                millis.size(), percentile(50), percentile(95), percentile(99), percentile(100), over, FRAME_MILLIS);
    }

    /** Adds what an update takes to what the pulse after it takes. */
    private static final class Probe extends AnimationTimer implements AutoCloseable {

        private final Scene scene;
        private final ConcurrentLinkedQueue<Double> frames;
        private final Runnable laidOut = this::laidOut;
        private final AtomicBoolean underWay = new AtomicBoolean();
        private long pulseBegan;
        private long updateNanos;

        Probe(Scene scene, ConcurrentLinkedQueue<Double> frames) {
            this.scene = scene;
            this.frames = frames;
            scene.addPostLayoutPulseListener(laidOut);
            start();
        }

        /** One at a time; what comes while a frame is not done is left out, as it is in the program. */
        void update(Runnable update) {
            if (underWay.compareAndSet(false, true)) {
                Platform.runLater(() -> {
                    long began = worked();
                    update.run();
                    updateNanos = worked() - began;
                });
            }
        }

        @Override
        public void handle(long now) {
            pulseBegan = worked();
        }

        @Override
        public void close() {
            stop();
            scene.removePostLayoutPulseListener(laidOut);
        }

        private void laidOut() {
            long updated = updateNanos;
            updateNanos = 0;
            if (updated > 0) {
                Platform.runLater(() -> {
                    frames.add((updated + worked() - pulseBegan) / NANOS_PER_MILLI);
                    underWay.set(false);
                });
            }
        }

        private static long worked() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }
}
