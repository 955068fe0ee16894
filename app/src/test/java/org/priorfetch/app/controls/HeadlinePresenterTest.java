package org.priorfetch.app.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.app.testing.Appointments.appointment;
import static org.priorfetch.engine.model.ReadinessVerdict.FETCHING;
import static org.priorfetch.engine.model.ReadinessVerdict.HELD;
import static org.priorfetch.engine.model.ReadinessVerdict.NONE_EXIST;
import static org.priorfetch.engine.model.ReadinessVerdict.READY;
import static org.priorfetch.engine.model.ReadinessVerdict.UNREACHABLE;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerStatus;

class HeadlinePresenterTest {

    private final HeadlinePresenter english = new HeadlinePresenter(new Texts(Locale.ENGLISH));

    @Test
    void countsWhatIsReadyAndTellsTheRest() {
        EngineSnapshot snapshot = Snapshots.of(appointment("1", "A^B", READY), appointment("2", "A^B", NONE_EXIST),
                appointment("3", "A^B", FETCHING), appointment("4", "A^B", FETCHING), appointment("5", "A^B", HELD));

        assertThat(english.headline(snapshot))
                .isEqualTo(new Headline(Mark.HELD, "2 of 5 ready · 2 fetching · 1 needs you"));
    }

    @Test
    void saysSoWhenAllIsReady() {
        assertThat(english.headline(Snapshots.of(appointment("1", "A^B", READY), appointment("2", "A^B", NONE_EXIST))))
                .isEqualTo(new Headline(Mark.READY, "All 2 appointments ready"));
    }

    @Test
    void aSilentWorklistIsToldAndNothingIsAllReady() {
        EngineSnapshot snapshot = with(Snapshots.silent(Snapshots.worklist(), 20).silent(), Snapshots.pacs(),
                appointment("1", "A^B", READY));

        assertThat(english.headline(snapshot))
                .isEqualTo(new Headline(Mark.UNREACHABLE, "Worklist ris is silent · 1 of 1 ready"));
    }

    @Test
    void anUnreachablePacsIsToldAndNothingIsAllReady() {
        EngineSnapshot snapshot = with(Snapshots.worklist(), Snapshots.silent(Snapshots.pacs(), 20),
                appointment("1", "A^B", READY));

        assertThat(english.headline(snapshot))
                .isEqualTo(new Headline(Mark.UNREACHABLE, "The PACS is silent · 1 of 1 ready"));
    }

    @Test
    void beforeTheWorklistHasAnsweredNothingIsAllReady() {
        EngineSnapshot snapshot = with(PeerStatus.unknown(PeerKind.WORKLIST, "ris"), Snapshots.pacs(),
                appointment("1", "A^B", READY));

        assertThat(english.headline(snapshot)).isEqualTo(new Headline(Mark.WAITING, "1 of 1 ready"));
    }

    @Test
    void aSourceWithoutAnAnswerIsNotReady() {
        assertThat(english.headline(Snapshots.of(appointment("1", "A^B", UNREACHABLE))))
                .isEqualTo(new Headline(Mark.UNREACHABLE, "0 of 1 ready · 1 without an answer"));
    }

    @Test
    void noAppointmentsIsSaidOnlyWhenTheWorklistHasAnswered() {
        assertThat(english.headline(Snapshots.of()).text()).isEqualTo("No appointments");
        assertThat(english.headline(with(Snapshots.silent(Snapshots.worklist(), 9), Snapshots.pacs())).text())
                .isEqualTo("Worklist ris is silent · No appointments known");
    }

    @Test
    void speaksGerman() {
        HeadlinePresenter german = new HeadlinePresenter(new Texts(Locale.GERMANY));

        assertThat(german.headline(Snapshots.of(appointment("1", "A^B", HELD), appointment("2", "A^B", HELD))).text())
                .isEqualTo("0 von 2 bereit · 2 brauchen Sie");
    }

    private static EngineSnapshot with(PeerStatus worklist, PeerStatus pacs, AppointmentView... appointments) {
        return Snapshots.of(List.of(appointments), List.of(), worklist, pacs, List.of());
    }
}
