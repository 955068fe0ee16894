package org.priorfetch.app.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.Appointments.appointment;
import static org.priorfetch.app.testing.Appointments.at;
import static org.priorfetch.app.testing.Appointments.fetching;
import static org.priorfetch.app.testing.Appointments.here;
import static org.priorfetch.app.testing.OpenWindow.awaitText;
import static org.priorfetch.app.testing.Snapshots.forAppointment;
import static org.priorfetch.app.testing.Snapshots.transfer;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.preferences.ViewerSettings;
import org.priorfetch.app.profile.Person;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleViewers;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.engine.api.AppointmentCommand.FetchNow;
import org.priorfetch.engine.api.AppointmentCommand.Pin;
import org.priorfetch.engine.api.AppointmentCommand.PutFirst;
import org.priorfetch.engine.api.AppointmentCommand.QueryAgain;
import org.priorfetch.engine.api.AppointmentCommand.ReadPriorReport;
import org.priorfetch.engine.api.AppointmentCommand.SkipPrior;
import org.priorfetch.engine.api.AppointmentCommand.TakePrior;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.TransferState;

class TodayScreenTest {

    /** In which what comes wrongly would have come. */
    private static final Duration A_WHILE = Duration.ofMillis(300);
    private static final String VIEWER = "https://viewer.example.org/viewer?StudyInstanceUIDs=";

    private final ScriptedEngine engine = new ScriptedEngine(Snapshots.of(
            List.of(at(appointment("A1", "Alpha^Anna", ReadinessVerdict.FETCHING, fetching("2.25.1", 0),
                    here("2.25.2")), "CT", "Kern^Eva"),
                    at(appointment("A2", "Beta^Bert", "MR", "MR Knie", 40, ReadinessVerdict.READY, null,
                            here("2.25.3")), "MR", "Sommer^Jan")),
            List.of(forAppointment(transfer(1, "CT Thorax nativ", TransferState.QUEUED, 0, 400), "A1", null, null))))
            .on(FetchNow.class, _ -> 1)
            .on(PutFirst.class, _ -> 1)
            .on(Pin.class, Pin::pinned)
            .on(QueryAgain.class, _ -> true)
            .on(SkipPrior.class, _ -> true)
            .on(TakePrior.class, _ -> 7L);

    /** The window with the first appointment selected and the keyboard at the table. */
    private OpenWindow open() throws Exception {
        OpenWindow window = new OpenWindow(engine, Appearance.DEFAULT, Locale.ENGLISH);
        awaitText(window, "Beta, Bert");
        TableView<?> table = window.find("#appointments", TableView.class);
        OpenWindow.onScreenThread(() -> {
            table.requestFocus();
            table.getSelectionModel().select(0);
            return null;
        });
        return window;
    }

    private static void awaitGone(OpenWindow window, String text) {
        Callable<Boolean> shown = () -> window.shows(text);
        await(text + " is gone").until(shown, seen -> !seen);
    }

    private void awaitSubmitted(EngineCommand<?> command) {
        await().untilAsserted(() -> assertThat(engine.submitted()).contains(command));
    }

    private static void chooseList(OpenWindow window, String id) throws Exception {
        OpenWindow.onScreenThread(() -> {
            MenuButton menu = window.find("#reading-list", MenuButton.class);
            menu.getOnShowing().handle(null);
            menu.getItems().stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow().fire();
            return null;
        });
    }

    @Test
    void keysFetchPinPutFirstAndAskAgain() throws Exception {
        try (OpenWindow window = open()) {
            window.robot().push(KeyCode.F);
            awaitSubmitted(new FetchNow("A1"));
            window.robot().push(KeyCode.T);
            awaitSubmitted(new PutFirst("A1"));
            window.robot().push(KeyCode.P);
            awaitSubmitted(new Pin("A1", true));
            window.robot().push(KeyCode.R);
            awaitSubmitted(new QueryAgain("A1"));
        }
    }

    @Test
    void theKeyBGoesToFetchByHandForTheSelectedAppointment() throws Exception {
        try (OpenWindow window = open()) {
            window.robot().push(KeyCode.B);

            await().until(() -> OpenWindow.onScreenThread(() -> window.scene().lookup("#patientId") != null));
            assertThat(window.find("#patientId", TextField.class).getText()).isNotEmpty();
            assertThat(String.valueOf(OpenWindow.onScreenThread(
                    () -> ((ComboBox<?>) window.scene().lookup("#target")).getValue()))).contains("A1");
        }
    }

    @Test
    void theKeyVOpensInTheViewerWhatIsSelected() throws Exception {
        try (OpenWindow window = open()) {
            OpenWindow.onScreenThread(() -> {
                ViewerSettings.in(window.workplace().profile()).set(SampleViewers.one());
                return null;
            });
            engine.publish(engine.snapshot());
            window.robot().push(KeyCode.V);
            await().until(() -> window.openedUrls().equals(List.of(VIEWER + "2.25.2")));

            ListView<?> candidates = window.find("#candidates", ListView.class);
            OpenWindow.onScreenThread(() -> {
                candidates.requestFocus();
                candidates.getSelectionModel().select(1);
                return null;
            });
            window.robot().push(KeyCode.V);
            await().until(() -> window.openedUrls().equals(List.of(VIEWER + "2.25.2", VIEWER + "2.25.2")));
        }
    }

    @Test
    void whatIsNotThereYetIsNotOpenedAndIsSaidSo() throws Exception {
        try (OpenWindow window = open()) {
            OpenWindow.onScreenThread(() -> {
                ViewerSettings.in(window.workplace().profile()).set(SampleViewers.one());
                ListView<?> candidates = window.find("#candidates", ListView.class);
                candidates.requestFocus();
                candidates.getSelectionModel().select(0);
                return null;
            });
            window.robot().push(KeyCode.V);

            await().until(() -> window.robot()
                    .lookup(window.workplace().texts().get("today.whyNot.openPrior"))
                    .tryQuery()
                    .isPresent());
            assertThat(window.openedUrls()).isEmpty();
        }
    }

    @Test
    void theButtonOpensInTheViewer() throws Exception {
        try (OpenWindow window = open()) {
            OpenWindow.onScreenThread(() -> {
                ViewerSettings.in(window.workplace().profile()).set(SampleViewers.one());
                return null;
            });
            engine.publish(
                    Snapshots.of(appointment("A2", "Beta^Bert", "MR", "MR Knie", 40, ReadinessVerdict.READY, null,
                            here("2.25.3"))));
            awaitGone(window, "Alpha, Anna");
            window.robot().clickOn("Beta, Bert").clickOn("#open-appointment");

            await().until(() -> window.openedUrls().equals(List.of(VIEWER + "2.25.3")));
        }
    }

    @Test
    void buttonsDoTheSame() throws Exception {
        try (OpenWindow window = open()) {
            OpenWindow.onScreenThread(() -> {
                window.find("#ask-again", Button.class).fire();
                return null;
            });
            awaitSubmitted(new QueryAgain("A1"));
        }
    }

    @Test
    void aKeySkipsTheSelectedStudyAndUndoTakesItBack() throws Exception {
        try (OpenWindow window = open()) {
            ListView<?> candidates = window.find("#candidates", ListView.class);
            OpenWindow.onScreenThread(() -> {
                candidates.requestFocus();
                candidates.getSelectionModel().select(0);
                return null;
            });
            window.robot().push(KeyCode.S);
            awaitSubmitted(new SkipPrior("A1", "2.25.1", null));
            await().until(() -> window.robot().lookup("Undo").tryQuery().isPresent());
            window.robot().clickOn("Undo");
            awaitSubmitted(new TakePrior("A1", "2.25.1", "regional"));
        }
    }

    @Test
    void aKeyForWhatIsNotPossibleSaysWhyAndAsksNothing() throws Exception {
        try (OpenWindow window = open()) {
            window.robot().push(KeyCode.DOWN).push(KeyCode.F);
            await().until(() -> window.robot().lookup("Nothing is missing here.").tryQuery().isPresent());
            assertThat(engine.submitted()).isEmpty();
        }
    }

    @Test
    void theKeysDoNotSlideToTheNeighbourOfAnAppointmentThatGoes() throws Exception {
        try (OpenWindow window = open()) {
            window.robot().push(KeyCode.DOWN);
            engine.publish(Snapshots.of(appointment("A1", "Alpha^Anna", ReadinessVerdict.FETCHING,
                    fetching("2.25.1", 0))));
            awaitGone(window, "Beta, Bert");
            window.robot().push(KeyCode.F).push(KeyCode.P).push(KeyCode.R);

            assertThat(window.find("#appointments", TableView.class).getSelectionModel().isEmpty()).isTrue();
            await().during(A_WHILE).until(() -> engine.submitted().isEmpty());
        }
    }

    @Test
    void theKeysDoNotSlideToTheNeighbourOfACandidateThatGoes() throws Exception {
        try (OpenWindow window = open()) {
            ListView<?> candidates = window.find("#candidates", ListView.class);
            OpenWindow.onScreenThread(() -> {
                candidates.requestFocus();
                candidates.getSelectionModel().select(1);
                return null;
            });
            engine.publish(Snapshots.of(appointment("A1", "Alpha^Anna", ReadinessVerdict.FETCHING,
                    fetching("2.25.1", 0))));
            await().until(() -> candidates.getItems().size() == 1);
            window.robot().push(KeyCode.S);

            assertThat(candidates.getSelectionModel().isEmpty()).isTrue();
            await().during(A_WHILE)
                    .until(() -> engine.submitted()
                            .stream()
                            .allMatch(ReadPriorReport.class::isInstance));
        }
    }

    @Test
    void noKeyIsAboutAnAppointmentWhileTheHeadOfAGroupIsSelected() throws Exception {
        try (OpenWindow window = open()) {
            window.robot().clickOn("#group");
            TableView<?> table = window.find("#appointments", TableView.class);
            await().until(() -> table.getItems().size() == 4);
            OpenWindow.onScreenThread(() -> {
                table.requestFocus();
                table.getSelectionModel().select(1);
                table.getSelectionModel().select(0);
                return null;
            });
            for (KeyCode key : new KeyCode[]{KeyCode.F, KeyCode.T, KeyCode.P, KeyCode.R, KeyCode.B, KeyCode.V}) {
                window.robot().push(key);
            }

            await().during(A_WHILE).until(() -> engine.submitted().isEmpty());
            assertThat(window.shows("Fetch now")).isFalse();
        }
    }

    @Test
    void theListIsSearchedWithoutSettingOffKeys() throws Exception {
        try (OpenWindow window = open()) {
            window.robot().push(KeyCode.CONTROL, KeyCode.F).write("bert");
            awaitGone(window, "Alpha, Anna");
            assertThat(window.find("#list-search", TextField.class).getText()).isEqualTo("bert");
            assertThat(engine.submitted()).isEmpty();
        }
    }

    @Test
    void readingListsShowTheirPart() throws Exception {
        try (OpenWindow window = open()) {
            chooseList(window, "list-MR");
            awaitGone(window, "Alpha, Anna");
            chooseList(window, "list-all");
            awaitText(window, "Alpha, Anna");
            OpenWindow.onScreenThread(() -> {
                window.workplace()
                        .profile()
                        .section(Person.SECTION, Person.class, Person.UNKNOWN)
                        .set(new Person("Kern"));
                return null;
            });
            chooseList(window, "list-mine");
            awaitGone(window, "Beta, Bert");
        }
    }

    @Test
    void aFilterIsSavedUnderAName() throws Exception {
        try (OpenWindow window = open()) {
            window.robot().push(KeyCode.CONTROL, KeyCode.F).write("knie");
            awaitGone(window, "Alpha, Anna");
            chooseList(window, "list-save");
            await().until(() -> window.robot().lookup("#name").tryQuery().isPresent());
            window.robot().clickOn("#name").write("Knees").push(KeyCode.ENTER);
            await().until(() -> OpenWindow
                    .onScreenThread(() -> window.find("#reading-list", MenuButton.class).getText().equals("Knees")));
            chooseList(window, "list-all");
            awaitText(window, "Alpha, Anna");
            chooseList(window, "saved-Knees");
            awaitGone(window, "Alpha, Anna");
        }
    }

    @Test
    void groupsStandUnderTheirHeads() throws Exception {
        try (OpenWindow window = open()) {
            window.robot().clickOn("#group");
            TableView<?> table = window.find("#appointments", TableView.class);
            await().until(() -> table.getItems().size() == 4);
        }
    }
}
