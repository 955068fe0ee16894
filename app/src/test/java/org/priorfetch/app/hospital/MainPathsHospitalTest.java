package org.priorfetch.app.hospital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.OpenWindow.awaitParts;
import static org.priorfetch.engine.model.ReadinessVerdict.HELD;
import static org.priorfetch.engine.model.ReadinessVerdict.NONE_EXIST;
import static org.priorfetch.engine.model.ReadinessVerdict.READY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.ViewerActions;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.testing.HospitalDay;
import org.priorfetch.app.testing.OpenPanel;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.Texty;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.TransferCommand.FetchStudy;
import org.priorfetch.engine.api.TransferCommand.Pause;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.TransferState;

/** A day at the simulated hospital, through the screens: each test goes on where the one before has ended. */
@Tag("hospital")
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainPathsHospitalTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Set<String> WITHOUT_PRIORS = Set.of("Lindqvist", "Andersson");
    private static final String SOMEBODY_ELSE = "Hoffmann";
    /** The accession number of a chest radiograph that no appointment needs. */
    private static final String ON_A_DISC = "P00020";

    @TempDir
    private static Path home;
    private static HospitalDay day;

    @BeforeAll
    static void begin() throws Exception {
        day = new HospitalDay(home);
        day.engine().start();
    }

    @AfterAll
    static void end() {
        day.close();
    }

    @Test
    @Order(1)
    void todayShowsHowEveryAppointmentCameOut() throws Exception {
        try (OpenWindow window = window(ScreenId.TODAY)) {
            await().atMost(PATIENCE).until(() -> day.verdicts().size() == 12 && day.engine().snapshot().settled());
            day.verdicts().forEach((name, verdict) -> assertThat(verdict).as(name).isEqualTo(expected(name)));
            awaitText(window, "11 of 12 ready · 1 needs you");
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(count(window, "Ready")).isEqualTo(9);
                assertThat(count(window, "None exist")).isEqualTo(2);
                assertThat(count(window, "Needs you")).isEqualTo(1);
            });
        }
    }

    @Test
    @Order(2)
    void thePanelSaysTheSame() throws Exception {
        try (OpenPanel panel = new OpenPanel(day.engine(), Appearance.DEFAULT, Locale.ENGLISH, ViewerActions.NONE)) {
            await().atMost(PATIENCE).until(() -> says(panel.scene(), "11 of 12 ready · 1 needs you"));
            assertThat(panel.shows("Needs you")).isTrue();
        }
    }

    @Test
    @Order(3)
    void aDoctorFindsAllWellAtAnArchive() throws Exception {
        try (OpenWindow window = window(ScreenId.SOURCES)) {
            awaitParts(window, "regional");
            window.robot().clickOn("regional");
            press(window, "#check");
            await().atMost(PATIENCE)
                    .until(() -> OpenWindow.onScreenThread(() -> window.scene()
                            .getRoot()
                            .lookupAll(".doctor-line")
                            .size()) == CheckStep.AT_PEER.size() && !isDisabled(window, "#check"));
            assertThat(OpenWindow.onScreenThread(() -> window.scene().getRoot().lookupAll(".doctor-line .mark-failed")))
                    .isEmpty();
        }
    }

    @Test
    @Order(4)
    void aTransferIsCancelledAndTriedAgain() throws Exception {
        day.engine().submit(new Pause(true, null));
        Long id = day.engine().submit(new FetchStudy(notNeeded("US"), "regional", null)).transferId();
        assertThat(id).isNotNull();
        try (OpenWindow window = window(ScreenId.TRANSFERS).visit(new Visit.ToTransfer(id))) {
            await().atMost(PATIENCE).until(() -> !isDisabled(window, "#cancel-transfer"));
            press(window, "#cancel-transfer");
            await().atMost(PATIENCE).until(() -> state(id) == TransferState.CANCELLED);
            await().atMost(PATIENCE).until(() -> !isDisabled(window, "#retry-transfer"));
            press(window, "#retry-transfer");
            press(window, "#go-on");
            await().atMost(PATIENCE).until(() -> state(id) == TransferState.COMPLETE);
        }
    }

    @Test
    @Order(5)
    void aFolderIsImported() throws Exception {
        Path disc = day.discs().resolve(ON_A_DISC);
        int before = day.hospital().pacs().sopInstanceUids().size();
        try (OpenWindow window = window(ScreenId.FETCH).visit(new Visit.ToImport(disc.toString()))) {
            await().atMost(PATIENCE).until(() -> isThere(window, "#import-all"));
            press(window, "#import-all");
            ComboBox<?> targets = window.find("#import #target", ComboBox.class);
            OpenWindow.onScreenThread(() -> {
                targets.getSelectionModel().selectLast();
                return null;
            });
            await().atMost(PATIENCE).until(() -> !isDisabled(window, "#import #fetch"));
            press(window, "#import #fetch");
            await().atMost(PATIENCE).until(() -> day.hospital().pacs().sopInstanceUids().size() > before);
            await().atMost(PATIENCE)
                    .until(() -> OpenWindow.onScreenThread(() -> Texty
                            .visibleTexts(window.scene().getRoot())
                            .stream()
                            .anyMatch(text -> text.startsWith("In the PACS,"))));
        }
    }

    @Test
    @Order(6)
    void whoIsSomebodyElseIsSettled() throws Exception {
        try (OpenWindow window = window(ScreenId.REVIEW)) {
            ListView<?> waiting = window.find("#reviews", ListView.class);
            await().atMost(PATIENCE).until(() -> waiting.getItems().size() == 1);
            press(window, "#answer-DIFFERENT");
            press(window, "#quick-1");
            press(window, "#confirm");
            awaitText(window, "Nothing needs you");
            await().atMost(PATIENCE).until(() -> day.verdicts().get(SOMEBODY_ELSE) == NONE_EXIST);
            awaitText(window, "All 12 appointments ready");
        }
    }

    @Test
    @Order(7)
    void settingsAreSavedAndTakenOver() throws Exception {
        try (OpenWindow window = window(ScreenId.SOURCES)) {
            awaitParts(window, "university");
            window.robot().clickOn("university");
            setPassphrase(window);
            TextField limit = window.find("#SOURCE-limit", TextField.class);
            await().atMost(PATIENCE).until(() -> !limit.isDisabled());
            OpenWindow.onScreenThread(() -> {
                limit.setText("50 Mbit/s");
                return null;
            });
            await().atMost(PATIENCE).until(() -> !isDisabled(window, "#save"));
            press(window, "#save");
            awaitText(window, "50 Mbit/s");
            await().atMost(PATIENCE)
                    .until(() -> Files.readString(day.hospital().siteFile()).contains("50 Mbit/s"));
            await().atMost(PATIENCE).until(() -> day.verdicts().size() == 12);
        }
    }

    private static ReadinessVerdict expected(String name) {
        if (name.equals(SOMEBODY_ELSE)) {
            return HELD;
        }
        return WITHOUT_PRIORS.contains(name) ? NONE_EXIST : READY;
    }

    private static OpenWindow window(ScreenId screen) throws Exception {
        return new OpenWindow(day.engine(), Appearance.DEFAULT, Locale.ENGLISH).visit(screen);
    }

    private static void setPassphrase(OpenWindow window) throws Exception {
        OpenWindow.onScreenThread(() -> {
            window.workplace().admin().setPassphrase(null, "seven grey geese", () -> {}, why -> {
                throw new AssertionError(why.toString());
            });
            return null;
        });
        await().atMost(PATIENCE).until(() -> window.workplace().admin().unlockedProperty().get());
    }

    /** A study that the engine knows, and that no appointment needs. */
    private static String notNeeded(String modality) {
        return day.engine()
                .snapshot()
                .appointments()
                .stream()
                .filter(view -> view.patient().patientName().startsWith("Andersson"))
                .flatMap(view -> view.priors().stream())
                .filter(prior -> prior.modalities().contains(modality))
                .map(PriorView::studyUid)
                .findFirst()
                .orElseThrow();
    }

    private static TransferState state(long id) {
        return day.engine()
                .snapshot()
                .transfers()
                .stream()
                .filter(view -> view.id() == id)
                .map(TransferView::state)
                .findFirst()
                .orElse(TransferState.QUEUED);
    }

    private static long count(OpenWindow window, String verdict) throws Exception {
        return OpenWindow.onScreenThread(() -> window.scene()
                .getRoot()
                .lookupAll("#appointments .chip")
                .stream()
                .filter(chip -> chip instanceof Label label && Texty.visibleTexts(label).contains(verdict))
                .count());
    }

    private static boolean isThere(OpenWindow window, String query) throws Exception {
        return OpenWindow.onScreenThread(
                () -> window.scene().lookup(query) instanceof Button button && button.isVisible());
    }

    private static boolean isDisabled(OpenWindow window, String query) throws Exception {
        return OpenWindow.onScreenThread(
                () -> !(window.scene().lookup(query) instanceof Button button) || button.isDisabled());
    }

    private static void press(OpenWindow window, String query) throws Exception {
        OpenWindow.onScreenThread(() -> {
            window.find(query, Button.class).fire();
            return null;
        });
    }

    private static void awaitText(OpenWindow window, String text) {
        await(text).atMost(PATIENCE).until(() -> says(window.scene(), text));
    }

    /** Whether a text stands there, with spaces at which a line may break and with others. */
    private static boolean says(Scene scene, String text) throws Exception {
        return OpenWindow.onScreenThread(() -> Texty.visibleTexts(scene.getRoot())
                .stream()
                .anyMatch(shown -> shown.replace('\u00a0', ' ').equals(text)));
    }
}
