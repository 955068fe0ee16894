package org.priorfetch.app.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.Appointments.appointment;
import static org.priorfetch.app.testing.Appointments.here;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.app.testing.TestClock;
import org.priorfetch.app.testing.Workbench;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.TransferCommand.Pause;
import org.priorfetch.engine.model.ReadinessVerdict;

class SearchModelTest {

    private static final AppointmentView MUELLER = appointment("A4711", "Müller^Karl", ReadinessVerdict.READY,
            here("2.25.17"));

    private final Workbench bench = new Workbench();
    private final SearchModel model = new SearchModel(bench.workplace(),
            Map.of(ScreenId.TRANSFERS, "Transfers", ScreenId.FETCH, "Fetch by hand"));

    @BeforeEach
    void fill() {
        model.take(Snapshots.of(MUELLER,
                appointment("A4712", "Yamada^Tarou=山田^太郎", "MR", "MR Knie", 20, ReadinessVerdict.READY, null)));
    }

    private List<Hit> ask(String question) {
        model.ask(question);
        return model.hitsProperty().get();
    }

    private Hit first(String question) {
        return ask(question).getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"müller", "MUELLER", "karl muller", "Mulelr", "A4711"})
    void findsAPatientHoweverTheNameIsWritten(String question) {
        assertThat(first(question).title()).isEqualTo("Müller, Karl");
        first(question).action().run();
        assertThat(bench.visits()).containsExactly(new Visit.ToAppointment("A4711"));
    }

    @Test
    void findsAPatientById() {
        assertThat(first(MUELLER.patient().key().patientId()).title()).isEqualTo("Müller, Karl");
    }

    @Test
    void findsIdeographs() {
        assertThat(first("山田").title()).startsWith("Yamada");
    }

    @Test
    void findsAStudyByItsUid() {
        assertThat(first("2.25.17").title()).isEqualTo("CT Thorax");
    }

    @Test
    void hiddenNamesAreNeitherFoundNorShown() {
        bench.privacy().hide();
        assertThat(ask("müller")).extracting(Hit::group).containsOnly(Hit.Group.ACTIONS);
        assertThat(first("A4711").title()).doesNotContain("Müller");
    }

    @Test
    void leadsToAScreen() {
        first("transfers").action().run();
        assertThat(bench.visits()).containsExactly(new Visit.ToScreen(ScreenId.TRANSFERS));
    }

    @Test
    void leadsToFetchingByHandForWhateverIsAsked() {
        ask("Nobody Known").getLast().action().run();
        ask("4455").getLast().action().run();
        assertThat(bench.visits()).containsExactly(new Visit.ToFetch(null, "Nobody Known", null),
                new Visit.ToFetch("4455", null, null));
    }

    @Test
    void leadsToFetchingByHandForTheOneAppointmentThatIsMeant() {
        Hit forHim = ask("müller").stream()
                .filter(hit -> hit.title().contains("Müller, Karl,"))
                .findFirst()
                .orElseThrow();
        forHim.action().run();
        assertThat(bench.visits()).containsExactly(
                new Visit.ToFetch(MUELLER.patient().key().patientId(), MUELLER.patient().patientName(), "A4711"));
        assertThat(ask("a")).as("several could be meant").noneMatch(hit -> hit.title().contains(", 0"));
    }

    @Test
    void namesThatAreHiddenWhileSomethingIsOfferedAreNotOfferedAnyMore() {
        assertThat(ask("A4711")).anyMatch(hit -> hit.title().contains("Müller"));
        bench.privacy().hide();
        model.presentAgain();
        assertThat(model.hitsProperty().get()).isNotEmpty().noneMatch(hit -> hit.title().contains("Müller"));
    }

    @Test
    void pausesAndGoesOn() {
        bench.engine().on(Pause.class, Pause::paused);
        first("pause hour").action().run();
        await().until(() -> !bench.told().isEmpty());
        model.take(Snapshots.paused(Snapshots.of(), null));
        first("go on").action().run();
        await().until(() -> bench.told().size() == 2);
        assertThat(bench.engine().submitted())
                .containsExactly(new Pause(true, TestClock.START.plusSeconds(3600)), new Pause(false, null));
    }

    @Test
    void offersNothingWhileNothingIsAsked() {
        assertThat(ask(" ")).isEmpty();
    }
}
