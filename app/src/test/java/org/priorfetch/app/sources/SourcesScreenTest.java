package org.priorfetch.app.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.OpenWindow.awaitParts;
import static org.priorfetch.app.testing.OpenWindow.awaitText;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleRecords;
import org.priorfetch.app.testing.SampleSites;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.api.SaveAnswer;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.SiteReport;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteProblem;
import org.priorfetch.engine.model.SiteSection;

@Timeout(90)
class SourcesScreenTest {

    private static OpenWindow open(ScriptedEngine engine) throws Exception {
        OpenWindow window = new OpenWindow(engine, Appearance.DEFAULT, Locale.ENGLISH).visit(ScreenId.SOURCES);
        awaitParts(window, "regional", "university");
        return window;
    }

    private static void unlock(OpenWindow window) throws Exception {
        type(window, "#passphrase", SampleSites.PASSPHRASE);
        window.robot().clickOn("#unlock");
        awaitText(window, "Unlocked. Locks again after 10 minutes without use.");
    }

    private static void type(OpenWindow window, String field, String text) throws Exception {
        OpenWindow.onScreenThread(() -> {
            if (window.scene().lookup(field) instanceof PasswordField secret) {
                secret.setText(text);
            } else {
                ((TextField) window.scene().lookup(field)).setText(text);
            }
            return null;
        });
    }

    private static void awaitSaid(OpenWindow window, String words) {
        await(words).until(() -> OpenWindow
                .onScreenThread(() -> window.find("#delivery-said", Label.class).getText().contains(words)));
    }

    private static boolean isDisabled(OpenWindow window, String id) throws Exception {
        return OpenWindow.onScreenThread(() -> window.scene().lookup(id).isDisabled());
    }

    private static SiteCommand.SaveSite saved(OpenWindow window) {
        await().until(() -> window.engine().submitted().stream().anyMatch(SiteCommand.SaveSite.class::isInstance));
        return window.engine()
                .submitted()
                .stream()
                .filter(SiteCommand.SaveSite.class::isInstance)
                .map(SiteCommand.SaveSite.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void listsEverythingWithItsState() throws Exception {
        try (OpenWindow window = open(SampleSites.configured())) {
            for (String words : List.of("LOCALPACS", "ris", "regional", "university", "Archive", "Worklist",
                    "This computer", "listens on port 11112")) {
                awaitText(window, words);
            }
        }
    }

    @Test
    void asksWhereATestStudyLanded() throws Exception {
        try (OpenWindow window = open(SampleSites.configured())) {
            window.robot().clickOn("LOCALPACS");
            awaitText(window, "Does the PACS take an earlier study for new work?");
            OpenWindow.onScreenThread(() -> {
                window.find("#delivery-send", Button.class).fire();
                return null;
            });
            awaitSaid(window, "the PACS lists it");
            OpenWindow.onScreenThread(() -> {
                window.find("#delivery-yes", Button.class).fire();
                return null;
            });
            awaitSaid(window, "It landed in the unread list");
            assertThat(window.engine().submitted()).contains(new SiteCommand.AnswerDeliveryTest("2.25.77", true));
        }
    }

    @Test
    void drawsHowFastTheSourceIsAndWhereItsTimeGoes() throws Exception {
        ScriptedEngine engine = SampleSites.configured().on(RecordCommand.ReadRates.class, _ -> SampleRecords.rates());
        try (OpenWindow window = open(engine)) {
            window.robot().clickOn("regional");
            await().until(() -> OpenWindow.onScreenThread(() -> window.scene().lookup("#rates") != null));

            LineChart<?, ?> chart = window.find("#rates", LineChart.class);
            assertThat(chart.getData()).extracting(XYChart.Series::getName).containsExactly("regional");
            awaitText(window, "round trips");
            awaitText(window, "57 %");
            OpenWindow.onScreenThread(() -> {
                window.find("#parts", ListView.class).getSelectionModel().select(0);
                return null;
            });
            await().until(() -> OpenWindow.onScreenThread(() -> {
                var shown = window.scene().lookup("#rates");
                return shown == null || !shown.getParent().isVisible();
            }));
        }
    }

    @Test
    void aSourceOfWhichNothingIsKnownSaysSo() throws Exception {
        try (OpenWindow window = open(SampleSites.configured())) {
            window.robot().clickOn("regional");

            awaitText(window,
                    "How fast images come by the hour of the day will be drawn here once some have been transferred.");
        }
    }

    @Test
    void isLockedUntilThePassphraseIsRight() throws Exception {
        try (OpenWindow window = open(SampleSites.configured())) {
            window.robot().clickOn("regional");
            assertThat(isDisabled(window, ".part-form")).isTrue();
            type(window, "#passphrase", "wrong");
            window.robot().clickOn("#unlock");
            awaitText(window, "This is not the passphrase.");

            unlock(window);
            assertThat(isDisabled(window, ".part-form")).isFalse();
            window.robot().clickOn("#lock-now");
            awaitText(window, "Kept for the administrator. Unlock it to make changes:");
        }
    }

    @Test
    void savesWhatWasChangedWithTheKey() throws Exception {
        try (OpenWindow window = open(SampleSites.configured())) {
            unlock(window);
            window.robot().clickOn("university");
            type(window, "#SOURCE-port", "0");
            awaitText(window, "A port is a number from 1 to 65535.");
            type(window, "#SOURCE-port", "11113");
            window.robot().clickOn("#save");

            assertThat(saved(window).key()).isEqualTo(SampleSites.key());
            assertThat(saved(window).version()).isEqualTo("v1");
            assertThat(saved(window).form().sources().get(1).get("port")).isEqualTo("11113");
            assertThat(saved(window).form().sources().get(0)).isEqualTo(SampleSites.typical().sources().get(0));
        }
    }

    @SuppressWarnings("unchecked")
    private static void choose(OpenWindow window, String box, String word) throws Exception {
        OpenWindow.onScreenThread(() -> {
            ((ComboBox<String>) window.scene().lookup(box)).setValue(word);
            return null;
        });
    }

    private static void write(OpenWindow window, String area, String text) throws Exception {
        OpenWindow.onScreenThread(() -> {
            ((TextInputControl) window.scene().lookup(area)).setText(text);
            return null;
        });
    }

    @Test
    void savesMarksCommitmentAndProcedures() throws Exception {
        try (OpenWindow window = open(SampleSites.configured())) {
            unlock(window);
            window.robot().clickOn("LOCALPACS");
            choose(window, "#PACS-commitment", "off");
            type(window, "#PACS-marks-descriptionPrefix", "EXT ");
            type(window, "#PACS-marks-studyStatus", "read");
            awaitText(window, "At most 16 capital letters, digits, spaces or underscores.");
            type(window, "#PACS-marks-studyStatus", "READ");
            write(window, "#PACS-marks-attributes", "StationName: A\n(0099,\"GENERAL HOSPITAL\",10): PRIOR");
            window.robot().clickOn("#save");

            assertThat(saved(window).form().pacs().values()).containsAllEntriesOf(Map.of("commitment", "off",
                    "marks.descriptionPrefix", "EXT ", "marks.studyStatus", "READ", "marks.attributes",
                    "StationName: A\n(0099,\"GENERAL HOSPITAL\",10): PRIOR"));
        }
    }

    @Test
    void showsProceduresOfTheSiteAndOfAnArchiveAndWhatTheEngineSaysOfALine() throws Exception {
        Message wrong = Message.of("settings.procedureSaysNothing", "x");
        ScriptedEngine engine = SampleSites.configured()
                .on(SiteCommand.SaveSite.class,
                        _ -> new SaveAnswer(List.of(new SiteProblem("procedures.1.pattern", 3, 4, wrong)), null));
        try (OpenWindow window = open(engine)) {
            unlock(window);
            awaitText(window, "none");
            window.robot().clickOn("Procedures");
            write(window, "#PROCEDURES-procedures", "CT Abd* | abdomen, pelvis\nR77 | ");
            window.robot().clickOn("#save");
            awaitText(window, "Line 2: " + wrong.text());

            assertThat(saved(window).form().procedures().values())
                    .isEqualTo(Map.of("procedures", "CT Abd* | abdomen, pelvis\nR77 |"));
        }
    }

    @Test
    void saysWhichPatientIndexIsAsked() throws Exception {
        try (OpenWindow window = open(SampleSites.configured())) {
            unlock(window);
            window.robot().clickOn("university");
            assertThat(isShown(window, "#SOURCE-pix-type")).isFalse();
            choose(window, "#SOURCE-patients", "pix");
            type(window, "#SOURCE-issuer", "UNI");
            assertThat(isShown(window, "#SOURCE-pix-host")).isTrue();
            assertThat(isShown(window, "#SOURCE-pix-url")).isFalse();
            choose(window, "#SOURCE-pix-type", "fhir");
            assertThat(isShown(window, "#SOURCE-pix-host")).isFalse();
            type(window, "#SOURCE-pix-url", "index.example.org");
            awaitText(window, "An address such as https://host:port/path, without a user or a question mark.");
            type(window, "#SOURCE-pix-url", "https://index.example.org/fhir");
            type(window, "#SOURCE-pix-local", "urn:oid:1.2.3");
            window.robot().clickOn("#save");

            assertThat(saved(window).form().sources().get(1).values()).containsAllEntriesOf(
                    Map.of("patients", "pix", "issuer", "UNI", "pix.type", "fhir", "pix.url",
                            "https://index.example.org/fhir", "pix.local", "urn:oid:1.2.3"));
        }
    }

    @Test
    void showsWhatTheFileSaysOfTheIndexAndWhatTheEngineSaysOfIt() throws Exception {
        SiteSection source = SampleSites.source(1, "university", "UNIVERSITY")
                .with("patients", "pix")
                .with("pix.type", "v2")
                .with("pix.host", "index.example");
        SiteForm site = SampleSites.typical()
                .withSources(List.of(SampleSites.source(0, "regional", "REGIONAL"), source));
        SiteProblem port = new SiteProblem("sources.1.pix.port", 9, 9, Message.of("settings.missingKey", "port"));
        ScriptedEngine engine = SampleSites.configured()
                .on(SiteCommand.ReadSite.class,
                        _ -> new SiteReport(site, List.of(port), "v1", "/home/reading/site.yaml", true, true));
        try (OpenWindow window = open(engine)) {
            window.robot().clickOn("university");
            await().until(() -> text(window, "#SOURCE-pix-host").equals("index.example"));
            awaitText(window, port.message().text());
        }
    }

    private static boolean isShown(OpenWindow window, String field) throws Exception {
        return OpenWindow.onScreenThread(() -> window.scene().lookup(field).getParent().isVisible());
    }

    @Test
    void saysHowAnArchiveRecognisesPatients() throws Exception {
        try (OpenWindow window = open(SampleSites.configured())) {
            unlock(window);
            window.robot().clickOn("university");
            assertThat(OpenWindow.onScreenThread(() -> window.scene().lookup("#SOURCE-mapping-pattern").isVisible()
                    && window.scene().lookup("#SOURCE-mapping-pattern").getParent().isVisible())).isFalse();
            choose(window, "#SOURCE-patients", "mapped");
            type(window, "#SOURCE-issuer", "UNI");
            type(window, "#SOURCE-mapping-pattern", "P([0-9]{6})");
            type(window, "#SOURCE-mapping-replacement", "$1");
            type(window, "#SOURCE-mapping-pad", "1");
            awaitText(window, "A number from 2 to 64.");
            type(window, "#SOURCE-mapping-pad", "8");
            window.robot().clickOn("#save");

            assertThat(saved(window).form().sources().get(1).values()).containsAllEntriesOf(
                    Map.of("patients", "mapped", "issuer", "UNI", "mapping.pattern", "P([0-9]{6})",
                            "mapping.replacement", "$1", "mapping.pad", "8"));
        }
    }

    private static boolean isAlarming(OpenWindow window, String label) throws Exception {
        return OpenWindow.onScreenThread(() -> window.scene()
                .lookup(label)
                .getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("wrong")));
    }

    @Test
    void thatTheFileMayNotBeWrittenIsNoErrorButARefusalIs() throws Exception {
        try (OpenWindow window = open(SampleSites.readOnly())) {
            awaitText(window, "/home/reading/site.yaml may not be written.\n"
                    + "Whoever looks after this computer can change it.");
            assertThat(isAlarming(window, ".part-notice")).isFalse();
        }
        try (OpenWindow window = open(SampleSites.refusing())) {
            type(window, "#PACS-port", "4243");
            window.robot().clickOn("#save");
            await().until(() -> isAlarming(window, ".part-notice"));
        }
    }

    @Test
    void listsWhomNotToFetch() throws Exception {
        try (OpenWindow window = open(SampleSites.configured())) {
            unlock(window);
            awaitText(window, "nobody");
            window.robot().clickOn("Not to be fetched");
            OpenWindow.onScreenThread(() -> {
                ((TextArea) window.scene().lookup("#EXCLUDE-patients")).setText("4711\n0815^^^HOSP");
                return null;
            });
            type(window, "#EXCLUDE-confidentiality", "R, V");
            window.robot().clickOn("#save");

            assertThat(saved(window).form().exclude().values()).isEqualTo(
                    Map.of("patients", "4711\n0815^^^HOSP", "confidentiality", "R, V"));
            assertThat(OpenWindow.onScreenThread(() -> window.scene().lookup("#check"))).isNull();
            assertThat(OpenWindow.onScreenThread(() -> window.scene().lookup("#sheet").isVisible())).isFalse();
        }
    }

    @Test
    void showsTheEnginesObjectionAtItsField() throws Exception {
        ScriptedEngine engine = SampleSites.configured()
                .on(SiteCommand.SaveSite.class, _ -> new SaveAnswer(List.of(new SiteProblem("sources.1.name", 1, 1,
                        Message.of("settings.duplicateName", "regional"))), null));
        try (OpenWindow window = open(engine)) {
            unlock(window);
            window.robot().clickOn("university");
            type(window, "#SOURCE-name", "regional");
            window.robot().clickOn("#save");
            awaitText(window, "The name regional stands here a second time. Give each its own.");
        }
    }

    @Test
    void asksOnceBeforeItRemoves() throws Exception {
        try (OpenWindow window = open(SampleSites.configured())) {
            unlock(window);
            window.robot().clickOn("university");
            window.robot().clickOn("#remove");
            awaitText(window, "Remove archive university? Nothing more is looked for or fetched there. What the PACS"
                    + " holds stays, and a copy of the settings is kept.");
            window.robot().clickOn("#remove-yes");

            assertThat(saved(window).form().sources()).extracting(source -> source.get("name"))
                    .containsExactly("regional");
        }
    }

    @Test
    void addsAnArchive() throws Exception {
        try (OpenWindow window = open(SampleSites.configured())) {
            unlock(window);
            window.robot().clickOn("#add").clickOn("#add-SOURCE");
            awaitText(window, "New: Archive");
            for (Map.Entry<String, String> value : Map.of("name", "city", "aeTitle", "CITY", "host", "city.example",
                    "port", "104").entrySet()) {
                type(window, "#SOURCE-" + value.getKey(), value.getValue());
            }
            window.robot().clickOn("#save");

            assertThat(saved(window).form().sources()).hasSize(3).last().satisfies(source -> {
                assertThat(source.place()).isEqualTo(SiteSection.NEW);
                assertThat(source.values()).containsEntry("type", "dimse").containsEntry("name", "city");
            });
        }
    }

    @Test
    void addsAWorklist() throws Exception {
        try (OpenWindow window = open(SampleSites.configured())) {
            unlock(window);
            window.robot().clickOn("#add").clickOn("#add-WORKLIST");
            awaitText(window, "New: Worklist");
            for (Map.Entry<String, String> value : Map.of("name", "ris2", "aeTitle", "RIS2", "host", "ris2.example",
                    "port", "1071").entrySet()) {
                type(window, "#WORKLIST-" + value.getKey(), value.getValue());
            }
            window.robot().clickOn("#save");

            assertThat(saved(window).form().worklists()).hasSize(2).last().satisfies(worklist -> {
                assertThat(worklist.place()).isEqualTo(SiteSection.NEW);
                assertThat(worklist.values()).containsEntry("type", "mwl").containsEntry("name", "ris2");
            });
        }
    }

    @Test
    void discardsWhatWasTyped() throws Exception {
        try (OpenWindow window = open(SampleSites.configured())) {
            unlock(window);
            window.robot().clickOn("university");
            type(window, "#SOURCE-port", "11113");
            awaitText(window, "not saved yet · 100 Mbit/s");
            window.robot().clickOn("#discard");

            await().until(() -> text(window, "#SOURCE-port").equals("104"));
            await().until(() -> !window.shows("not saved yet · 100 Mbit/s"));
            assertThat(isDisabled(window, "#save")).isTrue();
        }
    }

    @Test
    void whatIsTypedForOnePartWaitsWhileAnotherIsLookedAt() throws Exception {
        try (OpenWindow window = open(SampleSites.configured())) {
            unlock(window);
            window.robot().clickOn("university");
            type(window, "#SOURCE-port", "11113");
            window.robot().clickOn("regional");
            await().until(() -> text(window, "#SOURCE-port").equals("104"));
            window.robot().clickOn("university");

            await().until(() -> text(window, "#SOURCE-port").equals("11113"));
            assertThat(isDisabled(window, "#save")).isFalse();
        }
    }

    @Test
    void aPartThatIsBegunStandsInTheListUntilItIsSavedOrDiscarded() throws Exception {
        try (OpenWindow window = open(SampleSites.configured())) {
            unlock(window);
            window.robot().clickOn("#add").clickOn("#add-SOURCE");
            type(window, "#SOURCE-name", "city");
            window.robot().clickOn("regional");
            await().until(() -> text(window, "#SOURCE-name").equals("regional"));
            window.robot().clickOn("New: Archive");

            await().until(() -> text(window, "#SOURCE-name").equals("city"));
            window.robot().clickOn("#discard");
            await().until(() -> !window.shows("New: Archive"));
        }
    }

    @Test
    void readingAgainTakesTheFileButKeepsWhatIsTyped() throws Exception {
        ScriptedEngine engine = SampleSites.configured();
        try (OpenWindow window = open(engine)) {
            unlock(window);
            window.robot().clickOn("university");
            type(window, "#SOURCE-port", "11113");
            SiteForm elsewhere = SampleSites.typical()
                    .withSources(List.of(SampleSites.source(0, "first", "FIRST"),
                            SampleSites.source(1, "regional", "REGIONAL"),
                            SampleSites.source(2, "university", "UNIVERSITY").with("host", "moved.example")));
            engine.on(SiteCommand.ReadSite.class,
                    _ -> new SiteReport(elsewhere, List.of(), "v2", "/home/reading/site.yaml", true, true));
            window.robot().clickOn("#reload");
            awaitParts(window, "first", "university");
            window.robot().clickOn("university");

            await().until(() -> text(window, "#SOURCE-host").equals("moved.example"));
            assertThat(text(window, "#SOURCE-port")).isEqualTo("11113");
            window.robot().clickOn("#save");
            assertThat(saved(window).version()).isEqualTo("v2");
            assertThat(saved(window).form().sources().get(2).values()).containsEntry("port", "11113")
                    .containsEntry("host", "moved.example");
        }
    }

    private static String text(OpenWindow window, String field) throws Exception {
        return OpenWindow.onScreenThread(() -> ((TextField) window.scene().lookup(field)).getText());
    }

    @Test
    void testsAPeerStepByStepWithoutUnlocking() throws Exception {
        try (OpenWindow window = open(SampleSites.configured())) {
            window.robot().clickOn("regional");
            window.robot().clickOn("#check");
            awaitText(window, "One image");
        }
    }

    @Test
    void whatATestFindsComesIntoSight() throws Exception {
        try (OpenWindow window = open(SampleSites.configured())) {
            window.robot().clickOn("regional");
            window.robot().clickOn("#check");
            awaitText(window, "One image");
            await().until(() -> OpenWindow.onScreenThread(() -> {
                List<Node> lines = List.copyOf(window.scene().getRoot().lookupAll(".doctor-line"));
                Bounds last = lines.getLast().localToScene(lines.getLast().getLayoutBounds());
                Node foot = window.scene().lookup("#check");
                return last.getMaxY() <= foot.localToScene(foot.getLayoutBounds()).getMinY();
            }));
        }
    }

    @Test
    void givesTheOtherSidesAdministratorASheet() throws Exception {
        try (OpenWindow window = open(SampleSites.configured())) {
            window.robot().clickOn("regional");
            OpenWindow.onScreenThread(() -> {
                ((Button) window.scene().lookup("#copy")).fire();
                return null;
            });
            assertThat(OpenWindow.onScreenThread(() -> Clipboard.getSystemClipboard().getString()))
                    .contains("Our AE title: PRIORFETCH", "10.1.2.3, port 11112", "C-GET");
        }
    }
}
