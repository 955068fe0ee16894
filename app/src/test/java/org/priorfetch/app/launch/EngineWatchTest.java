package org.priorfetch.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.TestTimer;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;

class EngineWatchTest {

    private final ScriptedEngine engine = new ScriptedEngine(SampleDays.typical());
    private final AtomicLong nanos = new AtomicLong();
    private final TestTimer timer = new TestTimer();
    private volatile boolean looking;
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startTheToolkit() {
        FxToolkit.start();
    }

    private EngineWatch watch(PrefetchEngine watched) throws Exception {
        return OpenWindow.onScreenThread(
                () -> new EngineWatch(watched, new Notes(), () -> looking, nanos::get, timer));
    }

    @Test
    void anEngineThatSaysNothingAnyMoreIsGoneUntilItSpeaksAgain() throws Exception {
        try (EngineWatch _ = watch(engine)) {
            await().until(() -> seen.equals(List.of("heard")));
            look();
            assertThat(seen).containsExactly("heard");

            nanos.addAndGet(EngineWatch.PATIENCE.toNanos() + 1);
            look();
            assertThat(seen).containsExactly("heard", "gone");

            engine.publish(SampleDays.typical());
            await().until(() -> seen.equals(List.of("heard", "gone", "heard")));
        }
        assertThat(engine.listeners()).isZero();
    }

    @Test
    void oneThatHasEndedIsGoneAtOnceUntilTheNextOneSpeaks() throws Exception {
        try (EngineWatch _ = watch(engine)) {
            await().until(() -> seen.equals(List.of("heard")));

            engine.end();
            assertThat(timer.waiting()).containsExactly(Duration.ZERO);
            look();
            assertThat(seen).containsExactly("heard", "gone");

            engine.publish(SampleDays.typical());
            await().until(() -> seen.equals(List.of("heard", "gone", "heard")));
            look();
            assertThat(seen).containsExactly("heard", "gone", "heard");
        }
    }

    @Test
    void wakesUpNoMoreOftenThanItHasPatience() throws Exception {
        try (EngineWatch _ = watch(engine)) {
            assertThat(timer.waiting()).containsExactly(EngineWatch.PATIENCE);
            nanos.addAndGet(EngineWatch.PATIENCE.toNanos() / 3);
            engine.publish(SampleDays.typical());
            nanos.addAndGet(EngineWatch.PATIENCE.toNanos() / 3);

            look();

            assertThat(timer.waiting()).singleElement()
                    .satisfies(wait -> assertThat(wait).isBetween(EngineWatch.PATIENCE.multipliedBy(2).dividedBy(3),
                            EngineWatch.PATIENCE));
        }
    }

    @Test
    void whatWasNotWorthWakingTheScreenIsToldWhenSomebodyLooks() throws Exception {
        try (EngineWatch watch = watch(engine)) {
            await().until(() -> seen.equals(List.of("heard")));
            engine.publish(SampleDays.typical());
            look();
            assertThat(seen).containsExactly("heard");

            catchUp(watch);
            assertThat(seen).containsExactly("heard", "heard");
            catchUp(watch);
            assertThat(seen).containsExactly("heard", "heard");

            looking = true;
            engine.publish(SampleDays.typical());
            await().until(() -> seen.size() == 3);
        }
    }

    @Test
    void anEngineThatIsStillBeingOpenedIsNotGone() throws Exception {
        try (EngineWatch _ = watch(new NeverSpeaks())) {
            nanos.addAndGet(EngineWatch.PATIENCE.toNanos() * 9);
            look();
            assertThat(seen).isEmpty();
        }
    }

    private static final class NeverSpeaks implements PrefetchEngine {

        @Override
        public void start() {}

        @Override
        public EngineSnapshot snapshot() {
            throw new IllegalStateException("not yet");
        }

        @Override
        public Subscription subscribe(Consumer<EngineSnapshot> listener) {
            return () -> {};
        }

        @Override
        public <R> R submit(EngineCommand<R> command) {
            throw new IllegalStateException("not yet");
        }

        @Override
        public void close() {}
    }

    private final class Notes implements EngineWatch.Listener {

        @Override
        public void heard(EngineSnapshot snapshot) {
            seen.add("heard");
        }

        @Override
        public void gone() {
            seen.add("gone");
        }
    }

    private void look() throws Exception {
        timer.fire();
        OpenWindow.onScreenThread(() -> null);
    }

    private static void catchUp(EngineWatch watch) throws Exception {
        OpenWindow.onScreenThread(() -> {
            watch.catchUp();
            return null;
        });
    }
}
