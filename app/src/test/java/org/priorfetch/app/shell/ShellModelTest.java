package org.priorfetch.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.app.testing.TestClock;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.AlertKind;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerStatus;

class ShellModelTest {

    private final TestClock clock = new TestClock();
    private final Texts texts = new Texts(Locale.ENGLISH);
    private final ShellModel model = new ShellModel(texts, new Formats(texts, clock));

    @Test
    void listsWhoAnsweredWhen() {
        model.show(Snapshots.of());

        assertThat(model.peers()).extracting(row -> row.line().name())
                .containsExactly("ris", "PACS", "regional",
                        "university");
        assertThat(model.peers()).extracting(row -> row.line().lastAnswer())
                .containsExactly("now · 08:30",
                        "2 min ago · 08:28", "4 min ago · 08:26", "4 min ago · 08:26");
        assertThat(model.troublesProperty().get()).isEmpty();
    }

    @Test
    void timesGoOnWithoutANewSnapshot() {
        model.show(Snapshots.of());
        Row<PeerStatus, PeerLine> worklist = model.peers().getFirst();

        clock.turn(Duration.ofMinutes(5));
        model.presentAgain();

        assertThat(worklist.line().lastAnswer()).isEqualTo("5 min ago · 08:30");
    }

    @Test
    void whoDoesNotAnswerIsNamedWithWhatItMeansAndWhatWentWrong() {
        model.show(Snapshots.of(List.of(), List.of(), Snapshots.worklist(), Snapshots.pacs(),
                List.of(Snapshots.silent(Snapshots.source("regional"), 49))));

        assertThat(model.troublesProperty().get()).containsExactly(new Notice(Mark.UNREACHABLE,
                "Archive regional has not answered since 07:41. Priors may exist there.",
                "no connection to 10.1.7.20, port 104: connection refused"));
        assertThat(model.peers().getLast().line().lastAnswer()).isEqualTo("no answer since 07:41");
    }

    @Test
    void anEngineThatHasEndedIsSaidUntilOneSpeaks() {
        model.show(Snapshots.of());

        model.engineGone(Message.of("channel.gone"));
        model.presentAgain();

        assertThat(model.headlineProperty().get().text()).isEqualTo("PriorFetch has stopped working");
        assertThat(model.troublesProperty().get()).singleElement()
                .satisfies(trouble -> assertThat(trouble.title()).contains("Start it again with \"priorfetch run\""));
        assertThat(model.peers()).as("nobody is known to answer").isEmpty();

        model.show(Snapshots.of());
        assertThat(model.troublesProperty().get()).isEmpty();
        assertThat(model.peers()).isNotEmpty();
    }

    @Test
    void whatTheAdminShouldSeeToNowIsSaidWithWhatToDo() {
        model.show(Snapshots.needing(Snapshots.of(), 0, Snapshots.alert(AlertKind.DISK_LOW, "/home"),
                Snapshots.alert(AlertKind.JOBS_FAILING, "regional"),
                Snapshots.alert(AlertKind.CERTIFICATE_EXPIRING, "self")));

        assertThat(model.troublesProperty().get()).containsExactly(
                new Notice(Mark.FAILED, "The disk that holds /home is nearly full.",
                        "Make room there. When it is full, transfers wait; nothing that was stored is lost."),
                new Notice(Mark.FAILED, "Transfers from regional fail again and again for the same reason.",
                        "The reason stands with each of them in Transfers. When it is mended, retry them there."));
    }

    @Test
    void manyLateAppointmentsAreSaidEarly() {
        EngineSnapshot day = Snapshots.of();
        model.show(Snapshots.needing(day, 0, new Alert(AlertKind.APPOINTMENTS_LATE, "", day.at(),
                Message.of("alerts.APPOINTMENTS_LATE.text", "7", "12", "4", "regional"),
                Message.of("alerts.APPOINTMENTS_LATE.HOURS", "regional"))));

        assertThat(model.troublesProperty().get()).containsExactly(new Notice(Mark.PARTIAL,
                "7 of 12 appointments of the next 4 hours cannot be ready before they start. "
                        + "Most of them wait for regional.",
                "regional is used only at its hours. Widen them in Sources, "
                        + "or put first in Transfers what cannot wait."));
    }

    @Test
    void aPacsThatDoesNotAnswerIsToldOfOnce() {
        EngineSnapshot day = Snapshots.of(List.of(), List.of(), Snapshots.worklist(),
                Snapshots.silent(Snapshots.pacs(), 3), List.of());

        model.show(Snapshots.needing(day, 0, Snapshots.alert(AlertKind.PACS_DOWN, "pacs")));
        assertThat(model.troublesProperty().get()).hasSize(1);

        model.show(Snapshots.needing(Snapshots.of(), 0, Snapshots.alert(AlertKind.PACS_DOWN, "pacs")));
        assertThat(model.troublesProperty().get()).extracting(Notice::title)
                .containsExactly("The PACS does not answer.");
    }

    @Test
    void whoWasNotAskedYetIsNoTrouble() {
        model.show(Snapshots.of(List.of(), List.of(), PeerStatus.unknown(PeerKind.WORKLIST, "ris"), Snapshots.pacs(),
                List.of()));

        assertThat(model.troublesProperty().get()).isEmpty();
        assertThat(model.peers().getFirst().line().lastAnswer()).isEqualTo("not asked yet");
    }
}
