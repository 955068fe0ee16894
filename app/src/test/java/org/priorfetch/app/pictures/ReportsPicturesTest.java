package org.priorfetch.app.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Theme;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleRecords;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.RecordCommand;

/** Draws the three tabs of the screen "Reports". */
@Timeout(120)
class ReportsPicturesTest {

    private final Pictures pictures = new Pictures();

    static Stream<Arguments> looks() {
        Appearance dark = Appearance.DEFAULT;
        return Stream.of(Arguments.of("reports", SampleRecords.busy(), dark, Locale.ENGLISH),
                Arguments.of("reports-light", SampleRecords.busy(), new Appearance(Theme.LIGHT, 1), Locale.GERMANY),
                Arguments.of("reports-german", SampleRecords.busy(), dark, Locale.GERMANY),
                Arguments.of("reports-150", SampleRecords.busy(), new Appearance(Theme.DARK, 1.5), Locale.GERMANY),
                Arguments.of("reports-200", SampleRecords.busy(), new Appearance(Theme.DARK, 2), Locale.GERMANY),
                Arguments.of("reports-empty", SampleRecords.empty(), dark, Locale.ENGLISH),
                Arguments.of("reports-failing", SampleRecords.failing(), dark, Locale.GERMANY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void draws(String name, ScriptedEngine engine, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(engine, appearance, locale)) {
            window.visit(ScreenId.REPORTS);
            for (int tab = 0; tab < 3; tab++) {
                assertThat(drawn(window, name, tab)).as("texts that do not fit, and what lies on each other").isEmpty();
            }
            chooseTheLongestTime(window);
            assertThat(drawn(window, name + "-year", 0)).as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    private static void chooseTheLongestTime(OpenWindow window) throws Exception {
        OpenWindow.onScreenThread(() -> {
            ((ToggleButton) window.scene().lookup("#span-YEAR")).setSelected(true);
            return null;
        });
        await().until(() -> window.engine().submitted().stream().anyMatch(ReportsPicturesTest::isOfAYear));
    }

    private static boolean isOfAYear(EngineCommand<?> command) {
        return command instanceof RecordCommand.ReadReport report && report.from().isBefore(report.to().minusDays(300));
    }

    private List<String> drawn(OpenWindow window, String name, int tab) throws Exception {
        OpenWindow.onScreenThread(() -> {
            TabPane tabs = (TabPane) window.scene().lookup("#reports");
            tabs.getSelectionModel().select(tab);
            return null;
        });
        Texts texts = window.workplace().texts();
        await().until(() -> !window.shows(texts.get("reports.reading")));
        OpenWindow.onScreenThread(() -> {
            TableView<?> table = (TableView<?>) window.scene().lookup("#deliveries-table");
            if (tab == 1 && !table.getItems().isEmpty()) {
                table.getSelectionModel().select(3);
            }
            return null;
        });
        return pictures.drawn(window.scene(), name + "-" + tab);
    }
}
