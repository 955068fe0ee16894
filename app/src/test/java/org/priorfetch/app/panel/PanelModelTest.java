package org.priorfetch.app.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.app.testing.Appointments.appointment;
import static org.priorfetch.app.testing.Appointments.fetching;
import static org.priorfetch.app.testing.Appointments.held;
import static org.priorfetch.app.testing.Appointments.here;
import static org.priorfetch.app.testing.Appointments.skipped;
import static org.priorfetch.app.testing.Snapshots.forAppointment;
import static org.priorfetch.app.testing.Snapshots.transfer;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.NameDisplay;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.controls.PrivacySettings;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.ViewerActions;
import org.priorfetch.app.testing.Appointments;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.app.testing.TestClock;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferState;

class PanelModelTest {

    private final TestClock clock = new TestClock();
    private final Privacy privacy = new Privacy();
    private final PanelModel model = model(Locale.ENGLISH);

    @Test
    void foldsPastAppointmentsAwayAndTellsWhatOfThemIsOpen() {
        model.show(
                Snapshots.of(at("A", -90, ReadinessVerdict.HELD), at("B", -31, ReadinessVerdict.READY, here("2.25.1")),
                        at("C", -29, ReadinessVerdict.NONE_EXIST), at("D", 10, ReadinessVerdict.NONE_EXIST)));

        assertThat(spoken()).containsExactly("2 earlier appointments · 1 unsettled", "08:01 CT Chest, none exist",
                "08:40 CT Chest, none exist");

        model.toggle(model.rows().getFirst().value());
        assertThat(spoken()).hasSize(5).contains("07:00 CT Chest, confirm patient");
    }

    @Test
    void saysWhereAnotherDayBegins() {
        model.show(
                Snapshots.of(at("A", 10, ReadinessVerdict.NONE_EXIST), at("B", 24 * 60, ReadinessVerdict.NONE_EXIST)));

        assertThat(spoken()).containsExactly("08:40 CT Chest, none exist", "Tomorrow, Tuesday",
                "08:30 CT Chest, none exist");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            READY       |     | 1/2                    | 08:40 CT Chest, 1 of 2 priors ready
            FETCHING    | 240 | 1/2 · 4 min            | 08:40 CT Chest, 1 of 2 priors ready
            FETCHING    |     | 1/2                    | 08:40 CT Chest, 1 of 2 priors ready
            PARTIAL     |     | 1/2 · incomplete       | 08:40 CT Chest, 1 of 2 priors ready
            HELD        |     | confirm patient        | 08:40 CT Chest, confirm patient
            UNREACHABLE |     | archive not reachable  | 08:40 CT Chest, archive not reachable
            FAILED      |     | failed                 | 08:40 CT Chest, failed
            NONE_EXIST  |     | none exist             | 08:40 CT Chest, none exist
            """)
    void saysEveryVerdictInFewWords(ReadinessVerdict verdict, Long eta, String chip, String spoken) {
        model.show(Snapshots.of(appointment("A", "Müller^Karl", "CT", "CT Thorax", 10, verdict, eta, here("2.25.1"),
                fetching("2.25.2", 0), skipped("2.25.3"))));

        assertThat(line(0).chip()).isEqualTo(chip);
        assertThat(line(0).spoken()).isEqualTo(spoken);
        assertThat(line(0).mark()).isEqualTo(Mark.of(verdict));
    }

    @Test
    void saysEarlyWhatWillBeThereOnlyAfterTheStart() {
        model.show(Snapshots.of(Appointments.late(appointment("A", "Müller^Karl", "CT", "CT Thorax", 10,
                ReadinessVerdict.FETCHING, 1500L, here("2.25.1"), fetching("2.25.2", 0)))));

        assertThat(line(0).chip()).isEqualTo("1/2 · 08:55, late");
        assertThat(line(0).spoken())
                .isEqualTo("08:40 CT Chest, 1 of 2 priors ready; all at about 08:55, after the start");
        assertThat(line(0).explained())
                .isEqualTo("Not all priors will be here in time: the last one comes at about 08:55, after the start.");
    }

    @Test
    void saysSoWhileNothingIsKnownYet() {
        model.show(Snapshots.of(at("A", 10, ReadinessVerdict.FETCHING)));

        assertThat(line(0).chip()).isEqualTo("searching");
    }

    @Test
    void namesThePacsWhereThatIsWhoDoesNotAnswer() {
        model.show(Snapshots.of(List.of(at("A", 10, ReadinessVerdict.UNREACHABLE)), List.of(), Snapshots.worklist(),
                Snapshots.silent(Snapshots.pacs(), 4), List.of()));

        assertThat(line(0).chip()).isEqualTo("PACS not reachable");
        assertThat(model.troublesProperty().get().getFirst().title())
                .isEqualTo("The PACS has not answered since 08:26.");
        assertThat(model.headProperty().get().title()).isEqualTo("No connection");
    }

    @Test
    void whatWasOrderedStandsWhereNoRegionIsKnown() {
        model.show(Snapshots.of(appointment("A", "A^B", "CT", "Verlaufskontrolle", 10, ReadinessVerdict.NONE_EXIST,
                null)));

        assertThat(line(0).region()).isEqualTo("Verlaufskontrolle");
    }

    @Test
    void showsAsMuchOfTheNameAsWanted() {
        model.show(Snapshots.of(at("A", 10, ReadinessVerdict.NONE_EXIST)));
        assertThat(line(0).patient()).isEqualTo("Müller, Karl");

        privacy.settingsProperty().set(new PrivacySettings(NameDisplay.INITIALS, 5));
        model.presentAgain();
        assertThat(line(0).patient()).isEqualTo("M. K.");
        assertThat(line(0).wholePatient()).isFalse();

        privacy.hide();
        model.presentAgain();
        assertThat(line(0).patient()).isEqualTo(Privacy.HIDDEN_NAME);
    }

    @Test
    void anOpenedAppointmentShowsItsPriorsWithTheirReasons() {
        model.show(Snapshots.of(at("A", 10, ReadinessVerdict.HELD, here("2.25.1"), fetching("2.25.2", 244),
                skipped("2.25.3"), held("2.25.4"))));
        model.toggle(model.rows().getFirst().value());

        assertThat(prior(1).facts()).isEqualTo("regional · 240 images · 120 MB");
        assertThat(prior(1).age()).isEqualTo("14 months");
        assertThat(prior(1).reason()).isEqualTo("same region, CT, 14 months old, newest of 3");
        assertThat(prior(2).facts()).isEqualTo("regional · 244 of 400 images · 122 MB · 61 %");
        assertThat(prior(2).fetch()).isFalse();
        assertThat(prior(3).quiet()).isTrue();
        assertThat(prior(3).fetch()).isTrue();
        assertThat(prior(4).decide()).isTrue();
        assertThat(prior(4).fetch()).isFalse();

        model.toggle(model.rows().getFirst().value());
        assertThat(model.rows()).hasSize(1);
    }

    @Test
    void tellsWhyAPriorWaitsAndOffersToFetchItNow() {
        model.show(Snapshots.of(List.of(at("A", 10, ReadinessVerdict.UNREACHABLE, fetching("2.25.7", 30))),
                List.of(forAppointment(transfer(7, "CT", TransferState.WAITING, 30, 400), "A", null,
                        Reason.of("scripted.hours")))));
        model.toggle(model.rows().getFirst().value());

        assertThat(prior(1).mark()).isEqualTo(Mark.WAITING);
        assertThat(prior(1).reason()).startsWith("waits for the archive’s hours, from 18:00");
        assertThat(prior(1).fetch()).isTrue();
    }

    @Test
    void anOpenedAppointmentWithoutPriorsSaysSo() {
        model.show(Snapshots.of(at("A", 10, ReadinessVerdict.NONE_EXIST)));
        model.toggle(model.rows().getFirst().value());

        assertThat(spoken()).containsExactly("08:40 CT Chest, none exist", "No earlier study was found.");
    }

    @Test
    void whilePointerIsBusyNothingMovesButWhatIsKnownIsTold() {
        AppointmentView later = at("B", 20, ReadinessVerdict.NONE_EXIST);
        model.show(Snapshots.of(later));
        model.stillness().pointerMoved();

        model.show(Snapshots.of(at("A", 10, ReadinessVerdict.NONE_EXIST), at("B", 20, ReadinessVerdict.FAILED)));
        assertThat(spoken()).containsExactly("08:50 CT Chest, failed");

        clock.turn(Duration.ofSeconds(6));
        model.show(Snapshots.of(at("A", 10, ReadinessVerdict.NONE_EXIST), at("B", 20, ReadinessVerdict.FAILED)));
        assertThat(spoken()).containsExactly("08:40 CT Chest, none exist", "08:50 CT Chest, failed");
    }

    @Test
    void whatComesToAnEmptyPanelIsShownAtOnceWhereverThePointerMoves() {
        model.stillness().pointerMoved();

        model.show(Snapshots.of(at("A", 10, ReadinessVerdict.NONE_EXIST)));

        assertThat(spoken()).containsExactly("08:40 CT Chest, none exist");
    }

    @Test
    void rowsStayTheSameObjectsWhenTheyChange() {
        model.show(Snapshots.of(at("A", 10, ReadinessVerdict.FETCHING)));
        Row<PanelItem, Glance> row = model.rows().getFirst();

        model.show(Snapshots.of(at("A", 10, ReadinessVerdict.NONE_EXIST)));

        assertThat(model.rows()).containsExactly(row);
        assertThat(line(0).chip()).isEqualTo("none exist");
    }

    @Test
    void whatIsOverBecomesQuietAsTimePasses() {
        AppointmentView view = at("A", 10, ReadinessVerdict.NONE_EXIST);
        model.show(Snapshots.of(view));
        assertThat(line(0).quiet()).isFalse();

        clock.turn(Duration.ofMinutes(11));
        model.show(Snapshots.of(view));

        assertThat(line(0).quiet()).isTrue();
    }

    @Test
    void showsRunningTransfersAndCountsTheRest() {
        model.show(SampleDays.large(10, 12, 100));
        PanelTransfers transfers = model.transfersProperty().get();

        assertThat(transfers.running()).hasSize(3);
        assertThat(transfers.running().getFirst())
                .isEqualTo(new TransferGlance("regional", "CT Thorax", 0.25, "25 % · 12.4 MB/s · 2 min",
                        "slow: the archive sends one image at a time, 40 ms each",
                        "CT Thorax, regional, 25 % · 12.4 MB/s · 2 min, "
                                + "slow: the archive sends one image at a time, 40 ms each"));
        assertThat(transfers.rest()).isEqualTo("3 more under way · 6 wait");
    }

    @Test
    void tellsWhyNothingMoves() {
        model.show(
                Snapshots.of(List.of(), List.of(forAppointment(transfer(7, "CT", TransferState.WAITING, 30, 400), "A",
                        null, Reason.of("scripted.hours")))));

        assertThat(model.transfersProperty().get())
                .isEqualTo(new PanelTransfers(List.of(), "1 waits · waits for the archive’s hours, from 18:00"));
    }

    @Test
    void saysWhatToDoWhileThereIsNothingToList() {
        assertThat(model.noticeProperty().get().title()).isEqualTo("Starting");

        model.show(SampleDays.empty());
        assertThat(model.noticeProperty().get().title()).isEqualTo("No appointments");

        model.show(SampleDays.notSetUp());
        assertThat(model.noticeProperty().get().hint()).isEqualTo(
                "No worklist is connected. Open PriorFetch to connect one.");
        assertThat(model.headProperty().get().title()).isEqualTo("Not set up yet");

        model.show(SampleDays.unreachableAndEmpty());
        assertThat(model.noticeProperty().get().title()).isEqualTo("Appointments are not known");
    }

    @Test
    void whenTheEngineHasEndedNothingOldIsShownAsTrue() {
        model.show(SampleDays.typical());

        model.engineGone(Message.of("channel.gone"));

        assertThat(model.rows()).isEmpty();
        assertThat(model.transfersProperty().get().isEmpty()).isTrue();
        assertThat(model.noticeProperty().get().title()).isEqualTo("PriorFetch has stopped working");
        assertThat(model.headProperty().get().mark()).isEqualTo(Mark.UNREACHABLE);
    }

    @Test
    void theTitleSaysTheStateInWords() {
        model.show(Snapshots.of(at("A", 10, ReadinessVerdict.READY, here("2.25.1"))));

        assertThat(model.headProperty().get().title()).isEqualTo("All ready");
    }

    @Test
    void speaksGerman() {
        PanelModel german = model(Locale.GERMANY);
        german.show(
                Snapshots.of(appointment("A", "A^B", "MR", "MR Knie links", 10, ReadinessVerdict.UNREACHABLE, null)));

        assertThat(german.line(german.rows().getFirst()).spoken())
                .isEqualTo("08:40 MR Knie links, Archiv nicht erreichbar");
    }

    private PanelModel model(Locale locale) {
        Texts texts = new Texts(locale);
        return new PanelModel(texts, new Formats(texts, clock), privacy, ViewerActions.NONE);
    }

    private static AppointmentView at(String id, int minutes, ReadinessVerdict verdict,
            PriorView... priors) {
        return appointment(id, "Müller^Karl", "CT", "CT Thorax", minutes, verdict, null, priors);
    }

    private List<String> spoken() {
        return model.rows().stream().map(row -> model.line(row).spoken()).toList();
    }

    private PanelLine.Appointment line(int index) {
        return (PanelLine.Appointment) model.line(model.rows().get(index));
    }

    private PanelLine.Prior prior(int index) {
        return (PanelLine.Prior) model.line(model.rows().get(index));
    }
}
