package org.priorfetch.app.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.testing.OpenPanel;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.Texty;
import org.priorfetch.engine.api.EngineSnapshot;
import org.testfx.util.WaitForAsyncUtils;

/** While names are hidden, no part of one stands anywhere: no text, tooltip, accessible text or title. */
class NamesStayHiddenTest {

    private static final EngineSnapshot DAY = SampleDays.longNames();

    @Test
    void inThePanel() throws Exception {
        try (OpenPanel panel = new OpenPanel(new ScriptedEngine(DAY))) {
            panel.press(KeyCode.DOWN, KeyCode.ENTER);
            assertThat(namesIn(panel.scene())).isNotEmpty();

            panel.press(KeyCode.H);

            assertThat(namesIn(panel.scene())).isEmpty();
            assertThat(panel.shows(Privacy.HIDDEN_NAME)).isTrue();
        }
    }

    @Test
    void inTheMainWindow() throws Exception {
        try (OpenWindow window = new OpenWindow(DAY)) {
            assertThat(namesIn(window.scene())).isNotEmpty();
            window.robot().push(KeyCode.H);

            assertThat(namesIn(window.scene())).isEmpty();
            window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT2);
            assertThat(namesIn(window.scene())).isEmpty();
        }
    }

    @Test
    void whenTheIdleTimeIsOver() throws Exception {
        try (OpenPanel panel = new OpenPanel(new ScriptedEngine(DAY))) {
            OpenWindow.onScreenThread(() -> {
                panel.workplace().privacy().hide();
                return true;
            });
            WaitForAsyncUtils.waitForFxEvents();

            assertThat(namesIn(panel.scene())).isEmpty();
        }
    }

    private static List<String> namesIn(Scene scene) throws Exception {
        return OpenWindow.onScreenThread(() -> {
            List<String> texts = new ArrayList<>();
            texts.add(((Stage) scene.getWindow()).getTitle());
            collect(Texty.laidOut(scene.getRoot()), texts);
            return texts.stream().filter(Objects::nonNull).filter(NamesStayHiddenTest::tellsAName).toList();
        });
    }

    private static boolean tellsAName(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return nameParts().anyMatch(part -> lower.contains(part.toLowerCase(Locale.ROOT)));
    }

    private static Stream<String> nameParts() {
        return DAY.appointments()
                .stream()
                .flatMap(view -> Stream.of(view.patient().patientName().split("[\\^ ]+")))
                .filter(part -> part.length() > 3 && !part.endsWith("."));
    }

    private static void collect(Node node, List<String> texts) {
        texts.add(node.getAccessibleText());
        texts.add(node.getAccessibleHelp());
        if (node instanceof Labeled label) {
            texts.add(label.getText());
        }
        if (node instanceof Text text) {
            texts.add(text.getText());
        }
        if (node instanceof TextInputControl field) {
            texts.add(field.getText());
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            texts.add(control.getTooltip().getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }
}
