package org.priorfetch.app.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.OpenWindow.awaitParts;

import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.awaitility.Awaitility;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Theme;
import org.priorfetch.app.preferences.ViewerSettings;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.SampleRecords;
import org.priorfetch.app.testing.SampleSites;
import org.priorfetch.app.testing.SampleViewers;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.Texty;
import org.priorfetch.engine.api.AdminArea;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.HistoryPage;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.api.RecordCommand.ReadHistory;
import org.priorfetch.engine.model.CheckStep;

/**
 * Draws the window as people see it and writes the pictures. {@code -Dpictures=DIR} says where to; see
 * {@link Pictures}.
 */
class PicturesTest {

    private final Pictures pictures = new Pictures();

    static Stream<Arguments> days() {
        Appearance dark = Appearance.DEFAULT;
        Appearance light = new Appearance(Theme.LIGHT, 1);
        return Stream.of(Arguments.of("today", SampleDays.typical(), dark, Locale.ENGLISH),
                Arguments.of("today-german", SampleDays.typical(), dark, Locale.GERMANY),
                Arguments.of("today-light", SampleDays.typical(), light, Locale.GERMANY),
                Arguments.of("today-115", SampleDays.typical(), new Appearance(Theme.DARK, 1.15), Locale.GERMANY),
                Arguments.of("today-125", SampleDays.typical(), new Appearance(Theme.DARK, 1.25), Locale.ENGLISH),
                Arguments.of("today-150", SampleDays.typical(), new Appearance(Theme.DARK, 1.5), Locale.GERMANY),
                Arguments.of("today-200", SampleDays.typical(), new Appearance(Theme.LIGHT, 2), Locale.GERMANY),
                Arguments.of("today-reading", SampleDays.reading(), dark, Locale.GERMANY),
                Arguments.of("today-200-rows", SampleDays.large(200, 80, 0), dark, Locale.ENGLISH),
                Arguments.of("today-long-names", SampleDays.longNames(), dark, Locale.ENGLISH),
                Arguments.of("today-empty", SampleDays.empty(), dark, Locale.ENGLISH),
                Arguments.of("today-unreachable", SampleDays.unreachable(), dark, Locale.ENGLISH),
                Arguments.of("today-unreachable-light", SampleDays.unreachable(), light, Locale.GERMANY),
                Arguments.of("today-unreachable-empty", SampleDays.unreachableAndEmpty(), dark, Locale.ENGLISH));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("days")
    void draws(String name, EngineSnapshot day, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(day, appearance, locale)) {
            assertThat(pictures.drawn(window.scene(), name)).as("texts that do not fit, and what lies on each other")
                    .isEmpty();
            window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT2);
            assertThat(pictures.drawn(window.scene(), name.replace("today", "transfers")))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "today-grouped{0}")
    @MethodSource("looks")
    void drawsTodayInGroups(String name, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.reading(), appearance, locale)) {
            OpenWindow.onScreenThread(() -> {
                window.find("#group", ToggleButton.class).fire();
                return null;
            });
            assertThat(pictures.drawn(window.scene(), "today-grouped" + name))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "search{0}")
    @MethodSource("looks")
    void drawsTheSearch(String name, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.reading(), appearance, locale)) {
            window.robot().push(KeyCode.CONTROL, KeyCode.K).write("mu");
            await().until(() -> window.robot().listTargetWindows().stream().anyMatch(PopOver.class::isInstance));
            Scene list = window.robot()
                    .listTargetWindows()
                    .stream()
                    .filter(PopOver.class::isInstance)
                    .findFirst()
                    .orElseThrow()
                    .getScene();
            assertThat(pictures.drawn(list, "search" + name)).as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    static Stream<Arguments> looksOfTheHistory() {
        return Stream.concat(looks(), Stream.of(
                Arguments.of("-150", new Appearance(Theme.LIGHT, 1.5), Locale.GERMANY),
                Arguments.of("-200-de", new Appearance(Theme.DARK, 2), Locale.GERMANY)));
    }

    @ParameterizedTest(name = "transfers-history{0}")
    @MethodSource("looksOfTheHistory")
    void drawsTheHistory(String name, Appearance appearance, Locale locale) throws Exception {
        EngineSnapshot day = SampleDays.typical();
        ScriptedEngine engine = new ScriptedEngine(day)
                .on(ReadHistory.class, _ -> new HistoryPage(day.transfers(), day.transfers().size()));
        try (OpenWindow window = new OpenWindow(engine, appearance, locale).visit(ScreenId.TRANSFERS)) {
            OpenWindow.onScreenThread(() -> {
                window.find("#section-HISTORY", ToggleButton.class).fire();
                return null;
            });
            await().until(() -> OpenWindow
                    .onScreenThread(() -> Texty.visibleTexts(window.find("#history", TableView.class)))
                    .stream()
                    .anyMatch(text -> day.transfers().stream().anyMatch(row -> row.studyDescription().equals(text))));
            assertThat(pictures.drawn(window.scene(), "transfers-history" + name))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    static Stream<Arguments> preferences() {
        Appearance dark = Appearance.DEFAULT;
        return Stream.of(Arguments.of("preferences", SampleViewers.one(), dark, Locale.ENGLISH),
                Arguments.of("preferences-none", ViewerSettings.EMPTY, dark, Locale.ENGLISH),
                Arguments.of("preferences-light", SampleViewers.one(), new Appearance(Theme.LIGHT, 1), Locale.GERMANY),
                Arguments.of("preferences-mistaken", SampleViewers.mistaken(), dark, Locale.GERMANY),
                Arguments.of("preferences-150", SampleViewers.one(), new Appearance(Theme.DARK, 1.5), Locale.GERMANY),
                Arguments.of("preferences-200", SampleViewers.mistaken(), new Appearance(Theme.LIGHT, 2),
                        Locale.GERMANY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("preferences")
    void drawsPreferences(String name, ViewerSettings viewers, Appearance appearance, Locale locale)
            throws Exception {
        ScriptedEngine engine = SampleSites.keeping(new ScriptedEngine(SampleDays.typical()), AdminArea.SITE,
                AdminArea.VIEWERS);
        try (OpenWindow window = new OpenWindow(engine, appearance, locale)) {
            OpenWindow.onScreenThread(() -> {
                ViewerSettings.in(window.workplace().profile()).set(viewers);
                return null;
            });
            window.visit(ScreenId.PREFERENCES);
            if (viewers.chosen() != ViewerSettings.NONE) {
                await().until(() -> window.robot()
                        .lookup("#viewer-preview")
                        .queryAll()
                        .stream()
                        .anyMatch(preview -> preview instanceof TextArea area && !area.getText().isEmpty()));
            }
            await().until(() -> !window.robot().lookup("#lock #unlock").queryAll().isEmpty());
            drawPreferences(window, name);
            OpenWindow.onScreenThread(() -> {
                window.workplace().admin().unlock(SampleSites.PASSPHRASE, () -> {}, _ -> {});
                return null;
            });
            await().until(() -> !window.robot().lookup("#lock #lock-now").queryAll().isEmpty());
            drawPreferences(window, name + "-unlocked");
        }
    }

    private void drawPreferences(OpenWindow window, String name) throws Exception {
        for (double place : new double[]{0, 0.6, 1}) {
            OpenWindow.onScreenThread(() -> {
                window.find(".preferences-scroll", ScrollPane.class).setVvalue(place);
                return null;
            });
            assertThat(pictures.drawn(window.scene(), name + "-" + (int) (100 * place)))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    static Stream<Arguments> looks() {
        return Stream.of(Arguments.of("", Appearance.DEFAULT, Locale.ENGLISH),
                Arguments.of("-light-german", new Appearance(Theme.LIGHT, 1), Locale.GERMANY),
                Arguments.of("-150", new Appearance(Theme.DARK, 1.5), Locale.GERMANY),
                Arguments.of("-200", new Appearance(Theme.DARK, 2), Locale.ENGLISH));
    }

    @ParameterizedTest(name = "sources{0}")
    @MethodSource("looks")
    void drawsTheSources(String name, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(SampleSites.configured(), appearance, locale)
                .visit(ScreenId.SOURCES)) {
            awaitParts(window, "university");
            window.robot().clickOn("university");
            assertThat(pictures.drawn(window.scene(), "sources" + name))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
            press(window, "#check");
            Awaitility.await()
                    .until(() -> OpenWindow.onScreenThread(
                            () -> window.scene().getRoot().lookupAll(".doctor-line").size()
                                    == CheckStep.AT_PEER.size()));
            assertThat(pictures.drawn(window.scene(), "sources-checked" + name))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "sources-rates{0}")
    @MethodSource("looks")
    void drawsHowFastASourceIs(String name, Appearance appearance, Locale locale) throws Exception {
        ScriptedEngine engine = SampleSites.configured().on(RecordCommand.ReadRates.class, _ -> SampleRecords.rates());
        try (OpenWindow window = new OpenWindow(engine, appearance, locale).visit(ScreenId.SOURCES)) {
            awaitParts(window, "university");
            window.robot().clickOn("university");
            await().until(() -> OpenWindow.onScreenThread(() -> window.scene().lookup("#time-shares") != null));
            OpenWindow.onScreenThread(() -> {
                ScrollPane form = (ScrollPane) window.scene().lookup(".part-pane").getParent().getParent().getParent();
                form.setVvalue(0.8);
                return null;
            });
            assertThat(pictures.drawn(window.scene(), "sources-rates" + name))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "sources-mapped{0}")
    @MethodSource("looks")
    void drawsHowPatientsAreRecognisedAndWhomNotToFetch(String name, Appearance appearance, Locale locale)
            throws Exception {
        try (OpenWindow window = new OpenWindow(SampleSites.refusing(), appearance, locale)
                .visit(ScreenId.SOURCES)) {
            ListView<?> parts = window.find("#parts", ListView.class);
            await().until(() -> parts.getItems().size() > 2);
            select(parts, 2);
            OpenWindow.onScreenThread(() -> {
                window.find("#SOURCE-mapping-pattern", TextField.class).setText("P([0-9]{6})");
                window.find("#SOURCE-mapping-pad", TextField.class).setText("800");
                ((ComboBox<?>) window.scene().lookup("#SOURCE-patients")).getSelectionModel().select(1);
                ScrollPane form = (ScrollPane) window.scene().lookup(".part-pane").getParent().getParent().getParent();
                form.setVvalue(0.5);
                return null;
            });
            assertThat(pictures.drawn(window.scene(), "sources-mapped" + name))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
            select(parts, parts.getItems().size() - 2);
            assertThat(pictures.drawn(window.scene(), "sources-exclude" + name))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "sources-marks{0}")
    @MethodSource("looks")
    void drawsMarksAndProcedures(String name, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(SampleSites.refusing(), appearance, locale)
                .visit(ScreenId.SOURCES)) {
            ListView<?> parts = window.find("#parts", ListView.class);
            await().until(() -> parts.getItems().size() > 2);
            select(parts, 0);
            OpenWindow.onScreenThread(() -> {
                window.find("#PACS-marks-descriptionPrefix", TextField.class).setText("EXT ");
                window.find("#PACS-marks-studyStatus", TextField.class).setText("read");
                ((TextArea) window.scene().lookup("#PACS-marks-attributes")).setText("StationName");
                ScrollPane form = (ScrollPane) window.scene().lookup(".part-pane").getParent().getParent().getParent();
                form.setVvalue(0.6);
                return null;
            });
            assertThat(pictures.drawn(window.scene(), "sources-marks" + name))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
            select(parts, parts.getItems().size() - 3);
            assertThat(pictures.drawn(window.scene(), "sources-procedures-empty" + name))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
            OpenWindow.onScreenThread(() -> {
                ((TextArea) window.scene().lookup("#PROCEDURES-procedures")).setText("""
                        CT Abd* | abdomen, pelvis
                        R77 | knee | left | KNEE1, 99HOSP, X-ray of the knee
                        R78""");
                return null;
            });
            assertThat(pictures.drawn(window.scene(), "sources-procedures" + name))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "sources-pix{0}")
    @MethodSource("looks")
    void drawsThePatientIndexOfAnArchive(String name, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(SampleSites.refusing(), appearance, locale)
                .visit(ScreenId.SOURCES)) {
            ListView<?> parts = window.find("#parts", ListView.class);
            await().until(() -> parts.getItems().size() > 2);
            select(parts, 2);
            choose(window, "#SOURCE-patients", "pix");
            write(window, "#SOURCE-pix-port", "x");
            choose(window, "#SOURCE-pix-tls", "on");
            drawIndex(window, "sources-pix" + name);
            choose(window, "#SOURCE-pix-type", "fhir");
            write(window, "#SOURCE-pix-url", "ftp://index.example.org");
            choose(window, "#SOURCE-pix-auth", "oauth2");
            write(window, "#SOURCE-pix-password", "hunter2");
            drawIndex(window, "sources-pixm" + name);
            choose(window, "#SOURCE-patients", "demographics");
            write(window, "#SOURCE-pdq-url", "https://index.example.org/fhir");
            choose(window, "#SOURCE-pdq-auth", "bearer");
            drawIndex(window, "sources-pdqm" + name);
        }
    }

    @ParameterizedTest(name = "sources-web{0}")
    @MethodSource("looks")
    void drawsAnArchiveThatSpeaksDicomweb(String name, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(SampleSites.refusing(), appearance, locale)
                .visit(ScreenId.SOURCES)) {
            ListView<?> parts = window.find("#parts", ListView.class);
            await().until(() -> parts.getItems().size() > 2);
            select(parts, 2);
            choose(window, "#SOURCE-type", "dicomweb");
            write(window, "#SOURCE-url", "ftp://pacs.example.org");
            choose(window, "#SOURCE-auth", "oauth2");
            write(window, "#SOURCE-password", "hunter2");
            assertThat(pictures.drawn(window.scene(), "sources-web" + name))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    private void drawIndex(OpenWindow window, String name) throws Exception {
        for (double place : new double[]{0.5, 0.8}) {
            OpenWindow.onScreenThread(() -> {
                window.scene().getRoot().applyCss();
                window.scene().getRoot().layout();
                ((ScrollPane) window.scene().lookup(".part-pane").getParent().getParent().getParent())
                        .setVvalue(place);
                return null;
            });
            assertThat(pictures.drawn(window.scene(), name + "-" + (int) (10 * place)))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    @SuppressWarnings("unchecked")
    private static void choose(OpenWindow window, String box, String word) throws Exception {
        OpenWindow.onScreenThread(() -> {
            ((ComboBox<String>) window.scene().lookup(box)).setValue(word);
            return null;
        });
    }

    private static void write(OpenWindow window, String field, String text) throws Exception {
        OpenWindow.onScreenThread(() -> {
            window.find(field, TextField.class).setText(text);
            return null;
        });
    }

    private static void select(ListView<?> list, int index) throws Exception {
        OpenWindow.onScreenThread(() -> {
            list.getSelectionModel().select(index);
            return null;
        });
    }

    @Test
    void drawsSourcesWithLongNames() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleSites.longNames(), Appearance.DEFAULT, Locale.GERMANY)
                .visit(ScreenId.SOURCES)) {
            ListView<?> parts = window.find("#parts", ListView.class);
            await().until(() -> parts.getItems().size() > 2);
            OpenWindow.onScreenThread(() -> {
                parts.getSelectionModel().select(2);
                return null;
            });
            assertThat(pictures.drawn(window.scene(), "sources-long-names"))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "firstrun{0}")
    @MethodSource("looks")
    void drawsTheAssistant(String name, Appearance appearance, Locale locale) throws Exception {
        try (OpenWindow window = new OpenWindow(SampleSites.empty(), appearance, locale)) {
            Awaitility.await()
                    .until(() -> OpenWindow.onScreenThread(
                            () -> window.scene().getRoot().lookup("#SELF-aeTitle") instanceof TextField field
                                    && !field.getText().isEmpty()));
            assertThat(pictures.drawn(window.scene(), "firstrun" + name))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
            press(window, "#next");
            press(window, "#next");
            assertThat(pictures.drawn(window.scene(), "firstrun-pacs" + name))
                    .as("texts that do not fit, and what lies on each other")
                    .isEmpty();
        }
    }

    private static void press(OpenWindow window, String button) throws Exception {
        OpenWindow.onScreenThread(() -> {
            window.find(button, Button.class).fire();
            return null;
        });
    }

}
