package org.priorfetch.app.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Theme;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.ViewerActions;
import org.priorfetch.app.shell.MainWindow;
import org.priorfetch.app.testing.OpenPanel;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.SampleReviews;
import org.priorfetch.app.testing.SampleScreens;
import org.priorfetch.app.testing.SampleSites;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.HistoryPage;
import org.priorfetch.engine.api.RecordCommand.ReadHistory;
import org.priorfetch.engine.api.ReviewCommand.Decide;
import org.priorfetch.engine.api.SiteCommand.SaveSite;
import org.priorfetch.engine.model.Message;

/** Draws what stands on a screen when something is missing, refused or gone; see {@link PicturesTest}. */
@Timeout(120)
class StatesPicturesTest {

    private static final String WELL = "texts that do not fit, and what lies on each other";

    private final Pictures pictures = new Pictures();

    static Stream<Arguments> looks() {
        return Stream.of(Arguments.of("", Appearance.DEFAULT, Locale.ENGLISH),
                Arguments.of("-light-german", new Appearance(Theme.LIGHT, 1), Locale.GERMANY),
                Arguments.of("-200", new Appearance(Theme.DARK, 2), Locale.GERMANY));
    }

    @ParameterizedTest(name = "gone{0}")
    @MethodSource("looks")
    void drawsTheWindowWithoutItsEngine(String name, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.typical(), appearance, locale)) {
            window.engineGone();
            assertThat(pictures.drawn(window.scene(), "gone" + name)).as(WELL).isEmpty();
        }
    }

    @ParameterizedTest(name = "missing{0}")
    @MethodSource("looks")
    void drawsAScreenThatCannotBeMade(String name, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(new ScriptedEngine(SampleDays.typical()), appearance, locale,
                (stage, engine, workplace) -> new MainWindow(stage, engine, workplace, (_, _) -> {
                    throw new IllegalStateException("what only the log says");
                }))) {
            assertThat(pictures.drawn(window.scene(), "missing" + name)).as(WELL).isEmpty();
        }
    }

    static Stream<Arguments> gone() {
        return Stream.of(ScreenId.TRANSFERS, ScreenId.FETCH, ScreenId.SOURCES, ScreenId.RULES, ScreenId.PREFERENCES)
                .flatMap(screen -> looks().map(look -> Arguments.of(screen, "gone-" + screen + look.get()[0],
                        look.get()[1], look.get()[2])));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("gone")
    void drawsAScreenWithoutItsEngine(ScreenId screen, String name, Appearance appearance, Locale locale)
            throws Exception {
        try (OpenWindow window = new OpenWindow(SampleScreens.of(screen), appearance, locale).visit(screen)) {
            window.engineGone();
            assertThat(pictures.drawn(window.scene(), name)).as(WELL).isEmpty();
        }
    }

    @ParameterizedTest(name = "panel-gone{0}")
    @MethodSource("looks")
    void drawsThePanelWithoutItsEngine(String name, Appearance appearance, Locale locale) throws Exception {
        try (OpenPanel panel = new OpenPanel(new ScriptedEngine(SampleDays.typical()), appearance, locale,
                ViewerActions.NONE)) {
            OpenWindow.onScreenThread(() -> {
                panel.panel().engineGone(Message.of("channel.gone"));
                return null;
            });
            assertThat(pictures.drawn(panel.scene(), "panel-gone" + name)).as(WELL).isEmpty();
        }
    }

    @ParameterizedTest(name = "site-notice{0}")
    @MethodSource("looks")
    void drawsSettingsWithMistakes(String name, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(SampleSites.mistaken(), appearance, locale)) {
            await().until(() -> OpenWindow.onScreenThread(() -> window.scene().lookup("#site-problems") != null));
            assertThat(pictures.drawn(window.scene(), "site-notice" + name)).as(WELL).isEmpty();
        }
    }

    static Stream<Arguments> histories() {
        return looks().flatMap(look -> Stream.of(
                Arguments.of("transfers-history-empty" + look.get()[0], false, look.get()[1], look.get()[2]),
                Arguments.of("transfers-history-failed" + look.get()[0], true, look.get()[1], look.get()[2])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void drawsAHistoryWithoutRows(String name, boolean fails, Appearance appearance, Locale locale) throws Exception {
        ScriptedEngine engine = new ScriptedEngine(SampleDays.empty()).on(ReadHistory.class, _ -> {
            if (fails) {
                throw new CommandFailedException(Message.of("store.full", "/home/reader/priorfetch"));
            }
            return new HistoryPage(List.of(), 0);
        });
        try (OpenWindow window = new OpenWindow(engine, appearance, locale).visit(ScreenId.TRANSFERS)) {
            OpenWindow.onScreenThread(() -> {
                window.find("#section-HISTORY", ToggleButton.class).fire();
                return null;
            });
            String title = window.workplace()
                    .texts()
                    .get(fails ? "transfers.history.failed" : "transfers.history.none.title");
            await().until(() -> window.shows(title));
            assertThat(pictures.drawn(window.scene(), name)).as(WELL).isEmpty();
        }
    }

    static Stream<Arguments> sources() {
        Supplier<ScriptedEngine> readOnly = SampleSites::readOnly;
        Supplier<ScriptedEngine> unreadable = SampleSites::unreadable;
        return looks().flatMap(look -> Stream.of(
                Arguments.of("sources-read-only" + look.get()[0], readOnly, look.get()[1], look.get()[2]),
                Arguments.of("sources-unreadable" + look.get()[0], unreadable, look.get()[1], look.get()[2])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void drawsSourcesThatCannotBeChanged(String name, Supplier<ScriptedEngine> engine, Appearance appearance,
            Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(engine.get(), appearance, locale).visit(ScreenId.SOURCES)) {
            await().until(() -> isShown(window, ".part-notice"));
            assertThat(pictures.drawn(window.scene(), name)).as(WELL).isEmpty();
        }
    }

    @ParameterizedTest(name = "sources-refused{0}")
    @MethodSource("looks")
    void drawsSettingsThatAreRefused(String name, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(SampleSites.refusing(), appearance, locale).visit(ScreenId.SOURCES)) {
            await().until(() -> window.scene().lookup("#PACS-port") instanceof TextField);
            type(window, "#PACS-port", "4243");
            await().until(() -> !window.find("#save", Button.class).isDisabled());
            press(window, "#save");
            await().until(() -> window.engine().submitted().stream().anyMatch(SaveSite.class::isInstance)
                    && isShown(window, ".part-notice"));
            assertThat(pictures.drawn(window.scene(), "sources-refused" + name)).as(WELL).isEmpty();
        }
    }

    @ParameterizedTest(name = "review-failed{0}")
    @MethodSource("looks")
    void drawsAReviewThatCannotBeRead(String name, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(SampleReviews.failing(), appearance, locale).visit(ScreenId.REVIEW)) {
            await().until(() -> !window.shows(window.workplace().texts().get("review.loading.WAITING")));
            assertThat(pictures.drawn(window.scene(), "review-failed" + name)).as(WELL).isEmpty();
        }
    }

    @ParameterizedTest(name = "review-refused{0}")
    @MethodSource("looks")
    void drawsADecisionThatIsRefused(String name, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(SampleReviews.refusing(), appearance, locale).visit(ScreenId.REVIEW)) {
            ListView<?> list = window.find("#reviews", ListView.class);
            await().until(() -> list.getItems().size() == 2);
            window.robot().push(KeyCode.D).write("Ada");
            window.robot().push(KeyCode.ENTER);
            await().until(() -> window.engine().submitted().stream().anyMatch(Decide.class::isInstance));
            assertThat(pictures.drawn(window.scene(), "review-refused" + name)).as(WELL).isEmpty();
        }
    }

    @ParameterizedTest(name = "firstrun{0}")
    @MethodSource("looks")
    void drawsTheAssistantToItsEnd(String name, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(SampleSites.empty(), appearance, locale)) {
            await().until(() -> window.scene().lookup("#SELF-aeTitle") instanceof TextField field
                    && !field.getText().isEmpty());
            press(window, "#next");
            answer(window, "PACS", "");
            answer(window, "WORKLIST", "ris");
            assertThat(pictures.drawn(window.scene(), "firstrun-archive" + name)).as(WELL).isEmpty();
            answer(window, "SOURCE", "regional");
            press(window, "#check");
            await().until(() -> lines(window) > 10 && !window.find("#check", Button.class).isDisabled());
            assertThat(pictures.drawn(window.scene(), "firstrun-test" + name)).as(WELL).isEmpty();
            press(window, "#next");
            assertThat(pictures.drawn(window.scene(), "firstrun-passphrase" + name)).as(WELL).isEmpty();
            press(window, "#later");
            await().until(() -> window.scene().lookup("#done") != null);
            assertThat(pictures.drawn(window.scene(), "firstrun-done" + name)).as(WELL).isEmpty();
        }
    }

    private static void answer(OpenWindow window, String part, String name) throws Exception {
        if (!name.isEmpty()) {
            type(window, "#" + part + "-name", name);
        }
        type(window, "#" + part + "-aeTitle", part);
        type(window, "#" + part + "-host", "host.example");
        type(window, "#" + part + "-port", "104");
        press(window, "#next");
    }

    private static int lines(OpenWindow window) throws Exception {
        return OpenWindow.onScreenThread(() -> window.scene().getRoot().lookupAll(".doctor-line").size());
    }

    private static boolean isShown(OpenWindow window, String query) throws Exception {
        return window.scene().lookup(query) instanceof Label label && window.shows(label.getText());
    }

    private static void type(OpenWindow window, String query, String text) throws Exception {
        OpenWindow.onScreenThread(() -> {
            window.find(query, TextField.class).setText(text);
            return null;
        });
    }

    private static void press(OpenWindow window, String query) throws Exception {
        OpenWindow.onScreenThread(() -> {
            window.find(query, Button.class).fire();
            return null;
        });
    }
}
