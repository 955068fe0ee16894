package org.priorfetch.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.OpenWindow.awaitText;

import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Theme;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.SampleRecords;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.Texty;
import org.priorfetch.engine.api.RecordCommand.ReadReport;

class RailTest {

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2})
    void nothingIsPushedOutOfTheWindowByLargeLetters(double scale) throws Exception {
        try (OpenWindow window = new OpenWindow(new ScriptedEngine(SampleDays.typical()),
                new Appearance(Theme.DARK, scale), Locale.GERMANY)) {
            OpenWindow.onScreenThread(() -> {
                // twice: what is laid out first can change how much room the rest gets
                Texty.laidOut(Texty.laidOut(window.scene().getRoot()));
                double height = window.scene().getHeight();
                assertThat(bottom(window.find("#status-bar", Node.class))).isLessThanOrEqualTo(height);
                assertThat(window.find("#status-bar", Node.class).localToScene(0, 0).getY()).isLessThan(height);
                Parent rail = window.find(".rail", Parent.class);
                for (Node button : rail.getChildrenUnmodifiable()) {
                    assertThat(bottom(button)).isLessThanOrEqualTo(bottom(rail));
                }
                assertThat(Texty.flaws(rail)).isEmpty();
                return null;
            });
        }
    }

    private static double bottom(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMaxY();
    }

    /** Whoever clicks there visits the screen like anybody who comes by another way. */
    @Test
    void aScreenThatIsOpenedFromItReadsWhatThereIsEachTime() throws Exception {
        ScriptedEngine engine = SampleRecords.busy();
        try (OpenWindow window = new OpenWindow(engine, Appearance.DEFAULT, Locale.ENGLISH)) {
            window.robot().clickOn("#rail-REPORTS");
            awaitText(window, "94 %");
            long once = reportsRead(engine);

            window.robot().clickOn("#rail-TODAY").clickOn("#rail-REPORTS");

            await().until(() -> reportsRead(engine) == 2 * once);
        }
    }

    private static long reportsRead(ScriptedEngine engine) {
        return engine.submitted().stream().filter(ReadReport.class::isInstance).count();
    }
}
