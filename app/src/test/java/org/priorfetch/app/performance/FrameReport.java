package org.priorfetch.app.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.testing.OpenPanel;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.engine.api.EngineSnapshot;

/**
 * Prints what frames cost with 500 appointments and 200 transfers that change ten times a second, and how fast the panel
 * opens. Runs only when it is named: {@code mvn -pl app -am test -Dtest=FrameReport -Dsurefire.failIfNoSpecifiedTests=false}
 */
class FrameReport {

    private static final int ROUNDS = 150;
    private static final int OPENINGS = 20;

    @Test
    void framesOfThePanel() throws Exception {
        try (OpenPanel panel = new OpenPanel(new ScriptedEngine(day(0)))) {
            report("panel", frames(panel.scene(), panel.panel()::show));
            panel.press(KeyCode.ENTER, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
            report("panel, two appointments opened", frames(panel.scene(), panel.panel()::show));
        }
    }

    @Test
    void framesOfTheMainWindow() throws Exception {
        try (OpenWindow window = new OpenWindow(day(0))) {
            Consumer<EngineSnapshot> publish = window.engine()::publish;
            report("main window, Today", frames(window.scene(), publish));
            window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT2);
            report("main window, Transfers", frames(window.scene(), publish));
        }
    }

    @Test
    void openingOfThePanel() throws Exception {
        try (OpenPanel panel = new OpenPanel(new ScriptedEngine(day(0)))) {
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < OPENINGS; i++) {
                EngineSnapshot changed = day(i);
                OpenWindow.onScreenThread(() -> {
                    panel.panel().hide();
                    panel.panel().show(changed);
                    return true;
                });
                millis.add(opening(panel));
            }
            List<Double> sorted = millis.stream().sorted().toList();
            System.out.printf(Locale.ROOT, "opening of the panel, %d times: median %.0f ms, worst %.0f ms%n", OPENINGS,
                    sorted.get(OPENINGS / 2), sorted.getLast());
        }
    }

    /** From the click until the first frame is laid out and handed over. */
    private static double opening(OpenPanel panel) throws Exception {
        CompletableFuture<Long> shown = new CompletableFuture<>();
        long began = System.nanoTime();
        Platform.runLater(() -> {
            panel.panel().showAt(null);
            Scene scene = panel.scene();
            Runnable[] listener = new Runnable[1];
            listener[0] = () -> {
                scene.removePostLayoutPulseListener(listener[0]);
                Platform.runLater(() -> shown.complete(System.nanoTime()));
            };
            scene.addPostLayoutPulseListener(listener[0]);
            Platform.requestNextPulse();
        });
        return (shown.get(20, TimeUnit.SECONDS) - began) / 1e6;
    }

    private static FrameTimes frames(Scene scene, Consumer<EngineSnapshot> publish) throws Exception {
        List<EngineSnapshot> days = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            days.add(day(i));
        }
        return FrameTimes.measure(scene, ROUNDS, round -> publish.accept(days.get(round % days.size())));
    }

    private static EngineSnapshot day(int round) {
        return SampleDays.large(500, 200, round);
    }

    private static void report(String what, FrameTimes times) {
        System.out.println(what + ": " + times);
    }
}
