package org.priorfetch.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.Appointments.appointment;
import static org.priorfetch.app.testing.OpenWindow.awaitText;
import static org.priorfetch.app.testing.Snapshots.transfer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.TransferState;

@Timeout(60)
class MainWindowTest {

    @Test
    void showsAppointmentsWithTheirVerdictsInWords() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.typical())) {
            awaitText(window, "Müller, Karl");
            for (String words : List.of("Ready", "Fetching", "Needs you", "None exist", "Incomplete", "Failed",
                    "CT Thorax mit KM", "2/3", "4 min")) {
                awaitText(window, words);
            }
        }
    }

    @Test
    void theSelectionSurvivesAnUpdateThatMovesItsRow() throws Exception {
        AppointmentView a = appointment("A", "Anders^A", ReadinessVerdict.READY);
        AppointmentView b = appointment("B", "Berg^B", ReadinessVerdict.FETCHING);
        AppointmentView c = appointment("C", "Carl^C", "CT", "CT", 30, ReadinessVerdict.READY, null);
        AppointmentView earlier = appointment("C", "Carl^C", "CT", "CT", 5, ReadinessVerdict.READY, null);
        AppointmentView d = appointment("D", "Dorn^D", "CT", "CT", 10, ReadinessVerdict.FAILED, null);
        try (OpenWindow window = new OpenWindow(Snapshots.of(a, b, c))) {
            awaitText(window, "Berg, B");
            window.robot().clickOn("Berg, B");
            assertThat(selected(window)).isEqualTo("Berg, B");

            window.robot().moveTo("#names");
            window.engine().publish(Snapshots.of(earlier, d, a, b));
            awaitText(window, "Dorn, D");

            assertThat(selected(window)).isEqualTo("Berg, B");
            assertThat(selectedIndex(window)).isEqualTo(3);
        }
    }

    @Test
    void theSelectionSurvivesAnUpdateOfASortedTable() throws Exception {
        AppointmentView a = appointment("A", "Anders^A", ReadinessVerdict.READY);
        AppointmentView b = appointment("B", "Berg^B", ReadinessVerdict.FETCHING);
        try (OpenWindow window = new OpenWindow(Snapshots.of(a, b))) {
            awaitText(window, "Berg, B");
            window.robot().clickOn("Berg, B");
            sortDescending(window, "Patient");
            assertThat(selectedIndex(window)).isZero();

            window.engine().publish(Snapshots.of(a, b, appointment("C", "Carl^C", ReadinessVerdict.READY)));
            awaitText(window, "Carl, C");

            assertThat(selected(window)).isEqualTo("Berg, B");
            assertThat(selectedIndex(window)).isEqualTo(1);
        }
    }

    @Test
    void theProgressOfATransferMoves() throws Exception {
        try (OpenWindow window = new OpenWindow(running(100))) {
            window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT2);
            awaitText(window, "25 %");
            ProgressBar bar = window.find(".progress-bar", ProgressBar.class);

            window.engine().publish(running(300));
            awaitText(window, "75 %");

            assertThat(bar.getProgress()).isEqualTo(0.75);
        }
    }

    @Test
    void anEmptyDaySaysSo() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.empty())) {
            awaitText(window, "The worklist has none (now · 08:30). New ones appear here by themselves.");
        }
    }

    @Test
    void aSilentWorklistIsSaidAndStopsBeingSaidOnceItAnswers() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.unreachableAndEmpty())) {
            awaitText(window, "Worklist ris has not answered since 07:41. Appointments may be missing or out of date.");
            awaitText(window, "Appointments are not known");

            window.engine().publish(SampleDays.typical());
            awaitText(window, "Müller, Karl");

            assertThat(window
                    .shows("Worklist ris has not answered since 07:41. Appointments may be missing or out of date."))
                    .isFalse();
        }
    }

    @Test
    void theKeyHHidesNamesAndShowsThemAgain() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.typical())) {
            awaitText(window, "Okafor, Adaeze");

            window.robot().push(KeyCode.H);
            awaitText(window, Privacy.HIDDEN_NAME);
            assertThat(window.shows("Okafor, Adaeze")).isFalse();

            window.robot().push(KeyCode.H);
            awaitText(window, "Okafor, Adaeze");
        }
    }

    @Test
    void theDetailsCloseAndOpenByKey() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.typical())) {
            awaitText(window, "Hand links");
            window.robot().clickOn("Okafor, Adaeze");

            window.robot().push(KeyCode.ESCAPE);
            assertThat(window.shows("same region, CT, 14 months old, newest of 3")).isFalse();

            window.robot().push(KeyCode.DOWN).push(KeyCode.ENTER);
            awaitText(window, "same ID, other birth date");
        }
    }

    @Test
    void whatWasLeftOutForLackOfRoomComesBack() throws Exception {
        AppointmentView wide = appointment("A", "Mittelbach-Oberhausen^Annegret", ReadinessVerdict.READY);
        String id = wide.patient().key().patientId();
        try (OpenWindow window = new OpenWindow(Snapshots.of(wide))) {
            awaitText(window, "Mittelbach-Oberhausen, Annegret");
            await().until(() -> !window.shows(id));

            window.robot().push(KeyCode.ESCAPE);
            awaitText(window, id);
        }
    }

    @Test
    void everyControlIsReachedByTheKeyboard() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.typical())) {
            awaitText(window, "Hand links");
            List<String> reached = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                window.robot().push(KeyCode.TAB);
                reached.add(OpenWindow.onScreenThread(() -> String.valueOf(window.scene().getFocusOwner().getId())));
            }

            assertThat(reached).contains("names", "appointments", "candidates", "close-details");
            assertThat(reached).anyMatch(id -> id.startsWith("rail-"));
        }
    }

    @Test
    void aScreenThatIsFirstOpenedAfterTheEngineHasEndedSaysSo() throws Exception {
        try (OpenWindow window = new OpenWindow(running(100))) {
            window.engineGone();

            window.visit(ScreenId.TRANSFERS);

            awaitText(window, "Transfers are not known");
            window.engineSpeaks(running(300));
            awaitText(window, "75 %");
        }
    }

    @Test
    void aWordOfBeforeTheEndDoesNotUndoIt() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.typical())) {
            awaitText(window, "Müller, Karl");
            window.engineGone();

            window.engine().publish(SampleDays.typical());

            String stopped = "Until then nothing is fetched, and what the screens show may be out of date.";
            await().during(Duration.ofMillis(300)).until(() -> window.shows(stopped));
        }
    }

    @Test
    void speaksGerman() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.typical(), Appearance.DEFAULT, Locale.GERMANY)) {
            awaitText(window, "Braucht Sie");
            awaitText(window, "dieselbe Region, CT, 14 Monate alt, die neueste von 3");
        }
    }

    @Test
    void nothingListensOnceItIsClosed() throws Exception {
        OpenWindow window = new OpenWindow(SampleDays.typical());
        window.close();

        assertThat(window.engine().listeners()).isZero();
    }

    private static EngineSnapshot running(int delivered) {
        return Snapshots.of(List.of(), List.of(transfer(1, "CT Thorax", TransferState.RUNNING, delivered, 400)));
    }

    private static String selected(OpenWindow window) throws Exception {
        return OpenWindow.onScreenThread(() -> window.find(".detail-patient", Label.class).getText());
    }

    private static int selectedIndex(OpenWindow window) throws Exception {
        return OpenWindow.onScreenThread(() -> table(window).getSelectionModel().getSelectedIndex());
    }

    /** The headless platform takes every click on a header for the one that opens a menu, so this is no click. */
    private static void sortDescending(OpenWindow window, String title) throws Exception {
        OpenWindow.onScreenThread(() -> {
            TableView<?> table = table(window);
            table.getColumns()
                    .stream()
                    .filter(column -> column.getText().equals(title))
                    .findFirst()
                    .ifPresent(column -> sortDescending(table, column));
            return null;
        });
    }

    private static <S> void sortDescending(TableView<S> table, TableColumn<?, ?> column) {
        column.setSortType(SortType.DESCENDING);
        table.getColumns().stream().filter(column::equals).forEach(table.getSortOrder()::add);
    }

    private static TableView<?> table(OpenWindow window) {
        return window.find("#appointments", TableView.class);
    }
}
