package org.priorfetch.app.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.app.testing.Appointments.appointment;
import static org.priorfetch.app.testing.Appointments.fetching;
import static org.priorfetch.app.testing.Appointments.held;
import static org.priorfetch.app.testing.Appointments.here;
import static org.priorfetch.app.testing.Appointments.skipped;
import static org.priorfetch.app.testing.Appointments.with;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.app.testing.TestClock;
import org.priorfetch.app.testing.Workbench;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.ReadinessVerdict;

class TodayModelTest {

    private final Workbench bench = new Workbench();
    private final TodayModel model = new TodayModel(bench.workplace());

    @Test
    void putsAnAppointmentIntoWords() {
        AppointmentView view = appointment("A1", "Müller^Karl", "CT+PT", "PET/CT", 25, ReadinessVerdict.FETCHING, 230L,
                here("1"), fetching("2", 100), skipped("3"));
        model.show(Snapshots.of(view));

        AppointmentLine line = line(0);
        assertThat(line.time()).isEqualTo("08:55");
        assertThat(line.relative()).isEqualTo("in 25 min");
        assertThat(line.patient()).isEqualTo("Müller, Karl");
        assertThat(line.patientId()).isEqualTo(view.patient().key().patientId());
        assertThat(line.verdict()).isEqualTo("Fetching");
        assertThat(line.priors()).isEqualTo("1/2");
        assertThat(line.eta()).isEqualTo("4 min");
        assertThat(line.progress()).isEqualTo(340.0 / 640);
        assertThat(line.quiet()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void everyVerdictHasAMarkWordsAndAnExplanation(ReadinessVerdict verdict) {
        model.show(Snapshots.of(appointment("A1", "A^B", verdict)));

        assertThat(line(0).verdict()).isNotBlank();
        assertThat(line(0).mark()).isEqualTo(Mark.of(verdict));
        assertThat(model.detail().detailProperty().get().explanation()).endsWith(".");
    }

    @Test
    void whatIsOverAndWellIsQuiet() {
        model.show(Snapshots.of(appointment("A1", "A^B", "CT", "", -10, ReadinessVerdict.READY, null),
                appointment("A2", "A^B", "CT", "", -10, ReadinessVerdict.FAILED, null),
                appointment("A3", "A^B", "CT", "", 10, ReadinessVerdict.READY, null)));

        assertThat(model.rows()).extracting(row -> row.line().quiet()).containsExactly(true, false, false);
    }

    @Test
    void theNextAppointmentIsSelectedAtFirst() {
        model.show(SampleDays.typical());

        assertThat(line(model.selectedProperty().get()).time()).isEqualTo("08:40");
        assertThat(model.detail().detailProperty().get().patient()).isEqualTo("Müller, Karl");
    }

    @Test
    void theSelectionSurvivesUpdatesAndItsDetailsFollow() {
        AppointmentView a = appointment("A", "A^A", ReadinessVerdict.READY);
        AppointmentView b = appointment("B", "B^B", ReadinessVerdict.FETCHING, fetching("1", 100));
        model.show(Snapshots.of(a, b));
        Row<TodayItem, TodayLine> selected = model.rows().get(1);
        model.selectedProperty().set(selected);

        model.show(Snapshots.of(appointment("0", "0^0", ReadinessVerdict.READY),
                with(b, ReadinessVerdict.FETCHING, fetching("1", 300)), a));

        assertThat(model.selectedProperty().get()).isSameAs(selected);
        assertThat(model.detail().priors()).extracting(row -> row.line().state())
                .containsExactly("On its way · 300 of 400 images");
    }

    @Test
    void whenTheEngineHasEndedNoVerdictIsCalledSoUntilItSpeaks() {
        AppointmentView ready = appointment("A", "A^A", ReadinessVerdict.READY, here("1"));
        AppointmentView none = appointment("B", "B^B", ReadinessVerdict.NONE_EXIST);
        model.show(Snapshots.of(ready, none));

        model.engineGone(Message.of("channel.gone"));
        model.presentAgain();

        assertThat(model.rows()).hasSize(2).extracting(Row::line).map(AppointmentLine.class::cast).allSatisfy(line -> {
            assertThat(line.mark()).isEqualTo(Mark.UNREACHABLE);
            assertThat(line.verdict()).isEqualTo("Not known");
            assertThat(line.progress()).isZero();
            assertThat(line.quiet()).isFalse();
        });
        assertThat(model.detail().detailProperty().get().mark()).isEqualTo(Mark.UNREACHABLE);
        assertThat(model.detail().detailProperty().get().explanation()).endsWith("The last that was known: Ready.");

        model.show(Snapshots.of(ready, none));
        assertThat(line(0).verdict()).isEqualTo("Ready");
        assertThat(model.detail().detailProperty().get().mark()).isEqualTo(Mark.READY);
    }

    @Test
    void theHeadsOfGroupsSayWhatWasLastKnownToo() {
        model.show(Snapshots.of(appointment("A", "A^A", ReadinessVerdict.READY)));
        model.lists().profileProperty().set(model.lists().profileProperty().get().groupedBy(true));

        model.engineGone(Message.of("channel.gone"));

        assertThat(model.rows()).extracting(Row::line)
                .filteredOn(TodayLine.GroupLine.class::isInstance)
                .map(TodayLine.GroupLine.class::cast)
                .singleElement()
                .satisfies(head -> {
                    assertThat(head.mark()).isEqualTo(Mark.UNREACHABLE);
                    assertThat(head.title()).endsWith("as last known");
                });
    }

    @Test
    void whenTheEngineHasEndedItIsNotSaidThatThereAreNoAppointments() {
        model.show(Snapshots.of());

        model.engineGone(Message.of("channel.gone"));

        assertThat(model.noticeProperty().get().title()).isEqualTo("Appointments are not known");
    }

    @Test
    void tellsEachCandidateWithItsReason() {
        model.show(Snapshots.of(appointment("A", "A^A", ReadinessVerdict.HELD, here("1"), held("2"), skipped("3"))));

        assertThat(model.detail().priors()).extracting(Row::line)
                .containsExactly(
                        new PriorLine("CT Thorax", List.of("CT"), "Sep 12, 2025", "regional", Mark.READY, 1,
                                "In the PACS · 240 images", "same region, CT, 14 months old, newest of 3", false),
                        new PriorLine("CT Abdomen mit KM", List.of("CT"), "Feb 11, 2024", "regional", Mark.HELD, 0,
                                "Needs you", "same ID, other birth date", false),
                        new PriorLine("Hand links", List.of("DX"), "Jun 30, 2024", "regional", Mark.NONE, 0,
                                "Not needed",
                                "skipped: hand, another region", true));
    }

    @Test
    void hidesNamesEverywhere() {
        model.show(SampleDays.typical());
        bench.privacy().toggle();
        model.presentAgain();

        assertThat(model.rows()).extracting(row -> line(row).patient())
                .containsOnly(Privacy.HIDDEN_NAME);
        assertThat(model.detail().detailProperty().get().patient()).isEqualTo(Privacy.HIDDEN_NAME);
    }

    @Test
    void whereThereIsNoNameTheIdStands() {
        AppointmentView nameless = appointment("A", "", ReadinessVerdict.READY);
        model.show(Snapshots.of(nameless));

        assertThat(line(0).patient()).isEqualTo(nameless.patient().key().patientId());
        assertThat(line(0).patientId()).isEmpty();
    }

    @Test
    void timesGoOnWithoutANewSnapshot() {
        model.show(Snapshots.of(appointment("A", "A^A", ReadinessVerdict.READY)));
        bench.clock().turn(Duration.ofMinutes(5));
        model.presentAgain();

        assertThat(line(0).relative()).isEqualTo("in 15 min");
    }

    @Test
    void anUnansweredArchiveIsNamedAndNeverLooksLikeNone() {
        model.show(SampleDays.unreachable());

        assertThat(model.detail().detailProperty().get().explanation())
                .isEqualTo("Archive regional has not answered since 07:41. Priors may exist there.");
        assertThat(model.detail().detailProperty().get().noCandidates()).isEqualTo("No earlier study is known so far.");
    }

    @Test
    void tellsWhyThereIsNothingToList() {
        assertThat(model.noticeProperty().get().title()).isEqualTo("Starting");

        model.show(Snapshots.of());
        assertThat(model.noticeProperty().get()).isEqualTo(new Notice(Mark.NONE, "No appointments",
                "The worklist has none (now · 08:30). New ones appear here by themselves."));

        model.show(SampleDays.unreachableAndEmpty());
        assertThat(model.noticeProperty().get().mark()).isEqualTo(Mark.UNREACHABLE);
        assertThat(model.noticeProperty().get().hint()).contains("priorfetch check --source ris");

        model.show(Snapshots.of(List.of(), List.of(), PeerStatus.unknown(PeerKind.WORKLIST, "ris"), Snapshots.pacs(),
                List.of()));
        assertThat(model.noticeProperty().get().title()).isEqualTo("Asking the worklist");

        model.show(new EngineSnapshot(99, TestClock.START, false, false, List.of(), List.of(), List.of(), List.of(),
                Snapshots.pacs()));
        assertThat(model.noticeProperty().get().hint()).contains("site.yaml");

        model.show(SampleDays.typical());
        assertThat(model.noticeProperty().get()).isNull();
    }

    @Test
    void speaksGerman() {
        TodayModel german = new TodayModel(new Workbench(Locale.GERMANY).workplace());
        german.show(SampleDays.typical());

        assertThat(line(german.rows().get(4)).verdict()).isEqualTo("Braucht Sie");
        assertThat(german.detail().priors().getFirst().line().reason())
                .isEqualTo("dieselbe Region, CT, 14 Monate alt, die neueste von 3");
    }

    private AppointmentLine line(int index) {
        return line(model.rows().get(index));
    }

    private static AppointmentLine line(Row<TodayItem, TodayLine> row) {
        return (AppointmentLine) row.line();
    }
}
