package org.priorfetch.app.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Theme;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleReviews;
import org.priorfetch.app.testing.ScriptedEngine;

/** Draws the screen "Review" as people see it. */
class ReviewPicturesTest {

    private final Pictures pictures = new Pictures();

    static Stream<Arguments> looks() {
        Supplier<ScriptedEngine> typical = SampleReviews::typical;
        Supplier<ScriptedEngine> nothing = SampleReviews::nothing;
        Appearance dark = Appearance.DEFAULT;
        return Stream.of(Arguments.of("review", typical, dark, Locale.ENGLISH, 0),
                Arguments.of("review-light", typical, new Appearance(Theme.LIGHT, 1), Locale.GERMANY, 0),
                Arguments.of("review-german", typical, dark, Locale.GERMANY, 1),
                Arguments.of("review-150", typical, new Appearance(Theme.DARK, 1.5), Locale.GERMANY, 0),
                Arguments.of("review-200", typical, new Appearance(Theme.LIGHT, 2), Locale.GERMANY, 0),
                Arguments.of("review-long-names", typical, dark, Locale.GERMANY, 2),
                Arguments.of("review-partial", typical, dark, Locale.ENGLISH, 3),
                Arguments.of("review-disagreeing", typical, dark, Locale.GERMANY, 5),
                Arguments.of("review-put-off", typical, dark, Locale.GERMANY, 6),
                Arguments.of("review-empty", nothing, dark, Locale.ENGLISH, -1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void draws(String name, Supplier<ScriptedEngine> engine, Appearance appearance, Locale locale, int row)
            throws Exception {
        try (OpenWindow window = new OpenWindow(engine.get(), appearance, locale).visit(ScreenId.REVIEW)) {
            ListView<?> list = window.find("#reviews", ListView.class);
            if (row >= 0) {
                await().until(() -> list.getItems().size() > row);
                OpenWindow.onScreenThread(() -> {
                    list.getSelectionModel().select(row);
                    return true;
                });
            }
            assertThat(pictures.drawn(window.scene(), name)).as("texts that do not fit, and what lies on each other")
                    .isEmpty();
            if (row == 0) {
                window.robot().push(KeyCode.L);
                assertThat(pictures.drawn(window.scene(), name + "-later"))
                        .as("texts that do not fit, and what lies on each other")
                        .isEmpty();
            }
        }
    }
}
