package org.priorfetch.app.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.Appointments.appointment;
import static org.priorfetch.app.testing.Appointments.fetching;
import static org.priorfetch.app.testing.Appointments.held;
import static org.priorfetch.app.testing.Appointments.here;
import static org.priorfetch.app.testing.Appointments.skipped;
import static org.priorfetch.app.testing.Snapshots.forAppointment;
import static org.priorfetch.app.testing.Snapshots.transfer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.ViewerActions;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.testing.OpenPanel;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.engine.api.AppointmentCommand;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferState;

class StatusPanelTest {

    private final AppointmentView karl = appointment("A", "Müller^Karl", "CT", "CT Thorax", 10,
            ReadinessVerdict.FETCHING, null, fetching("2.25.7", 30), skipped("2.25.3"), held("2.25.4"));
    private final AppointmentView adaeze = appointment("B", "Okafor^Adaeze", "MR", "MR Schädel", 25,
            ReadinessVerdict.READY, null, here("2.25.9"));
    private final EngineSnapshot day = Snapshots.of(List.of(karl, adaeze), List.of(forAppointment(
            transfer(7, "CT", TransferState.WAITING, 30, 400), "A", null, Reason.of("scripted.hours"))));
    private final ScriptedEngine engine = new ScriptedEngine(day);

    @Test
    void arrowsMoveAndEnterOpensAndCloses() throws Exception {
        try (OpenPanel panel = new OpenPanel(engine)) {
            panel.press(KeyCode.DOWN, KeyCode.ENTER);
            assertThat(panel.shows("same region, CT, 14 months old, newest of 3")).isTrue();

            panel.press(KeyCode.ENTER);
            assertThat(panel.shows("same region, CT, 14 months old, newest of 3")).isFalse();
        }
    }

    @Test
    void theVerdictsOfAllRowsStandBelowEachOther() throws Exception {
        try (OpenPanel panel = new OpenPanel(new ScriptedEngine(SampleDays.unreachable()), Appearance.DEFAULT,
                Locale.GERMANY, ViewerActions.NONE)) {
            await().untilAsserted(() -> assertThat(verdicts(panel)).hasSizeGreaterThan(3));
            await().untilAsserted(() -> assertThat(Set.copyOf(verdicts(panel))).hasSize(1));
        }
    }

    /** Where the shapes of those begin that are to be seen. */
    private static List<Long> verdicts(OpenPanel panel) throws Exception {
        return OpenWindow.onScreenThread(() -> panel.scene()
                .getRoot()
                .lookupAll(".glance .chip")
                .stream()
                .filter(chip -> chip.getParent() instanceof ChipWidths.Column)
                .map(chip -> Math.round(chip.localToScene(0, 0).getX()))
                .toList());
    }

    @Test
    void aClickOpens() throws Exception {
        try (OpenPanel panel = new OpenPanel(engine)) {
            panel.robot().clickOn("Müller, Karl");

            assertThat(panel.shows("skipped: hand, another region")).isTrue();
        }
    }

    @Test
    void theKeyFFetchesWhatWasNotWanted() throws Exception {
        engine.on(AppointmentCommand.TakePrior.class, _ -> 8L);
        try (OpenPanel panel = new OpenPanel(engine)) {
            panel.press(KeyCode.ENTER, KeyCode.DOWN, KeyCode.DOWN, KeyCode.F);

            eventually(() -> panel.shows("It is being fetched."));
            assertThat(engine.submitted()).containsExactly(new AppointmentCommand.TakePrior("A", "2.25.3", "regional"));
        }
    }

    @Test
    void theKeyFTriesAgainWhatWaits() throws Exception {
        engine.on(TransferCommand.RetryTransfer.class, _ -> true);
        try (OpenPanel panel = new OpenPanel(engine)) {
            panel.press(KeyCode.ENTER, KeyCode.DOWN, KeyCode.F);

            eventually(() -> panel.shows("It is being fetched."));
            assertThat(engine.submitted()).containsExactly(new TransferCommand.RetryTransfer(7));
        }
    }

    @Test
    void theKeyFFetchesWhatAnAppointmentLacks() throws Exception {
        engine.on(AppointmentCommand.FetchNow.class, wanted -> wanted.appointmentId().equals("A") ? 1 : 0);
        try (OpenPanel panel = new OpenPanel(engine)) {
            panel.press(KeyCode.F);
            eventually(() -> panel.shows("It is being fetched."));

            panel.press(KeyCode.DOWN, KeyCode.F);
            eventually(() -> panel.shows("There is nothing that waits to be fetched."));
            assertThat(engine.submitted()).containsExactly(new AppointmentCommand.FetchNow("A"),
                    new AppointmentCommand.FetchNow("B"));
        }
    }

    @Test
    void theKeyFAsksAgainWhereNobodyAnswered() throws Exception {
        engine.on(AppointmentCommand.FetchNow.class, _ -> 0);
        engine.publish(Snapshots.of(appointment("C", "Nowak^Zofia", "MG", "Mammographie", 1,
                ReadinessVerdict.UNREACHABLE, null)));
        try (OpenPanel panel = new OpenPanel(engine)) {
            panel.press(KeyCode.F);

            eventually(() -> panel.shows("The archives are being asked again."));
        }
    }

    @Test
    void tellsWhyNothingIsFetched() throws Exception {
        engine.on(AppointmentCommand.TakePrior.class, _ -> {
            throw new CommandFailedException(Message.of("scripted.refused"));
        });
        try (OpenPanel panel = new OpenPanel(engine)) {
            panel.press(KeyCode.ENTER, KeyCode.DOWN, KeyCode.DOWN, KeyCode.F);

            eventually(() -> panel.shows("the archive no longer has this study"));
        }
    }

    @Test
    void whatMustBeDecidedLeadsToTheReview() throws Exception {
        try (OpenPanel panel = new OpenPanel(engine)) {
            panel.press(KeyCode.ENTER);

            OpenWindow.onScreenThread(() -> {
                panel.robot()
                        .from(panel.scene().getRoot())
                        .lookup((Button button) -> button.isVisible()
                                && "Decide in “Review”".equals(button.getAccessibleText()))
                        .queryButton()
                        .fire();
                return true;
            });

            assertThat(panel.visits()).containsExactly(new Visit.ToScreen(ScreenId.REVIEW));
        }
    }

    @Test
    void leadsToTheMainWindow() throws Exception {
        try (OpenPanel panel = new OpenPanel(engine)) {
            for (String button : List.of("#by-hand", "#open-window", "#settings")) {
                panel.robot().clickOn(button);
            }

            assertThat(panel.visits()).containsExactly(new Visit.ToScreen(ScreenId.FETCH),
                    new Visit.ToScreen(ScreenId.TODAY), new Visit.ToScreen(ScreenId.PREFERENCES));
        }
    }

    @Test
    void pausesAndGoesOn() throws Exception {
        engine.on(TransferCommand.Pause.class, _ -> true);
        try (OpenPanel panel = new OpenPanel(engine)) {
            panel.robot().clickOn("#pause");
            eventually(() -> engine.submitted().size() == 1);

            engine.publish(paused(day));
            eventually(() -> panel.shows("Paused"));
            panel.robot().clickOn("#pause");
            eventually(() -> engine.submitted().size() == 2);

            assertThat(engine.submitted()).containsExactly(new TransferCommand.Pause(true, null),
                    new TransferCommand.Pause(false, null));
        }
    }

    @Test
    void theKeyHHidesNames() throws Exception {
        try (OpenPanel panel = new OpenPanel(engine)) {
            panel.press(KeyCode.H);
            assertThat(panel.shows("Müller, Karl")).isFalse();
            assertThat(panel.shows(Privacy.HIDDEN_NAME)).isTrue();

            panel.robot().clickOn("#names");
            assertThat(panel.shows("Müller, Karl")).isTrue();
        }
    }

    @Test
    void escapeCloses() throws Exception {
        try (OpenPanel panel = new OpenPanel(engine)) {
            panel.press(KeyCode.ESCAPE);

            assertThat(panel.panel().isShowing()).isFalse();
        }
    }

    @Test
    void closesWhenAnotherWindowTakesTheFocusUnlessPinned() throws Exception {
        try (OpenPanel panel = new OpenPanel(engine)) {
            loseFocus(panel);
            assertThat(panel.panel().isShowing()).isFalse();

            panel.open();
            panel.robot().clickOn("#pin");
            loseFocus(panel);
            assertThat(panel.panel().isShowing()).isTrue();
        }
    }

    @Test
    void remembersThatItIsPinned() throws Exception {
        Profile profile = Profile.inMemory();
        try (OpenPanel panel = open(ViewerActions.NONE, profile)) {
            panel.robot().clickOn("#pin");
        }

        try (OpenPanel again = open(ViewerActions.NONE, profile)) {
            loseFocus(again);
            assertThat(again.panel().isShowing()).isTrue();
        }
    }

    @Test
    void theClickThatTookTheFocusDoesNotOpenItAgain() throws Exception {
        try (OpenPanel panel = new OpenPanel(engine)) {
            OpenWindow.onScreenThread(() -> {
                panel.panel().hide();
                panel.panel().toggleAt(null);
                return true;
            });
            assertThat(panel.panel().isShowing()).isFalse();

            panel.clock().turn(Duration.ofSeconds(1));
            OpenWindow.onScreenThread(() -> {
                panel.panel().toggleAt(null);
                return true;
            });
            assertThat(panel.panel().isShowing()).isTrue();
        }
    }

    @Test
    void staysOnItsRowWhenOthersComeAndGo() throws Exception {
        try (OpenPanel panel = new OpenPanel(engine)) {
            panel.press(KeyCode.DOWN);
            assertThat(selected(panel)).isEqualTo("08:55 MR Head, 1 of 1 prior ready");

            AppointmentView first = appointment("C", "Nowak^Zofia", "MG", "Mammographie", 1,
                    ReadinessVerdict.NONE_EXIST,
                    null);
            engine.publish(Snapshots.of(first, karl, adaeze));

            eventually(() -> panel.shows("Nowak, Zofia"));
            assertThat(selected(panel)).isEqualTo("08:55 MR Head, 1 of 1 prior ready");
        }
    }

    @Test
    void theKeysDoNotSlideToTheNeighbourOfARowThatGoes() throws Exception {
        engine.on(AppointmentCommand.FetchNow.class, _ -> 1);
        AppointmentView last = appointment("C", "Nowak^Zofia", "MG", "Mammographie", 40, ReadinessVerdict.FETCHING,
                null,
                fetching("2.25.8", 0));
        engine.publish(Snapshots.of(karl, adaeze, last));
        try (OpenPanel panel = new OpenPanel(engine)) {
            panel.press(KeyCode.DOWN);
            assertThat(selected(panel)).startsWith("08:55 MR Head");

            engine.publish(Snapshots.of(karl, last));
            eventually(() -> !panel.shows("Okafor, Adaeze"));
            panel.press(KeyCode.F);

            assertThat(panel.find("#glances", ListView.class).getSelectionModel().isEmpty()).isTrue();
            await().during(Duration.ofMillis(300)).until(() -> engine.submitted().isEmpty());
        }
    }

    @Test
    void showsWhatIsNewWhenItIsOpenedAgain() throws Exception {
        try (OpenPanel panel = new OpenPanel(engine)) {
            panel.press(KeyCode.ESCAPE);
            engine.publish(SampleDays.empty());

            panel.open();

            assertThat(panel.shows("No appointments")).isTrue();
        }
    }

    @Test
    void opensInTheViewerWhatItCanOpen() throws Exception {
        RecordingViewer viewer = new RecordingViewer();
        try (OpenPanel panel = open(viewer, Profile.inMemory())) {
            panel.press(KeyCode.DOWN, KeyCode.ENTER, KeyCode.DOWN, KeyCode.V, KeyCode.UP, KeyCode.V);

            assertThat(viewer.opened).containsExactly("B 2.25.9", "B null");
        }
    }

    private OpenPanel open(ViewerActions viewer, Profile profile) throws Exception {
        return new OpenPanel(engine, Appearance.DEFAULT, Locale.ENGLISH, viewer, profile);
    }

    private static String selected(OpenPanel panel) {
        ListView<?> list = panel.find("#glances", ListView.class);
        return panel.robot()
                .from(list)
                .lookup((GlanceCell cell) -> cell.isSelected())
                .queryAs(GlanceCell.class)
                .getAccessibleText();
    }

    /** The headless screen tells no window that it has lost the focus. */
    private static void loseFocus(OpenPanel panel) throws Exception {
        OpenWindow.onScreenThread(() -> {
            panel.panel().focusLost();
            return true;
        });
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(20, TimeUnit.SECONDS).until(condition);
    }

    private static EngineSnapshot paused(EngineSnapshot snapshot) {
        return new EngineSnapshot(snapshot.sequence() + 1, snapshot.at(), true, false, snapshot.appointments(),
                snapshot.transfers(), snapshot.sources(), snapshot.worklists(), snapshot.pacs());
    }

    private static final class RecordingViewer implements ViewerActions {

        private final List<String> opened = new ArrayList<>();

        @Override
        public boolean canOpen(AppointmentView appointment, @Nullable PriorView prior) {
            return true;
        }

        @Override
        public void open(AppointmentView appointment, @Nullable PriorView prior) {
            opened.add(appointment.id() + " " + (prior == null ? null : prior.studyUid()));
        }
    }
}
