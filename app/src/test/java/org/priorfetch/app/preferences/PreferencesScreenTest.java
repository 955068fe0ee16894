package org.priorfetch.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.NameDisplay;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.controls.PrivacySettings;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.TestSessions;
import org.priorfetch.app.profile.Person;
import org.priorfetch.app.profile.Profile;
import org.priorfetch.app.screen.AutoStart;
import org.priorfetch.app.screen.ViewerActions;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.app.testing.NotedTeller;
import org.priorfetch.app.testing.OneRobot;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.SampleSites;
import org.priorfetch.app.testing.SampleViewers;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.app.testing.TestClock;
import org.priorfetch.engine.api.AdminArea;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.Guarded;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.model.Message;
import org.priorfetch.viewer.LaunchOutcome;
import org.priorfetch.viewer.LaunchProfile;
import org.priorfetch.viewer.LaunchProfile.Kind;
import org.priorfetch.viewer.LaunchProfile.Opens;
import org.priorfetch.viewer.ViewerBridge;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@Timeout(60)
class PreferencesScreenTest {

    private final List<String> opened = new CopyOnWriteArrayList<>();
    private final NotedTeller teller = new NotedTeller();
    private final Profile profile = Profile.inMemory();
    private final FxRobot robot = OneRobot.get();
    private final ScriptedEngine engine = new ScriptedEngine(SampleDays.typical());
    private AutoStart autoStart = AutoStart.UNSUPPORTED;
    private LaunchOutcome outcome = new LaunchOutcome.Opened();
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        stage = OpenWindow.onScreenThread(Stage::new);
    }

    @AfterEach
    void close() throws Exception {
        OpenWindow.onScreenThread(() -> {
            stage.close();
            return null;
        });
    }

    @Test
    void coloursTextSizeAndLanguageAreKeptAtOnce() throws Exception {
        show(ViewerSettings.EMPTY);

        choose("#theme", ThemeChoice.LIGHT);
        choose("#text-size", 150);
        choose("#language", LanguageChoice.GERMAN);

        assertThat(AppearanceSettings.in(profile).get())
                .isEqualTo(new AppearanceSettings(ThemeChoice.LIGHT, 150, LanguageChoice.GERMAN));
    }

    @Test
    void privacyIsKeptAtOnce() throws Exception {
        show(ViewerSettings.EMPTY);

        choose("#names-shown", NameDisplay.INITIALS);
        choose("#idle-minutes", 0);

        assertThat(PrivacySettings.in(profile).get()).isEqualTo(new PrivacySettings(NameDisplay.INITIALS, 0));
    }

    @Test
    void whatIsSetElsewhereIsShown() throws Exception {
        show(ViewerSettings.EMPTY);

        OpenWindow.onScreenThread(() -> {
            PrivacySettings.in(profile).set(new PrivacySettings(NameDisplay.HIDDEN, 7));
            return null;
        });

        assertThat(box("#names-shown").getValue()).isEqualTo(NameDisplay.HIDDEN);
        assertThat(box("#idle-minutes").getValue()).isEqualTo(7);
    }

    @Test
    void anExampleIsAddedUnderItsNameAndASecondOneUnderAnother() throws Exception {
        show(ViewerSettings.EMPTY);

        add("Weasis");
        add("Weasis");

        assertThat(viewers().profiles()).extracting(LaunchProfile::name).containsExactly("Weasis", "Weasis 2");
        assertThat(viewers().chosen()).isEqualTo(1);
    }

    @Test
    void aMistakeIsSaidWithItsPlaceAndItsMendingEndsThat() throws Exception {
        show(SampleViewers.mistaken());
        Label problem = find("#viewer-problem", Label.class);
        awaitText(() -> problem.getText(), "At character 9: Replace HOST by the name of your server.");
        assertThat(find("#viewer-try", Button.class).isDisabled()).isTrue();

        write("#viewer-target", "https://pacs/display?patientID={patientIdWithIssuer}");

        awaitText(() -> problem.getText(), "");
        awaitText(this::preview, "https://pacs/display?patientID=12345%5E%5E%5E%261.2.276.0.76.3.1.999%26ISO");
        assertThat(viewers().profiles().getLast().target())
                .isEqualTo("https://pacs/display?patientID={patientIdWithIssuer}");
    }

    @Test
    void whatIsShownIsWhatIsOpened() throws Exception {
        show(SampleViewers.one());
        await().until(() -> preview().startsWith("https://viewer.example.org/"));

        robot.interact(() -> find("#viewer-try", Button.class).fire());

        Label said = find("#viewer-outcome", Label.class);
        awaitText(() -> said.getText(), "Handed over. Whether the viewer shows it, you see there.");
        assertThat(opened).containsExactly(preview());
    }

    @Test
    void whyItWasNotOpenedIsSaid() throws Exception {
        outcome = new LaunchOutcome.Refused(Message.of("viewer.url.notOpened", "https:"));
        show(SampleViewers.one());
        await().until(() -> preview().startsWith("https://viewer.example.org/"));

        robot.interact(() -> find("#viewer-try", Button.class).fire());

        Label said = find("#viewer-outcome", Label.class);
        awaitText(() -> said.getText(), "This computer could not open an address that begins with https:. "
                + "Check that the viewer is installed, and set up for such addresses.");
    }

    @Test
    void anAppointmentCanBeTried() throws Exception {
        show(SampleViewers.one());
        ComboBox<Object> samples = box("#viewer-sample");
        Object third = samples.getItems()
                .stream()
                .filter(sample -> ((Sample) sample).id().equals("A1"))
                .findFirst()
                .orElseThrow();

        robot.interact(() -> samples.setValue(third));

        awaitText(this::preview, "https://viewer.example.org/viewer?StudyInstanceUIDs=2.25.1,2.25.2");
    }

    @Test
    void anAppointmentWithoutPriorsInThePacsSaysSo() throws Exception {
        show(SampleViewers.one());
        ComboBox<Object> samples = box("#viewer-sample");
        Object none = samples.getItems()
                .stream()
                .filter(sample -> ((Sample) sample).id().equals("A2"))
                .findFirst()
                .orElseThrow();

        robot.interact(() -> samples.setValue(none));

        awaitText(this::preview, "Viewers read from the PACS, and no prior of this appointment is there completely.");
        assertThat(find("#viewer-try", Button.class).isDisabled()).isTrue();
    }

    @Test
    void aProgramTakesAnArgumentFromEachLine() throws Exception {
        show(SampleViewers.one());
        choose("#viewer-kind", Kind.PROGRAM);
        choose("#viewer-opens", Opens.STUDY);

        write("#viewer-target", "/opt/viewer");
        write("#viewer-arguments", "--study\n\n{studyInstanceUid}\n");

        assertThat(viewers().profiles()).containsExactly(
                LaunchProfile.program("OHIF", Opens.STUDY, "/opt/viewer", "--study", "{studyInstanceUid}"));
        assertThat(find("#viewer-arguments", TextArea.class).getText()).isEqualTo("--study\n\n{studyInstanceUid}\n");
    }

    @Test
    void theTabKeyLeavesTheArgumentsAsTheyAre() throws Exception {
        show(SampleViewers.one());
        choose("#viewer-kind", Kind.PROGRAM);
        write("#viewer-arguments", "--study");
        TextArea arguments = find("#viewer-arguments", TextArea.class);
        robot.interact(arguments::requestFocus);

        robot.push(KeyCode.TAB);

        assertThat(arguments.isFocused()).isFalse();
        assertThat(arguments.getText()).isEqualTo("--study");
    }

    @Test
    void deletingCanBeUndone() throws Exception {
        show(SampleViewers.mistaken());
        ViewerSettings before = viewers();

        robot.interact(() -> find("#viewer-delete", Button.class).fire());

        assertThat(viewers()).isEqualTo(SampleViewers.one());
        assertThat(teller.told()).singleElement()
                .satisfies(notice -> assertThat(notice.title()).contains("was deleted"));

        robot.interact(() -> teller.undos().getFirst().run());

        assertThat(viewers()).isEqualTo(before);
    }

    @Test
    void withoutAViewerThereIsNothingToWrite() throws Exception {
        show(SampleViewers.one());

        robot.interact(() -> find("#viewer-delete", Button.class).fire());

        assertThat(find("#viewer-copy", Button.class).isDisabled()).isTrue();
        assertThat(robot.lookup("#viewer-target").<Node>queryAll()).noneMatch(PreferencesScreenTest::isSeen);
    }

    @Test
    void everyControlTellsAScreenReaderWhatItIs() throws Exception {
        show(SampleViewers.one());

        for (String id : List.of("#theme", "#text-size", "#language", "#names-shown", "#idle-minutes", "#viewer-name",
                "#viewer-kind", "#viewer-opens", "#viewer-target", "#viewer-arguments", "#viewer-sample",
                "#viewer-preview", "#person-name", "#passphrase-old-one", "#passphrase-fresh-one",
                "#passphrase-again-one")) {
            assertThat(find(id, Node.class).getAccessibleText()).as(id).isNotBlank();
        }
    }

    @Test
    void theStartWithTheSessionIsTurnedOn() throws Exception {
        AtomicBoolean on = new AtomicBoolean();
        autoStart = autoStart(on, null);
        show(ViewerSettings.EMPTY);
        CheckBox box = find("#auto-start", CheckBox.class);
        await().until(() -> isSeen(box));

        robot.interact(box::fire);

        await().until(on::get);
        await().until(() -> box.isSelected() && !box.isDisabled());
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new AutoStart.NotTakenException("desktop.start.registry", 5),
                        "the registry of Windows does not take the entry (reg.exe ended with 5)"),
                Arguments.of(new AutoStart.NotTakenException("desktop.start.silent"),
                        "the registry of Windows does not answer"),
                Arguments.of(new IOException("read-only"), "its file could not be written; the log says more"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aDesktopThatRefusesTheStartWithTheSessionIsSaid(IOException refusal, String words) throws Exception {
        autoStart = autoStart(new AtomicBoolean(), refusal);
        show(ViewerSettings.EMPTY);
        CheckBox box = find("#auto-start", CheckBox.class);
        await().until(() -> isSeen(box));

        robot.interact(box::fire);

        Label failure = find("#auto-start-failure", Label.class);
        awaitText(() -> failure.getText(), "The desktop did not take it: " + words);
        assertThat(box.isSelected()).isFalse();
    }

    @Test
    void whereThereIsNoStartWithTheSessionNothingIsSaidOfIt() throws Exception {
        show(ViewerSettings.EMPTY);

        assertThat(isSeen(find("#auto-start", CheckBox.class))).isFalse();
    }

    @Test
    void myNameIsKeptAtOnce() throws Exception {
        show(ViewerSettings.EMPTY);

        robot.clickOn("#person-name").write("Berg Anna ");

        assertThat(person()).isEqualTo(new Person("Berg Anna"));
        assertThat(find("#person-name", TextInputControl.class).getText()).isEqualTo("Berg Anna ");
    }

    @Test
    void whatIsKeptForTheAdminIsChosenOnlyWhileUnlocked() throws Exception {
        show(ViewerSettings.EMPTY, AdminArea.SITE);
        CheckBox review = find("#protect-REVIEW", CheckBox.class);
        CheckBox site = find("#protect-SITE", CheckBox.class);
        await().until(() -> site.isSelected() && site.isDisabled() && review.isDisabled());

        unlock();
        await().until(() -> !review.isDisabled());
        robot.interact(review::fire);

        await().until(() -> engine.submitted()
                .contains(new SiteCommand.ProtectAreas(Set.of(AdminArea.SITE, AdminArea.REVIEW), SampleSites.key())));
        robot.interact(() -> find("#lock #lock-now", Button.class).fire());
        await().until(() -> review.isDisabled() && review.isSelected());
    }

    @Test
    void aRefusedProtectionIsSaidAndNotShown() throws Exception {
        show(ViewerSettings.EMPTY, AdminArea.SITE);
        engine.on(SiteCommand.ProtectAreas.class, _ -> {
            throw new CommandFailedException(Message.of(Guarded.LOCKED));
        });
        unlock();
        CheckBox review = find("#protect-REVIEW", CheckBox.class);
        await().until(() -> !review.isDisabled());

        robot.interact(review::fire);

        Label problem = find("#lock-problem", Label.class);
        awaitText(() -> problem.getText(), "This is kept for the administrator. Unlock it with the passphrase first.");
        await().until(() -> review.isDisabled() && !review.isSelected());
    }

    @Test
    void thePassphraseIsChangedWithTheOldOne() throws Exception {
        show(ViewerSettings.EMPTY, AdminArea.SITE);
        Label said = find("#passphrase-said", Label.class);
        await().until(() -> isSeen(said));

        changePassphrase("wrong", "eight blue geese", "eight blue goose");
        awaitText(() -> said.getText(), "The two are not the same. Type the passphrase twice.");
        changePassphrase("wrong", "eight blue geese", "eight blue geese");
        awaitText(() -> said.getText(), "This is not the passphrase.");
        changePassphrase(SampleSites.PASSPHRASE, "eight blue geese", "eight blue geese");
        awaitText(() -> said.getText(), "The passphrase is changed.");
        assertThat(find("#passphrase-fresh-one", TextInputControl.class).getText()).isEmpty();
    }

    @Test
    void viewersThatAreKeptForTheAdminCanOnlyBeReadUntilTheyAreUnlocked() throws Exception {
        show(SampleViewers.one(), AdminArea.VIEWERS);
        TextInputControl target = find("#viewer-target", TextInputControl.class);

        await().until(() -> !target.isEditable());
        WaitForAsyncUtils.waitForFxEvents();
        for (String id : List.of("#viewer-add", "#viewer-copy", "#viewer-delete", "#viewer-kind", "#viewer-opens")) {
            assertThat(find(id, Node.class).isDisabled()).as(id).isTrue();
        }
        assertThat(find("#viewer-chosen", Node.class).isDisabled()).isFalse();

        unlock();
        await().until(() -> target.isEditable() && !find("#viewer-delete", Node.class).isDisabled());
    }

    @Test
    void aViewerThatWasDeletedComesBackBesideWhatWasChangedSince() throws Exception {
        show(SampleViewers.mistaken());
        ViewerSettings before = viewers();
        robot.interact(() -> find("#viewer-delete", Button.class).fire());
        add("OHIF");
        int more = viewers().profiles().size();

        robot.interact(() -> teller.undos().getFirst().run());

        assertThat(viewers().profiles()).hasSize(more + 1).containsAll(before.profiles());
    }

    @Test
    void whatWasLockedAgainIsNotChangedByUndoing() throws Exception {
        show(SampleViewers.mistaken(), AdminArea.VIEWERS);
        unlock();
        await().until(() -> !find("#viewer-delete", Node.class).isDisabled());
        robot.interact(() -> find("#viewer-delete", Button.class).fire());
        ViewerSettings deleted = viewers();
        robot.interact(() -> find("#lock #lock-now", Button.class).fire());
        await().until(() -> find("#viewer-delete", Node.class).isDisabled());

        robot.interact(() -> teller.undos().getFirst().run());

        assertThat(viewers()).isEqualTo(deleted);
        assertThat(teller.told()).last()
                .satisfies(notice -> assertThat(notice.title()).startsWith("This is kept for the administrator."));
    }

    @Test
    void theModelOfTheViewersChangesNothingWhileTheyAreKeptForTheAdmin() throws Exception {
        show(SampleViewers.mistaken(), AdminArea.VIEWERS);
        await().until(() -> find("#viewer-delete", Node.class).isDisabled());
        ViewerSettings before = viewers();

        robot.interact(() -> {
            find("#viewer-add", MenuButton.class).getItems().forEach(item -> item.fire());
            find("#viewer-target", TextInputControl.class).setText("https://elsewhere.example");
        });

        assertThat(viewers()).isEqualTo(before);
    }

    private void unlock() {
        await().until(() -> !robot.lookup("#lock #unlock").queryAll().isEmpty());
        write("#lock #passphrase", SampleSites.PASSPHRASE);
        robot.interact(() -> find("#lock #unlock", Button.class).fire());
    }

    private void changePassphrase(String old, String fresh, String again) {
        write("#passphrase-old-one", old);
        write("#passphrase-fresh-one", fresh);
        write("#passphrase-again-one", again);
        robot.interact(() -> find("#change-passphrase", Button.class).fire());
    }

    private Person person() {
        return profile.section(Person.SECTION, Person.class, Person.UNKNOWN).get();
    }

    private static AutoStart autoStart(AtomicBoolean on, @Nullable IOException refusal) {
        return new AutoStart() {

            @Override
            public boolean isSupported() {
                return true;
            }

            @Override
            public boolean isOn() {
                return on.get();
            }

            @Override
            public void turn(boolean wanted) throws IOException {
                if (refusal != null) {
                    throw refusal;
                }
                on.set(wanted);
            }
        };
    }

    private void show(ViewerSettings viewers, AdminArea... kept) throws Exception {
        SampleSites.keeping(engine, kept);
        OpenWindow.onScreenThread(() -> {
            ViewerSettings.in(profile).set(viewers);
            PreferencesScreen screen = new PreferencesScreen(workplace());
            Scene scene = Appearance.DEFAULT.scene(new BorderPane(screen.view()), 900, 900);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            screen.show(engine.snapshot());
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Workplace workplace() {
        Texts texts = new Texts(Locale.ENGLISH);
        Commands commands = new Commands(engine);
        return new Workplace(commands, texts, new Formats(texts, new TestClock()), Appearance.DEFAULT,
                new Privacy(PrivacySettings.in(profile)), profile, _ -> {}, teller, noViewer(), autoStart,
                TestSessions.on(commands), ViewerBridge.with(url -> {
                    opened.add(url.url());
                    return outcome;
                }));
    }

    private static ViewerActions noViewer() {
        return new ViewerLauncher(ViewerSettings.in(Profile.inMemory()), ViewerBridge.ofSystem(),
                new Commands(new ScriptedEngine(Snapshots.of())),
                new Texts(Locale.ENGLISH), new NotedTeller());
    }

    private void add(String example) {
        robot.interact(() -> find("#viewer-add", MenuButton.class).getItems()
                .stream()
                .filter(item -> example.equals(item.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    private void choose(String id, Object value) {
        robot.interact(() -> box(id).setValue(value));
    }

    private void write(String id, String text) {
        robot.interact(() -> find(id, TextInputControl.class).setText(text));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Object> box(String id) {
        return find(id, ComboBox.class);
    }

    private <T extends Node> T find(String query, Class<T> type) {
        return robot.from(stage.getScene().getRoot()).lookup(query).queryAs(type);
    }

    private String preview() {
        return find("#viewer-preview", TextArea.class).getText();
    }

    private ViewerSettings viewers() {
        return ViewerSettings.in(profile).get();
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    /** What changes with the text has changed as well then. */
    private static void awaitText(Callable<String> actual, String expected) {
        await(expected).until(actual, expected::equals);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
