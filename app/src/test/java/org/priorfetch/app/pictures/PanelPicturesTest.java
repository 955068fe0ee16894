package org.priorfetch.app.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Theme;
import org.priorfetch.app.screen.ViewerActions;
import org.priorfetch.app.testing.OpenPanel;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.engine.api.EngineSnapshot;

/** Draws the status panel in its states; see {@link PicturesTest}. */
class PanelPicturesTest {

    private final Pictures pictures = new Pictures();

    static Stream<Arguments> panels() {
        Appearance dark = Appearance.DEFAULT;
        Appearance light = new Appearance(Theme.LIGHT, 1);
        return Stream.of(Arguments.of("panel", SampleDays.typical(), dark, Locale.ENGLISH),
                Arguments.of("panel-light", SampleDays.typical(), light, Locale.GERMANY),
                Arguments.of("panel-german", SampleDays.typical(), dark, Locale.GERMANY),
                Arguments.of("panel-150", SampleDays.typical(), new Appearance(Theme.DARK, 1.5), Locale.GERMANY),
                Arguments.of("panel-200", SampleDays.typical(), new Appearance(Theme.LIGHT, 2), Locale.ENGLISH),
                Arguments.of("panel-200-rows", SampleDays.large(200, 80, 0), dark, Locale.ENGLISH),
                Arguments.of("panel-long-names", SampleDays.longNames(), dark, Locale.ENGLISH),
                Arguments.of("panel-empty", SampleDays.empty(), dark, Locale.ENGLISH),
                Arguments.of("panel-not-set-up", SampleDays.notSetUp(), dark, Locale.ENGLISH),
                Arguments.of("panel-unreachable", SampleDays.unreachable(), dark, Locale.ENGLISH),
                Arguments.of("panel-unreachable-light", SampleDays.unreachable(), light, Locale.GERMANY),
                Arguments.of("panel-unreachable-empty", SampleDays.unreachableAndEmpty(), dark, Locale.GERMANY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("panels")
    void draws(String name, EngineSnapshot day, Appearance appearance, Locale locale) throws Exception {
        try (OpenPanel panel = new OpenPanel(new ScriptedEngine(day), appearance, locale, ViewerActions.NONE)) {
            assertThat(pictures.drawn(panel.scene(), name)).as("texts that do not fit, and what lies on each other")
                    .isEmpty();
            if (!day.appointments().isEmpty()) {
                panel.press(KeyCode.DOWN, KeyCode.ENTER);
                assertThat(pictures.drawn(panel.scene(), name + "-opened"))
                        .as("texts that do not fit, and what lies on each other")
                        .isEmpty();
            }
        }
    }
}
