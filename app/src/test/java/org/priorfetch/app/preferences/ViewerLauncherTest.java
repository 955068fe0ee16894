package org.priorfetch.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.Appointments.appointment;
import static org.priorfetch.app.testing.Appointments.fetching;
import static org.priorfetch.app.testing.Appointments.here;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.testing.NotedTeller;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.engine.api.AppointmentCommand.NoteOpened;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.viewer.LaunchOutcome;
import org.priorfetch.viewer.LaunchProfile;
import org.priorfetch.viewer.LaunchProfile.Opens;
import org.priorfetch.viewer.ViewerBridge;
import org.testfx.util.WaitForAsyncUtils;

@Timeout(60)
class ViewerLauncherTest {

    private static final LaunchProfile STUDIES = LaunchProfile.url("Side by side", Opens.STUDIES,
            "https://viewer/?s={studyInstanceUids}");
    private static final LaunchProfile PATIENT = LaunchProfile.url("Whole patient", Opens.PATIENT,
            "https://viewer/?p={patientId}");
    private static final LaunchProfile ACCESSION = LaunchProfile.url("By accession", Opens.STUDY,
            "https://viewer/?a={accessionNumber}");
    private static final AppointmentView SOME_HERE = appointment("A1", "Muster^Eva", ReadinessVerdict.FETCHING,
            here("2.25.1"), fetching("2.25.2", 10), here("2.25.3"));
    private static final AppointmentView NONE_HERE = appointment("A2", "Muster^Eva", ReadinessVerdict.FETCHING,
            fetching("2.25.2", 10));

    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final NotedTeller teller = new NotedTeller();
    private final SimpleObjectProperty<ViewerSettings> settings = new SimpleObjectProperty<>(ViewerSettings.EMPTY);
    private final ScriptedEngine engine = new ScriptedEngine(Snapshots.of()).on(NoteOpened.class, _ -> true);
    private LaunchOutcome outcome = new LaunchOutcome.Opened();
    private final ViewerLauncher launcher = new ViewerLauncher(settings, ViewerBridge.with(url -> {
        opened.add(url.url());
        return outcome;
    }), new Commands(engine), new Texts(Locale.ENGLISH), teller);

    @BeforeAll
    static void startToolkit() {
        FxToolkit.start();
    }

    @Test
    void withoutAViewerNothingCanBeOpenedAndThatIsSaid() {
        assertThat(launcher.canOpen(SOME_HERE, null)).isFalse();

        launcher.open(SOME_HERE, null);

        assertThat(teller.told()).extracting(Notice::title).containsExactly("No viewer is chosen");
    }

    @Test
    void aPriorInThePacsIsOpened() {
        use(STUDIES);
        assertThat(launcher.canOpen(SOME_HERE, here("2.25.3"))).isTrue();

        launcher.open(SOME_HERE, here("2.25.3"));

        await().until(() -> opened.equals(List.of("https://viewer/?s=2.25.3")));
        await().until(() -> teller.told().equals(List.of(new Notice(Mark.READY, "Handed over to Side by side", ""))));
        await().until(() -> engine.submitted().equals(List.of(new NoteOpened("A1", "2.25.3"))));
    }

    @Test
    void whatTheViewerDidNotOpenAndWhatIsNoPriorIsNotNoted() {
        use(STUDIES);
        launcher.open(SOME_HERE, null);
        await().until(() -> teller.told().size() == 1);
        outcome = new LaunchOutcome.Refused(Message.of("runtime.defect"));

        launcher.open(SOME_HERE, here("2.25.3"));

        await().until(() -> teller.told().size() == 2);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(engine.submitted()).isEmpty();
    }

    @Test
    void aPriorThatIsNotWhollyInThePacsIsNot() {
        use(STUDIES);
        assertThat(launcher.canOpen(SOME_HERE, fetching("2.25.2", 10))).isFalse();

        launcher.open(SOME_HERE, fetching("2.25.2", 10));

        assertThat(teller.told()).extracting(Notice::title).containsExactly("Not in the PACS yet");
        assertThat(opened).isEmpty();
    }

    @Test
    void ofAnAppointmentWhatIsThereIsOpened() {
        use(STUDIES);
        assertThat(launcher.canOpen(NONE_HERE, null)).isFalse();

        launcher.open(SOME_HERE, null);

        await().until(() -> opened.equals(List.of("https://viewer/?s=2.25.1,2.25.3")));
    }

    @Test
    void byPatientOrAccessionThePacsIsAskedWhateverIsThere() {
        for (LaunchProfile profile : List.of(PATIENT, ACCESSION)) {
            use(profile);
            assertThat(launcher.canOpen(NONE_HERE, null)).as(profile.name()).isTrue();
        }

        launcher.open(NONE_HERE, null);

        await().until(() -> opened.equals(List.of("https://viewer/?a=A2")));
    }

    @Test
    void theAccessionNumberOfTheAppointmentIsNeverGivenForAPrior() {
        use(ACCESSION);
        assertThat(launcher.canOpen(SOME_HERE, here("2.25.1"))).isFalse();

        launcher.open(SOME_HERE, here("2.25.1"));

        await().until(() -> !teller.told().isEmpty());
        assertThat(teller.told()).singleElement().satisfies(notice -> {
            assertThat(notice.title()).isEqualTo("By accession was not opened");
            assertThat(notice.hint()).contains("{accessionNumber}");
        });
        assertThat(opened).isEmpty();
    }

    private void use(LaunchProfile profile) {
        settings.set(ViewerSettings.EMPTY.adding(profile));
    }
}
