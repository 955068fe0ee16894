package org.priorfetch.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.OpenWindow.awaitText;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.NameDisplay;
import org.priorfetch.app.controls.PatientNames;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.controls.PrivacySettings;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.testing.Archives;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.app.testing.Workbench;
import org.priorfetch.engine.api.ArchiveAnswer;
import org.priorfetch.engine.api.ArchiveCommand;
import org.priorfetch.engine.api.FetchAnswer;
import org.priorfetch.engine.api.Presence;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.TransferState;

@Timeout(90)
class FetchScreenTest {

    private static OpenWindow open(ScriptedEngine engine) throws Exception {
        return new OpenWindow(engine, Appearance.DEFAULT, Locale.ENGLISH).visit(ScreenId.FETCH);
    }

    private static OpenWindow searched(List<ArchiveAnswer> answers) throws Exception {
        OpenWindow window = open(Archives.engine(Archives.day(), answers));
        type(window, "name", "Meier, Anna");
        window.robot().push(KeyCode.ENTER);
        awaitAnswers(window);
        return window;
    }

    /** Until all have answered, rows move. */
    private static void awaitAnswers(OpenWindow window) {
        await().until(() -> count(window, ArchiveCommand.SearchArchive.class) == 3
                && !window.find("#search", Button.class).isDisabled()
                && window.find("#stop", Button.class).isDisabled());
    }

    private static void type(OpenWindow window, String field, String words) throws Exception {
        TextField text = window.find("#" + field, TextField.class);
        OpenWindow.onScreenThread(() -> {
            text.requestFocus();
            text.setText(words);
            return null;
        });
    }

    private static long count(OpenWindow window, Class<?> command) {
        return window.engine().submitted().stream().filter(command::isInstance).count();
    }

    private static <C> C last(OpenWindow window, Class<C> command) {
        return window.engine().submitted().stream().filter(command::isInstance).map(command::cast).toList().getLast();
    }

    @SuppressWarnings("unchecked")
    private static TreeTableView<Hit> table(OpenWindow window) {
        return window.find("#results", TreeTableView.class);
    }

    /** Selects the row with the words in its description column, and presses a key there. */
    private static void press(OpenWindow window, int row, KeyCode key) throws Exception {
        OpenWindow.onScreenThread(() -> {
            table(window).requestFocus();
            table(window).getSelectionModel().select(row);
            return null;
        });
        window.robot().push(key);
    }

    private static <T> T on(Callable<T> work) throws Exception {
        return OpenWindow.onScreenThread(work);
    }

    @Test
    void everyArchiveIsAskedAndTheAnswersStandByPatient() throws Exception {
        try (OpenWindow window = searched(Archives.typical())) {
            assertThat(last(window, ArchiveCommand.SearchArchive.class).query().patientName()).isEqualTo("Meier, Anna");
            for (String text : List.of("Meier, Anna", "MEIER, ANNA", "CT Thorax mit KM", "PET/CT Ganzkörper",
                    "regional, university", "in the PACS", "partly in the PACS", "3 found", "2 found", "1 found")) {
                awaitText(window, text);
            }
        }
    }

    @Test
    void nothingIsAskedWhileTheFormHasAProblem() throws Exception {
        try (OpenWindow window = open(Archives.engine(Archives.day(), Archives.typical()))) {
            assertThat(window.find("#search", Button.class).isDisabled()).isTrue();
            type(window, "birthDate", "12.3");
            awaitText(window, "Please write dates like 3/12/1966.");
            window.robot().push(KeyCode.ENTER);
            assertThat(count(window, ArchiveCommand.SearchArchive.class)).isZero();
        }
    }

    @Test
    void whoDoesNotAnswerIsSaidAndAskedAgain() throws Exception {
        try (OpenWindow window = searched(List.of(Archives.found("regional"), Archives.silent("university"),
                Archives.found("pacs")))) {
            awaitText(window, "Nothing found so far");
            awaitText(window, "Not every archive has answered. The study may lie there: ask again.");
            window.engine().on(ArchiveCommand.SearchArchive.class, _ -> Archives.typical().get(1));
            Button again = window.find("#again-university", Button.class);
            on(() -> {
                again.fire();
                return null;
            });
            awaitText(window, "PET/CT Ganzkörper");
            assertThat(last(window, ArchiveCommand.SearchArchive.class).source()).isEqualTo("university");
        }
    }

    @Test
    void onlyWhenAllHaveAnsweredIsThereNothing() throws Exception {
        try (OpenWindow window = searched(Archives.nothing())) {
            awaitText(window, "Nothing found");
            awaitText(window, "nothing found");
        }
    }

    @Test
    void whereNobodyWasAskedNothingIsKnown() throws Exception {
        Workbench bench = new Workbench();
        SearchScreen screen = OpenWindow.onScreenThread(() -> new SearchScreen(bench.workplace(), new Reach()));
        on(() -> {
            Scene scene = Appearance.DEFAULT.scene(new BorderPane(screen.view()), 1000, 700);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            ((TextField) screen.view().lookup("#name")).setText("Meier");
            ((Button) screen.view().lookup("#search")).fire();
            return null;
        });
        String title = on(() -> ((TreeTableView<?>) screen.view().lookup("#results")).getPlaceholder())
                .lookupAll(".label")
                .stream()
                .map(label -> ((Label) label).getText())
                .collect(Collectors.joining(" / "));
        assertThat(title).contains("Nothing found so far").doesNotContain("Every archive has answered");
    }

    @Test
    void todayIsWhereTheReaderIs() throws Exception {
        Workbench bench = new Workbench();
        bench.clock().turn(Duration.ofHours(16)); // the next day in Berlin, not yet in London
        SearchScreen screen = OpenWindow.onScreenThread(() -> new SearchScreen(bench.workplace(), new Reach()));
        assertThat(on(() -> {
            Scene scene = Appearance.DEFAULT.scene(new BorderPane(screen.view()), 1000, 700);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            ((TextField) screen.view().lookup("#name")).setText("Meier");
            ((TextField) screen.view().lookup("#birthDate")).setText("2026-11-24");
            return ((Button) screen.view().lookup("#search")).isDisabled();
        })).as("the date is in the future").isFalse();
    }

    @Test
    void columnsSortTheStudiesOfEachPatient() throws Exception {
        try (OpenWindow window = searched(Archives.typical())) {
            awaitText(window, "PET/CT Ganzkörper");
            List<String> asFound = descriptions(window);
            sortBy(window, "Description", TreeTableColumn.SortType.ASCENDING);
            assertThat(descriptions(window)).containsExactly("4711 (HOSP) · Mar 12, 1966 · F", "CT Thorax mit KM",
                    "MR Schädel", "Thorax in 2 Ebenen", "U-99 (HOSP) · Mar 12, 1966 · F", "PET/CT Ganzkörper");
            sortBy(window, "Images", TreeTableColumn.SortType.DESCENDING);
            assertThat(descriptions(window)).containsSubsequence("MR Schädel", "CT Thorax mit KM",
                    "Thorax in 2 Ebenen");
            on(() -> {
                table(window).getSortOrder().clear();
                return null;
            });
            assertThat(descriptions(window)).isEqualTo(asFound);
        }
    }

    @Test
    void aSortedTableStaysSortedWhenAnArchiveAnswersLater() throws Exception {
        try (OpenWindow window = searched(List.of(Archives.typical().getFirst(), Archives.silent("university"),
                Archives.found("pacs")))) {
            awaitText(window, "CT Thorax mit KM");
            sortBy(window, "Description", TreeTableColumn.SortType.DESCENDING);
            window.engine()
                    .on(ArchiveCommand.SearchArchive.class, _ -> Archives.found("university",
                            Archives.study("9.9", Archives.ANNA, "CT", "Zunge", 3, Presence.ABSENT)));
            on(() -> {
                window.find("#again-university", Button.class).fire();
                return null;
            });
            awaitText(window, "Zunge");
            assertThat(descriptions(window)).containsSubsequence("Zunge", "Thorax in 2 Ebenen", "MR Schädel",
                    "CT Thorax mit KM");
        }
    }

    private static void sortBy(OpenWindow window, String title, TreeTableColumn.SortType direction) throws Exception {
        on(() -> {
            TreeTableColumn<Hit, ?> column = table(window).getColumns()
                    .stream()
                    .filter(one -> one.getText().equals(title))
                    .findFirst()
                    .orElseThrow();
            assertThat(column.isSortable()).isTrue();
            column.setSortType(direction);
            table(window).getSortOrder().setAll(List.of(column));
            return null;
        });
    }

    private static List<String> descriptions(OpenWindow window) throws Exception {
        return on(() -> IntStream.range(0, table(window).getExpandedItemCount())
                .mapToObj(row -> table(window).getTreeItem(row).getValue())
                .map(hit -> switch (hit) {
                    case Hit.OfStudy study -> study.study().studyDescription();
                    case Hit.OfPatient patient -> patient.patient().key().patientId() + " (HOSP) · Mar 12, 1966 · F";
                    case Hit.OfSeries _,Hit.Remark _ -> "";
                })
                .toList());
    }

    @Test
    void escapeStopsTheSearch() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        ScriptedEngine engine = Archives.engine(Archives.day(), Archives.typical());
        engine.on(ArchiveCommand.SearchArchive.class, search -> {
            try {
                answer.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Archives.typical().getFirst();
        });
        try (OpenWindow window = open(engine)) {
            type(window, "patientId", "4711");
            window.robot().push(KeyCode.ENTER);
            awaitText(window, "asking…");
            window.robot().push(KeyCode.ESCAPE);
            awaitText(window, "stopped");
            await().until(() -> count(window, ArchiveCommand.StopSearch.class) == 1);
            assertThat(last(window, ArchiveCommand.StopSearch.class).searchId())
                    .isEqualTo(last(window, ArchiveCommand.SearchArchive.class).searchId());
        } finally {
            answer.countDown();
        }
    }

    @Test
    void aStudyIsChosenForTheSuggestedAppointmentAndFetchedWithTheKeyboard() throws Exception {
        try (OpenWindow window = searched(Archives.typical())) {
            awaitText(window, "CT Thorax mit KM");
            press(window, 1, KeyCode.SPACE);
            awaitText(window, "Fetch 1 study");
            awaitText(window, "Will be fetched: same patient.");
            window.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
            await().until(() -> count(window, TransferCommand.FetchStudy.class) == 1);
            TransferCommand.FetchStudy fetch = last(window, TransferCommand.FetchStudy.class);
            assertThat(fetch.forAccession()).isEqualTo("ACC1");
            assertThat(fetch.seriesUids()).isEmpty();
            awaitText(window, "ordered");
            window.engine()
                    .publish(Snapshots.of(Archives.day().appointments(),
                            List.of(Snapshots.transfer(1, "CT", TransferState.RUNNING, 203, 812))));
            awaitText(window, "Fetching");
            awaitText(window, "25 % · 12.4 MB/s · 2 min");
            window.engine()
                    .publish(Snapshots.of(Archives.day().appointments(),
                            List.of(Snapshots.transfer(1, "CT", TransferState.COMPLETE, 812, 812))));
            awaitText(window, "In the PACS, 812 images");
        }
    }

    @Test
    void afterOrderingAtTheButtonTheKeyboardIsInTheResults() throws Exception {
        try (OpenWindow window = searched(Archives.typical())) {
            awaitText(window, "CT Thorax mit KM");
            press(window, 1, KeyCode.SPACE);
            awaitText(window, "Will be fetched: same patient.");
            on(() -> {
                window.find("#fetch", Button.class).requestFocus();
                return null;
            });
            window.robot().push(KeyCode.SPACE);
            await().until(() -> count(window, TransferCommand.FetchStudy.class) == 1);
            assertThat(on(() -> window.scene().getFocusOwner().getId())).isEqualTo("results");
        }
    }

    @Test
    void aRunningTransferCanBeStopped() throws Exception {
        try (OpenWindow window = searched(Archives.typical())) {
            press(window, 1, KeyCode.SPACE);
            window.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
            await().until(() -> count(window, TransferCommand.FetchStudy.class) == 1);
            awaitText(window, "ordered");
            Button cancel = window.find("#orders .button-icon", Button.class);
            await().until(() -> on(() -> {
                cancel.fire();
                return null;
            }) == null && count(window, TransferCommand.CancelTransfer.class) > 0);
            assertThat(last(window, TransferCommand.CancelTransfer.class).id()).isEqualTo(1);
        }
    }

    @Test
    void singleSeriesAreChosenUnderTheStudy() throws Exception {
        try (OpenWindow window = searched(Archives.typical())) {
            awaitText(window, "CT Thorax mit KM");
            press(window, 1, KeyCode.RIGHT);
            awaitText(window, "Lunge 1.0 CHEST");
            press(window, 3, KeyCode.SPACE);
            awaitText(window, "Fetch 1 study");
            window.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
            await().until(() -> count(window, TransferCommand.FetchStudy.class) == 1);
            assertThat(last(window, TransferCommand.FetchStudy.class).seriesUids()).containsExactly("9.2");
        }
    }

    @Test
    void whatDiffersIsMarkedBeforeAnythingIsFetched() throws Exception {
        try (OpenWindow window = searched(List.of(Archives.found("regional"), Archives.typical().get(1),
                Archives.found("pacs")))) {
            awaitText(window, "PET/CT Ganzkörper");
            press(window, 3, KeyCode.SPACE);
            awaitText(window, "4711 (HOSP) ≠ U-99 (HOSP)");
            awaitText(window, "Will be held until a person decides: same ID, other birth date.");
            assertThat(count(window, TransferCommand.FetchStudy.class)).isZero();
        }
    }

    @Test
    void withoutASuggestionAPersonMustChooseForWhom() throws Exception {
        ScriptedEngine engine = Archives.engine(Snapshots.of(), Archives.typical());
        try (OpenWindow window = open(engine)) {
            type(window, "name", "Meier");
            window.robot().push(KeyCode.ENTER);
            awaitText(window, "CT Thorax mit KM");
            awaitAnswers(window);
            press(window, 1, KeyCode.SPACE);
            awaitText(window, "Choose the appointment that they are for, or let them keep their own identity.");
            assertThat(window.find("#fetch", Button.class).isDisabled()).isTrue();
            ComboBox<?> target = window.find("#target", ComboBox.class);
            on(() -> {
                target.getSelectionModel().selectLast();
                return null;
            });
            await().until(() -> !window.find("#fetch", Button.class).isDisabled());
            window.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
            await().until(() -> count(window, TransferCommand.FetchStudy.class) == 1);
            assertThat(last(window, TransferCommand.FetchStudy.class).forAccession()).isNull();
        }
    }

    @Test
    void aRefusalIsSaidAtTheRow() throws Exception {
        try (OpenWindow window = searched(Archives.typical())) {
            window.engine()
                    .on(TransferCommand.FetchStudy.class,
                            _ -> new FetchAnswer(null, Message.of("runtime.noSuchStudy", "regional")));
            press(window, 1, KeyCode.SPACE);
            window.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
            awaitText(window, "Refused: regional holds no study with this UID.");
        }
    }

    @Test
    void lastSearchesCanBeTakenUpAgain() throws Exception {
        try (OpenWindow window = searched(Archives.typical())) {
            MenuButton history = window.find("#history", MenuButton.class);
            on(() -> {
                window.find("#clear", Button.class).fire();
                history.show();
                assertThat(history.getItems().getFirst().getText()).isEqualTo("Meier, Anna");
                history.getItems().getFirst().fire();
                return null;
            });
            await().until(() -> count(window, ArchiveCommand.SearchArchive.class) == 6);
            assertThat(window.find("#name", TextField.class).getText()).isEqualTo("Meier, Anna");
        }
    }

    @Test
    void lastSearchesTellAsMuchOfANameAsMayBeRead() throws Exception {
        try (OpenWindow window = searched(Archives.typical())) {
            MenuButton history = window.find("#history", MenuButton.class);
            assertThat(historyOf(history)).containsExactly("Meier, Anna");
            on(() -> {
                window.workplace().privacy().settingsProperty().set(new PrivacySettings(NameDisplay.INITIALS, 5));
                return null;
            });
            assertThat(historyOf(history)).containsExactly(PatientNames.initials("Meier, Anna"));
            on(() -> {
                window.workplace().privacy().hide();
                return null;
            });
            assertThat(on(history::isShowing)).as("a list with names is taken away").isFalse();
            assertThat(historyOf(history)).containsExactly(Privacy.HIDDEN_NAME);
        }
    }

    private static List<String> historyOf(MenuButton history) throws Exception {
        return on(() -> {
            history.hide();
            history.show();
            return history.getItems().stream().map(MenuItem::getText).toList();
        });
    }

    @Test
    void namesAreHiddenHereToo() throws Exception {
        try (OpenWindow window = searched(Archives.typical())) {
            awaitText(window, "MEIER, ANNA");
            on(() -> {
                window.workplace().privacy().toggle();
                return null;
            });
            awaitText(window, "•••");
            await().until(() -> !window.shows("MEIER, ANNA") && !window.shows("Meier, Anna"));
        }
    }

    @Test
    void aVisitFillsInWhatIsKnownAndAsksNobody() throws Exception {
        try (OpenWindow window = open(Archives.engine(Archives.day(), Archives.typical()))) {
            window.visit(new Visit.ToFetch("4711", "Meier^Anna", "ACC0"));
            assertThat(window.find("#patientId", TextField.class).getText()).isEqualTo("4711");
            assertThat(count(window, ArchiveCommand.SearchArchive.class)).isZero();
            type(window, "patientId", "4711");
            window.robot().push(KeyCode.ENTER);
            awaitText(window, "CT Thorax mit KM");
            awaitAnswers(window);
            press(window, 1, KeyCode.SPACE);
            awaitText(window, "Fetch 1 study");
            window.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
            await().until(() -> count(window, TransferCommand.FetchStudy.class) == 1);
            assertThat(last(window, TransferCommand.FetchStudy.class).forAccession()).isEqualTo("ACC0");
        }
    }

    @Test
    void whatIsOnlyInThePacsCannotBeChosen() throws Exception {
        try (OpenWindow window = searched(List.of(Archives.found("regional"), Archives.found("university"),
                Archives.typical().getLast()))) {
            awaitText(window, "Thorax in 2 Ebenen");
            assertThat(window.find("#results .check-box", CheckBox.class).isDisabled()).isTrue();
        }
    }

    @Test
    void lettersTypedIntoAFieldAreNoShortcuts() throws Exception {
        try (OpenWindow window = open(Archives.engine(Archives.day(), Archives.typical()))) {
            window.robot().clickOn("#name").write("hh");
            assertThat(window.find("#name", TextField.class).getText()).isEqualTo("hh");
            assertThat(window.workplace().privacy().namesHiddenProperty().get()).isFalse();
        }
    }
}
