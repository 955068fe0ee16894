package org.priorfetch.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;

class EngineWatchTest {

    private final ScriptedEngine engine = new ScriptedEngine(SampleDays.typical());
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startTheToolkit() {
        FxToolkit.start();
    }

    @Test
    void anEngineThatSaysNothingAnyMoreIsGoneUntilItSpeaksAgain() throws Exception {
        try (EngineWatch watch = new EngineWatch(engine, new Notes(), nanos::get)) {
            await().until(() -> seen.equals(List.of("heard")));
            look(watch);
            assertThat(seen).containsExactly("heard");

            nanos.addAndGet(EngineWatch.PATIENCE.toNanos() + 1);
            look(watch);
            assertThat(seen).containsExactly("heard", "gone");

            engine.publish(SampleDays.typical());
            await().until(() -> seen.equals(List.of("heard", "gone", "heard")));
        }
        assertThat(engine.listeners()).isZero();
    }

    @Test
    void anEngineThatIsStillBeingOpenedIsNotGone() throws Exception {
        try (EngineWatch watch = new EngineWatch(new NeverSpeaks(), new Notes(), nanos::get)) {
            nanos.addAndGet(EngineWatch.PATIENCE.toNanos() * 9);
            look(watch);
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

    private static void look(EngineWatch watch) throws Exception {
        OpenWindow.onScreenThread(() -> {
            watch.look();
            return null;
        });
    }
}
