package org.priorfetch.app.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Theme;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.testing.Archives;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleMedia;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.engine.api.ArchiveAnswer;
import org.priorfetch.engine.api.ArchiveCommand;
import org.priorfetch.engine.api.MediaCommand;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.model.TransferState;

/** Draws the screen "Fetch" as people see it: with results, something chosen, and transfers under way. */
class FetchPicturesTest {

    private static final Appearance DARK = Appearance.DEFAULT;

    private final Pictures pictures = new Pictures();

    static Stream<Arguments> discs() {
        return Stream.of(Arguments.of("import", SampleMedia.typical(), DARK, Locale.ENGLISH),
                Arguments.of("import-german", SampleMedia.typical(), new Appearance(Theme.LIGHT, 1), Locale.GERMANY),
                Arguments.of("import-150", SampleMedia.typical(), new Appearance(Theme.DARK, 1.5), Locale.GERMANY),
                Arguments.of("import-200", SampleMedia.typical(), new Appearance(Theme.DARK, 2), Locale.GERMANY),
                Arguments.of("import-long-names", SampleMedia.longNames(), DARK, Locale.ENGLISH),
                Arguments.of("import-looking", SampleMedia.slow(), DARK, Locale.ENGLISH),
                Arguments.of("import-failed", SampleMedia.broken(), DARK, Locale.GERMANY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("discs")
    void drawsImports(String name, ScriptedEngine engine, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(engine, appearance, locale)) {
            window.visit(new Visit.ToImport(SampleMedia.PATH));
            await().until(() -> engine.submitted().stream().anyMatch(MediaCommand.ReadMedia.class::isInstance));
            assertThat(pictures.drawn(window.scene(), name)).as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    static Stream<Arguments> searches() {
        return Stream.of(Arguments.of("fetch", Archives.typical(), DARK, Locale.ENGLISH),
                Arguments.of("fetch-german", Archives.typical(), DARK, Locale.GERMANY),
                Arguments.of("fetch-light", Archives.typical(), new Appearance(Theme.LIGHT, 1), Locale.GERMANY),
                Arguments.of("fetch-150", Archives.typical(), new Appearance(Theme.DARK, 1.5), Locale.GERMANY),
                Arguments.of("fetch-200", Archives.typical(), new Appearance(Theme.LIGHT, 2), Locale.ENGLISH),
                Arguments.of("fetch-200-rows", Archives.many(200), DARK, Locale.ENGLISH),
                Arguments.of("fetch-long-names", Archives.longNames(), DARK, Locale.ENGLISH),
                Arguments.of("fetch-one-silent", Archives.oneSilent(), DARK, Locale.GERMANY),
                Arguments.of("fetch-nothing", Archives.nothing(), DARK, Locale.ENGLISH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("searches")
    void draws(String name, List<ArchiveAnswer> answers, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(Archives.engine(Archives.day(), answers), appearance, locale)) {
            window.visit(ScreenId.FETCH);
            search(window);
            if (answers.stream().anyMatch(answer -> !answer.studies().isEmpty())) {
                order(window);
            }
            assertThat(pictures.drawn(window.scene(), name)).as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void drawsTheBeginning(String name, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(Archives.engine(Archives.day(), Archives.nothing()), DARK, locale)) {
            window.visit(ScreenId.FETCH);
            assertThat(pictures.drawn(window.scene(), name)).as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    static Stream<Arguments> beginnings() {
        return Stream.of(Arguments.of("fetch-empty", Locale.ENGLISH),
                Arguments.of("fetch-empty-german", Locale.GERMANY));
    }

    private static void search(OpenWindow window) throws Exception {
        TextField field = window.find("#name", TextField.class);
        OpenWindow.onScreenThread(() -> {
            field.setText("Meier*");
            window.find("#search", Button.class).fire();
            return null;
        });
        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> window.find("#stop", Button.class).isDisabled()
                        && window.engine()
                                .submitted()
                                .stream()
                                .filter(ArchiveCommand.SearchArchive.class::isInstance)
                                .count() == 3);
    }

    /** Fetches the first study, opens it, and chooses it once more. */
    private static void order(OpenWindow window) throws Exception {
        choose(window);
        window.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> window.engine()
                        .submitted()
                        .stream()
                        .anyMatch(TransferCommand.FetchStudy.class::isInstance)
                        || window.find("#fetch", Button.class).isDisabled());
        window.engine()
                .publish(Snapshots.of(Archives.day().appointments(),
                        List.of(Snapshots.transfer(1, "CT", TransferState.RUNNING, 203, 812))));
        window.robot().push(KeyCode.RIGHT);
        if (!window.find("#fetch", Button.class).getParent().getParent().isVisible()) {
            choose(window);
        }
        await().during(1, TimeUnit.SECONDS).until(() -> window.find("#fetch", Button.class).isVisible());
    }

    private static void choose(OpenWindow window) throws Exception {
        TreeTableView<?> table = window.find("#results", TreeTableView.class);
        OpenWindow.onScreenThread(() -> {
            table.requestFocus();
            table.getSelectionModel().select(1);
            return null;
        });
        window.robot().push(KeyCode.SPACE);
    }
}
