package org.priorfetch.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.tray.TrayState;

class EngineWatchTest {

    private final ScriptedEngine engine = new ScriptedEngine(SampleDays.typical());
    private final AtomicLong nanos = new AtomicLong();
    private final List<TrayState> seen = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startTheToolkit() {
        FxToolkit.start();
    }

    @Test
    void anEngineThatSaysNothingAnyMoreIsGoneUntilItSpeaksAgain() throws Exception {
        TrayState known = TrayState.of(SampleDays.typical());
        try (EngineWatch watch = new EngineWatch(engine, seen::add, nanos::get)) {
            await().until(() -> seen.equals(List.of(known)));
            look(watch);
            assertThat(seen).containsExactly(known);

            nanos.addAndGet(EngineWatch.PATIENCE.toNanos() + 1);
            look(watch);
            assertThat(seen).endsWith(TrayState.engineGone());

            engine.publish(SampleDays.typical());
            await().until(() -> seen.getLast().equals(known));
        }
        assertThat(engine.listeners()).isZero();
    }

    private static void look(EngineWatch watch) throws Exception {
        OpenWindow.onScreenThread(() -> {
            watch.look();
            return null;
        });
    }
}
