package org.priorfetch.app.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.StringConverter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.app.screen.AutoStart;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.ViewerActions;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.testing.NotedTeller;
import org.priorfetch.app.testing.OneRobot;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleRecords;
import org.priorfetch.app.testing.SampleSites;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.TestClock;
import org.priorfetch.app.testing.Texty;
import org.priorfetch.engine.api.AdminArea;
import org.priorfetch.engine.api.DeliveryFilter;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.viewer.ViewerBridge;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What people do on the screen "Reports". */
@Timeout(60)
class ReportsScreenTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final NotedTeller teller = new NotedTeller();
    private final FxRobot robot = OneRobot.get();
    private Path chosen = Path.of("unset");
    private Stage stage;

    @AfterEach
    void close() throws Exception {
        OpenWindow.onScreenThread(() -> {
            stage.close();
            return null;
        });
    }

    private void open(ScriptedEngine engine) throws Exception {
        FxToolkit.registerPrimaryStage();
        Texts texts = new Texts(Locale.ENGLISH);
        Commands commands = new Commands(engine);
        Workplace workplace = new Workplace(commands, texts, new Formats(texts, new TestClock()),
                Appearance.DEFAULT, new Privacy(), Profile.inMemory(), _ -> {}, teller, ViewerActions.NONE,
                AutoStart.UNSUPPORTED,
                OpenWindow.onScreenThread(() -> new AdminSession(new Commands(engine))), ViewerBridge.ofSystem());
        stage = OpenWindow.onScreenThread(() -> {
            ReportsScreen screen = new ReportsScreen(workplace, _ -> Optional.of(chosen));
            Stage opened = new Stage();
            Scene scene = Appearance.DEFAULT.scene(new StackPane(screen.view()), 1200, 760);
            opened.setScene(scene);
            opened.setX(0);
            opened.setY(0);
            opened.show();
            screen.show(engine.snapshot());
            screen.visited(new Visit.ToScreen(ScreenId.REPORTS));
            return opened;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean shows(String text) throws Exception {
        return OpenWindow.onScreenThread(() -> Texty.visibleTexts(stage.getScene().getRoot())
                .stream()
                .anyMatch(shown -> shown.contains(text)));
    }

    private void awaitText(String text) {
        await().atMost(PATIENCE).until(() -> shows(text));
    }

    private void openTab(int index) throws Exception {
        OpenWindow.onScreenThread(() -> {
            ((TabPane) stage.getScene().lookup("#reports")).getSelectionModel().select(index);
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void showsTheShareThatWasReadyAndTheLinesOfTheReport() throws Exception {
        open(SampleRecords.busy());

        awaitText("94 %");
        awaitText("appointments had all their priors");
        awaitText("11.5 MB/s");
    }

    @Test
    void drawsHowFastEachSourceIsByTheHourAndSaysItToWhoDoesNotSee() throws Exception {
        open(SampleRecords.busy());
        await().atMost(PATIENCE).until(() -> stage.getScene().lookup("#rates") != null);

        LineChart<?, ?> chart = (LineChart<?, ?>) stage.getScene().lookup("#rates");
        assertThat(chart.getData()).extracting(XYChart.Series::getName).containsExactly("regional", "university");
        assertThat(chart.getAccessibleText()).contains("regional: ", "MB/s, 56 studies").contains("university: ");
    }

    /** On the first day little has been exchanged. */
    @Test
    void theNumbersOfAnAxisDifferHoweverSmallTheyAre() throws Exception {
        open(SampleRecords.busy());
        awaitText("94 %");

        List<StringConverter<Number>> labels = OpenWindow.onScreenThread(() -> stage.getScene()
                .getRoot()
                .lookupAll(".stacked-bar-chart")
                .stream()
                .map(chart -> (NumberAxis) ((StackedBarChart<?, ?>) chart).getYAxis())
                .map(NumberAxis::getTickLabelFormatter)
                .toList());
        assertThat(labels).hasSize(2).allSatisfy(label -> {
            assertThat(label.toString(0.01)).isEqualTo("0.01");
            assertThat(label.toString(0.025)).isEqualTo("0.025");
            assertThat(label.toString(17.5)).isEqualTo("17.5");
        });
    }

    @Test
    void saysThatNoRateIsKnownYet() throws Exception {
        open(SampleRecords.busy().on(RecordCommand.ReadRates.class, _ -> List.of()));

        awaitText("How fast images come by the hour of the day will be drawn here");
    }

    @Test
    void anotherTimeAsksAnew() throws Exception {
        ScriptedEngine engine = SampleRecords.busy();
        open(engine);
        awaitText("94 %");

        robot.clickOn("30 days");

        await().until(() -> engine.submitted()
                .contains(new RecordCommand.ReadReport(LocalDate.of(2026, 10, 25),
                        LocalDate.of(2026, 11, 23))));
    }

    @Test
    void exportsTheReport() throws Exception {
        chosen = folder.resolve("report.csv");
        open(SampleRecords.busy());
        awaitText("94 %");

        robot.clickOn("#export-report");

        await().until(() -> !teller.told().isEmpty());
        assertThat(teller.told().getFirst().title()).startsWith("Written: ");
        assertThat(Files.readString(chosen)).startsWith("\uFEFFday,source,outcome,").contains("2026-11-23,regional,");
    }

    @Test
    void saysWhenAFileCannotBeWritten() throws Exception {
        chosen = folder.resolve("nowhere").resolve("report.csv");
        open(SampleRecords.busy());
        awaitText("94 %");

        robot.clickOn("#export-report");

        await().until(() -> !teller.told().isEmpty());
        assertThat(teller.told().getFirst().title()).isEqualTo("report.csv could not be written");
    }

    @Test
    void pagesThroughWhatWasPutIntoThePacs() throws Exception {
        open(SampleRecords.busy());
        openTab(1);
        awaitText("1 to 100 of 250");

        robot.clickOn("#older");
        awaitText("101 to 200 of 250");
        robot.clickOn("#older");
        awaitText("201 to 250 of 250");
        robot.clickOn("#newer");
        awaitText("101 to 200 of 250");
    }

    @Test
    void whatWasPutIntoThePacsIsReadWithTheKeyOnceItIsUnlocked() throws Exception {
        ScriptedEngine engine = SampleSites.keeping(SampleRecords.locked(), AdminArea.UNDO_LIST);
        open(engine);
        openTab(1);
        awaitText("This is kept for the administrator.");
        await().until(() -> OpenWindow
                .onScreenThread(() -> Texty.laidOut(stage.getScene().getRoot()).lookup("#unlock") != null));

        robot.clickOn("#passphrase").write(SampleSites.PASSPHRASE).push(KeyCode.ENTER);

        awaitText("1 to 100 of 250");
    }

    @Test
    void searchesWhileTyping() throws Exception {
        ScriptedEngine engine = SampleRecords.busy();
        open(engine);
        openTab(1);
        awaitText("1 to 100 of 250");

        robot.clickOn("#deliveries-text").write("nowhere");

        awaitText("Nothing matches");
        assertThat(engine.submitted()).contains(new RecordCommand.ReadDeliveries(
                new DeliveryFilter(null, null, null, null, "nowhere"), 0, DeliveriesModel.PAGE, null));
        assertThat(((TextField) stage.getScene().lookup("#deliveries-text")).getText()).isEqualTo("nowhere");
    }

    @Test
    void showsWhatWasChangedInTheChosenStudyAndExportsItsImages() throws Exception {
        chosen = folder.resolve("uids.csv");
        open(SampleRecords.busy());
        openTab(1);
        awaitText("1 to 100 of 250");
        select(4, 3);

        awaitText("PatientName: Müller^Karl Friedrich Wilhelm → Mueller^Karl");
        robot.clickOn("#export-uids");

        await().until(() -> !teller.told().isEmpty());
        assertThat(teller.told().getFirst().title()).isEqualTo("Written: 6 lines");
        assertThat(Files.readAllLines(chosen)).hasSize(7)
                .first()
                .isEqualTo("\uFEFFstudyInstanceUid,seriesInstanceUid,sopInstanceUid,sopClassUid,source,bytes,test");
    }

    @Test
    void aTextFileHoldsTheUidsAlone() throws Exception {
        chosen = folder.resolve("uids.txt");
        open(SampleRecords.busy());
        openTab(1);
        awaitText("1 to 100 of 250");
        select(3);

        robot.clickOn("#export-uids");

        await().until(() -> !teller.told().isEmpty());
        assertThat(Files.readAllLines(chosen))
                .containsExactly("1.2.276.0.7230010.3.1.2.8323329.4203.1517875152.3.1.1",
                        "1.2.276.0.7230010.3.1.2.8323329.4203.1517875152.3.1.2",
                        "1.2.276.0.7230010.3.1.2.8323329.4203.1517875152.3.1.3");
    }

    @Test
    void alertsAreCountedAndListed() throws Exception {
        open(SampleRecords.busy());
        openTab(2);

        awaitText("Alerts (3)");
        awaitText("Archive regional does not answer.");
    }

    @Test
    void saysThatThereIsNothing() throws Exception {
        open(SampleRecords.empty());
        awaitText("Nothing was recorded in this time");
        openTab(1);
        awaitText("Nothing was put into the PACS yet");
        openTab(2);
        awaitText("Nothing needs the admin");
    }

    @Test
    void saysWhyNothingCanBeRead() throws Exception {
        open(SampleRecords.failing());
        awaitText("There is no room left on the disk");
        openTab(1);
        awaitText("This cannot be read now");
    }

    private void select(int... rows) throws Exception {
        OpenWindow.onScreenThread(() -> {
            TableView<?> table = (TableView<?>) stage.getScene().lookup("#deliveries-table");
            for (int row : rows) {
                table.getSelectionModel().select(row);
            }
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
