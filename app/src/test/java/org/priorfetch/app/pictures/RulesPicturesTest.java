package org.priorfetch.app.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Theme;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleRules;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.engine.api.RuleTrial.Recall;
import org.priorfetch.engine.api.RulesCommand;
import org.priorfetch.engine.api.SuggestionsReport;
import org.priorfetch.engine.model.RelevanceRules;

/** Draws the screen Rules; see {@link PicturesTest}. */
class RulesPicturesTest {

    private final Pictures pictures = new Pictures();

    static Stream<Arguments> looks() {
        Appearance dark = Appearance.DEFAULT;
        return Stream.of(Arguments.of("rules", SampleRules.typical(), dark, Locale.ENGLISH),
                Arguments.of("rules-light", SampleRules.typical(), new Appearance(Theme.LIGHT, 1), Locale.GERMANY),
                Arguments.of("rules-150", SampleRules.typical(), new Appearance(Theme.DARK, 1.5), Locale.GERMANY),
                Arguments.of("rules-200", SampleRules.typical(), new Appearance(Theme.LIGHT, 2), Locale.GERMANY),
                Arguments.of("rules-empty", RelevanceRules.DEFAULT, dark, Locale.ENGLISH),
                Arguments.of("rules-empty-200", RelevanceRules.DEFAULT, new Appearance(Theme.DARK, 2), Locale.GERMANY),
                Arguments.of("rules-40", SampleRules.forty(), dark, Locale.GERMANY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void draws(String name, RelevanceRules rules, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(SampleRules.open(rules), appearance, locale)) {
            visit(window);
            assertThat(pictures.drawn(window.scene(), name)).as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void drawsWhatATrialFound(String name, RelevanceRules rules, Appearance appearance, Locale locale)
            throws Exception {
        ScriptedEngine engine = SampleRules.open(rules)
                .on(RulesCommand.TryRules.class, _ -> SampleRules.trial(200, new Recall(43, 38, 41, 12, 7, 5)));
        try (OpenWindow window = new OpenWindow(engine, appearance, locale)) {
            visit(window);
            OpenWindow.onScreenThread(() -> {
                window.find("#max-priors", TextField.class).setText("7");
                window.find("#days-14", ToggleButton.class).fire();
                window.find("#trial-run", Button.class).fire();
                return null;
            });
            await().until(() -> OpenWindow.onScreenThread(
                    () -> !((Label) window.scene().lookup("#trial-result")).getText().isEmpty()));
            assertThat(pictures.drawn(window.scene(), name + "-trial"))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    static Stream<Arguments> sections() {
        return Stream.of("PAIRS", "USUAL")
                .flatMap(section -> Stream.of(Arguments.of(section, "rules-" + section, Appearance.DEFAULT,
                        Locale.ENGLISH),
                        Arguments.of(section, "rules-" + section + "-light", new Appearance(Theme.LIGHT, 1),
                                Locale.GERMANY),
                        Arguments.of(section, "rules-" + section + "-200", new Appearance(Theme.DARK, 2),
                                Locale.GERMANY)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("sections")
    void drawsPairsAndTheUsualChoice(String section, String name, Appearance appearance, Locale locale)
            throws Exception {
        try (OpenWindow window = new OpenWindow(SampleRules.open(SampleRules.thorough()), appearance, locale)) {
            visit(window);
            OpenWindow.onScreenThread(() -> {
                window.find("#section-" + section, ToggleButton.class).fire();
                return null;
            });
            assertThat(pictures.drawn(window.scene(), name)).as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    static Stream<Arguments> suggestions() {
        SuggestionsReport some = SampleRules.suggestions();
        SuggestionsReport nobody = new SuggestionsReport(0, List.of());
        return Stream.of(Arguments.of("rules-suggestions", some, Appearance.DEFAULT, Locale.ENGLISH),
                Arguments.of("rules-suggestions-light", some, new Appearance(Theme.LIGHT, 1), Locale.GERMANY),
                Arguments.of("rules-suggestions-125", some, new Appearance(Theme.DARK, 1.25), Locale.GERMANY),
                Arguments.of("rules-suggestions-125-light", some, new Appearance(Theme.LIGHT, 1.25), Locale.ENGLISH),
                Arguments.of("rules-suggestions-200", some, new Appearance(Theme.DARK, 2), Locale.GERMANY),
                Arguments.of("rules-suggestions-nobody", nobody, Appearance.DEFAULT, Locale.GERMANY),
                Arguments.of("rules-suggestions-none", new SuggestionsReport(17, List.of()),
                        new Appearance(Theme.LIGHT, 1.25), Locale.GERMANY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("suggestions")
    void drawsSuggestions(String name, SuggestionsReport report, Appearance appearance, Locale locale)
            throws Exception {
        ScriptedEngine engine = SampleRules.open(SampleRules.typical())
                .on(RulesCommand.ReadSuggestions.class, _ -> report);
        try (OpenWindow window = new OpenWindow(engine, appearance, locale)) {
            visit(window);
            OpenWindow.onScreenThread(() -> {
                window.find("#section-SUGGESTIONS", ToggleButton.class).fire();
                window.find("#trial-run", Button.class).fire();
                return null;
            });
            await().until(() -> OpenWindow.onScreenThread(
                    () -> !((Label) window.scene().lookup("#trial-recall")).getText().isEmpty()));
            assertThat(pictures.drawn(window.scene(), name)).as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    @Test
    void drawsWhatIsWrongInTheUsualChoice() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleRules.open(SampleRules.thorough()),
                new Appearance(Theme.LIGHT, 1), Locale.GERMANY)) {
            visit(window);
            OpenWindow.onScreenThread(() -> {
                window.find("#section-USUAL", ToggleButton.class).fire();
                return null;
            });
            await().until(() -> OpenWindow.onScreenThread(() -> window.scene().lookup("#usual-newest") != null));
            OpenWindow.onScreenThread(() -> {
                window.find("#usual-newest", TextField.class).setText("");
                window.find("#usual-oldest", TextField.class).setText("alle");
                return null;
            });
            assertThat(pictures.drawn(window.scene(), "rules-USUAL-wrong"))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    @Test
    void drawsWhatIsWrongAndTheLock() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleRules.locked(SampleRules.typical()), Appearance.DEFAULT,
                Locale.GERMANY)) {
            visit(window);
            OpenWindow.onScreenThread(() -> {
                window.find("#rule-name", TextField.class).setText("!");
                window.find("#rule-modalities", TextField.class).setText("MG, mammo-graphie");
                window.find("#rule-max-priors", TextField.class).setText("0");
                window.find("#rule-max-age", TextField.class).setText("alt");
                return null;
            });
            assertThat(pictures.drawn(window.scene(), "rules-wrong"))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    private static void visit(OpenWindow window) throws Exception {
        window.visit(ScreenId.RULES);
        await("the rules").until(() -> OpenWindow.onScreenThread(
                () -> window.scene().lookup("#trial-run") instanceof Button run && !run.isDisabled()));
        await("the controls that are made when they are first laid out")
                .until(() -> OpenWindow.onScreenThread(() -> window.scene().lookup("#days-14") != null));
    }
}
