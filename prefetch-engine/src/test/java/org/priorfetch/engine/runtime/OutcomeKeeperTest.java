package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.AppointmentOutcome;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.store.DatabaseStore;

/** Whether priors were here in time is recorded at the start, also across restarts; nobody's guess is recorded. */
class OutcomeKeeperTest {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    Path home;

    private Repositories store;
    private OutcomeKeeper keeper;

    @BeforeEach
    void open() {
        store = DatabaseStore.open(home, InstantSource.fixed(START));
        keeper = newKeeper();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private OutcomeKeeper newKeeper() {
        return new OutcomeKeeper(store.outcomes(), () -> {
            throw new IllegalStateException("not asked here");
        }, new SystemClock());
    }

    private void at(int seconds, AppointmentView... views) {
        keeper.keep(new EngineSnapshot(1, Instant.EPOCH, false, false, List.of(views), List.of(), List.of(), List.of(),
                PeerStatus.unknown(PeerKind.PACS, "pacs")), START.plusSeconds(seconds));
    }

    private static AppointmentView view(Instant start, ReadinessVerdict verdict) {
        return new AppointmentView("A1", RuntimeExamples.PATIENT, new TreeSet<>(Set.of("CT", "PT")), "", start,
                Urgency.ROUTINE, verdict, null, List.of(), List.of(), "", "", false);
    }

    private static AppointmentView view(ReadinessVerdict verdict) {
        return view(START, verdict);
    }

    private AppointmentOutcome outcome() {
        List<AppointmentOutcome> all = store.outcomes().startingFrom(Instant.EPOCH);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    @Test
    void theVerdictIsThatOfTheStartWhateverComesLater() {
        at(-60, view(ReadinessVerdict.FETCHING));
        assertThat(outcome().verdictAtStart()).isNull();

        at(0, view(ReadinessVerdict.PARTIAL));
        at(30, view(ReadinessVerdict.READY));

        assertThat(outcome().verdictAtStart()).isEqualTo(ReadinessVerdict.PARTIAL);
        assertThat(outcome().readySince()).isEqualTo(START.plusSeconds(30));
        assertThat(outcome().modality()).isEqualTo("CT/PT");
    }

    @Test
    void readySinceIsWhenTheLastPriorCame() {
        at(-90, view(ReadinessVerdict.READY));
        at(-60, view(ReadinessVerdict.FETCHING));
        at(-30, view(ReadinessVerdict.READY));
        at(0, view(ReadinessVerdict.READY));

        assertThat(outcome().readySince()).isEqualTo(START.minusSeconds(30));
        assertThat(outcome().verdictAtStart()).isEqualTo(ReadinessVerdict.READY);
    }

    @Test
    void readySinceSurvivesARestart() {
        at(-90, view(ReadinessVerdict.READY));
        keeper = newKeeper();
        at(10, view(ReadinessVerdict.READY));

        assertThat(outcome().readySince()).isEqualTo(START.minusSeconds(90));
        assertThat(outcome().verdictAtStart()).isEqualTo(ReadinessVerdict.READY);
    }

    @Test
    void whoWasNotThereAtTheStartDoesNotKnow() {
        at(-90, view(ReadinessVerdict.FETCHING));
        keeper = newKeeper();
        at(60, view(ReadinessVerdict.READY));

        assertThat(outcome().verdictAtStart()).isNull();
    }

    @Test
    void whatWasRecordedIsNotLostByARestart() {
        at(0, view(ReadinessVerdict.HELD));
        keeper = newKeeper();
        at(10, view(ReadinessVerdict.READY));

        assertThat(outcome().verdictAtStart()).isEqualTo(ReadinessVerdict.HELD);
    }

    @Test
    void anAppointmentThatIsPutOffIsJudgedAtItsNewStart() {
        at(0, view(ReadinessVerdict.FETCHING));
        Instant later = START.plusSeconds(3600);
        at(10, view(later, ReadinessVerdict.FETCHING));
        assertThat(outcome().verdictAtStart()).isNull();

        at(3600, view(later, ReadinessVerdict.READY));

        assertThat(outcome().scheduledStart()).isEqualTo(later);
        assertThat(outcome().verdictAtStart()).isEqualTo(ReadinessVerdict.READY);
    }

    @Test
    void theLastVerdictIsRecordedWhenItIsNoLongerFollowed() {
        at(0, view(ReadinessVerdict.PARTIAL));
        at(50_000, view(ReadinessVerdict.READY));
        at(86_401);

        assertThat(outcome().verdictAtStart()).isEqualTo(ReadinessVerdict.PARTIAL);
        assertThat(outcome().verdictAtEnd()).isEqualTo(ReadinessVerdict.READY);
    }

    @Test
    void whatWasCalledOffBeforeItsStartIsForgotten() {
        at(-90, view(ReadinessVerdict.READY));
        at(-60);

        assertThat(store.outcomes().startingFrom(Instant.EPOCH)).isEmpty();
    }

    @Test
    void looksAgainWhenTheNextOneBegins() {
        Instant now = START.minusSeconds(4);

        assertThat(OutcomeKeeper.pause(List.of(view(START, ReadinessVerdict.READY)), now))
                .isEqualTo(Duration.ofSeconds(4));
        assertThat(OutcomeKeeper.pause(List.of(view(START, ReadinessVerdict.FETCHING)), now))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(OutcomeKeeper.pause(List.of(view(now, ReadinessVerdict.READY),
                view(START.plusSeconds(6), ReadinessVerdict.READY)), now)).isEqualTo(Duration.ofSeconds(10));
        assertThat(OutcomeKeeper.pause(List.of(), now)).isEqualTo(Duration.ofSeconds(10));
    }
}
