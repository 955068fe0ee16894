package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.runtime.RuntimeExamples.NOW;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.forecast.RateBook;
import org.priorfetch.engine.model.HoursWindow;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.SourceHour;
import org.priorfetch.engine.model.SourceRoom;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TimeSplit;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.store.DatabaseStore;
import org.priorfetch.engine.testing.StoppedClock;
import org.priorfetch.engine.transfer.Pause;

/** What is foretold, when nothing is, and what is kept of it. */
class ForecasterTest {

    @TempDir
    Path home;

    private final StoppedClock clock = new StoppedClock();
    private final RateBook book = new RateBook();
    private final Promises promises = new Promises();
    private Forecaster forecaster = forecaster(SourceBudget.DEFAULT);

    private Forecaster forecaster(SourceBudget budget) {
        return new Forecaster(book, promises, Map.of("regional", budget), clock);
    }

    @BeforeEach
    void begin() {
        forecaster = forecaster(new SourceBudget(1, null, null, null));
    }

    /** One image of 1 kB takes ten seconds. */
    private void measured() {
        book.remember(List.of(new SourceHour("regional", clock.now(), 0, 1000, 1_000_000, Duration.ofSeconds(10_000),
                Map.of())), clock.now(), clock.zone());
        forecaster.weigh(Map.of("CT", 1000L));
    }

    @Test
    void saysNothingOfASourceThatWasNeverMeasured() {
        assertThat(ends(queued(1), queued(2))).isEmpty();
    }

    @Test
    void saysOfWhatWaitsWhenItsTurnIsOver() {
        measured();

        Map<Long, Instant> ends = ends(queued(1), queued(2));

        Duration first = Duration.between(clock.now(), ends.get(1L));
        assertThat(first).isGreaterThan(Duration.ofSeconds(50));
        assertThat(Duration.between(ends.get(1L), ends.get(2L)).minus(first).abs()).isLessThan(Duration.ofMillis(5));
    }

    @Test
    void reckonsWithAsManyTransfersSideBySideAsWillRun() {
        measured();

        Map<Long, Instant> shared = ends(new SourceRoom(8, 1, 8, 8), queued(1), queued(2), queued(3), queued(4));

        assertThat(shared.values()).hasSize(4).allMatch(shared.get(4L)::equals);
        forecaster = forecaster(SourceBudget.DEFAULT);
        measured();
        Map<Long, Instant> oneByOne = ends(new SourceRoom(1, 1, 1, 1), queued(1), queued(2), queued(3), queued(4));
        assertThat(oneByOne.values()).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void saysNothingOfWhatWaitsForAPeerThatFailedOrForAPersonToGoOn() {
        measured();
        TransferJob stuck = queued(1).with(TransferState.WAITING, Reason.of("transfer.rests", "regional"), clock.now());

        assertThat(ends(stuck)).isEmpty();
        assertThat(forecaster(SourceBudget.DEFAULT)
                .outlook(List.of(queued(1)), Map.of(), new Pause(true, null), _ -> SourceRoom.ONE)
                .ends()).isEmpty();
    }

    @Test
    void aPauseWithAnEndIsWaitedFor() {
        measured();
        Instant until = clock.now().plusSeconds(3600);

        assertThat(forecaster.outlook(List.of(queued(1)), Map.of(), new Pause(true, until), _ -> SourceRoom.ONE)
                .ends()
                .get(1L))
                .isAfter(until);
    }

    @Test
    void hoursOfASourceAreWaitedFor() {
        measured();
        LocalTime later = LocalTime.ofInstant(clock.now(), clock.zone()).plusHours(2).withNano(0);
        forecaster = forecaster(new SourceBudget(4, null, new HoursWindow(later, later.plusHours(1)), null));
        TransferJob job = queued(1).dueAt(clock.now().plus(Duration.ofDays(2)), queued(1).urgency());

        assertThat(ends(job).get(1L)).isAfter(clock.now().plus(Duration.ofMinutes(119)));
    }

    @Test
    void anAppointmentThatWillComeTooLateIsMarkedSo() {
        Outlook late = new Outlook(NOW, Map.of(1L, NOW.plusSeconds(4000)), forecaster.order());
        Outlook inTime = new Outlook(NOW, Map.of(1L, NOW.plusSeconds(3500)), forecaster.order());

        assertThat(view(late).late()).isTrue();
        assertThat(view(late).etaSeconds()).isEqualTo(4000);
        assertThat(view(inTime).late()).isFalse();
        assertThat(view(Outlook.NONE).late()).isFalse();
        assertThat(view(Outlook.NONE).etaSeconds()).isNull();
    }

    @Test
    void whatWasSaidAndWhatItTookIsKeptWithTheTransfer() {
        measured();
        TransferJob running = RuntimeExamples.job(1, "1.2.1", TransferState.RUNNING);
        forecaster.outlook(List.of(running), Map.of(1L, clock.now()), Pause.NONE, _ -> SourceRoom.ONE);
        Reason slow = Reason.of("transfer.slow.line", "9", "10", "3");
        try (Repositories store = DatabaseStore.open(home, InstantSource.fixed(clock.now()))) {
            RateKeeper keeper = new RateKeeper(store.rates(), book, promises, clock, List.of("regional"), () -> {});
            keeper.tried(running, new TimeSplit(Duration.ofSeconds(10),
                    Map.of(TimePart.LINE, new TimeSplit.Part(Duration.ofSeconds(9), 1, Duration.ofSeconds(9)))), slow,
                    true);

            assertThat(keeper.saidLast()).containsEntry(1L, slow);
            keeper.close();

            assertThat(store.rates().promised("regional", 5)).singleElement()
                    .satisfies(times -> assertThat(times.slowBecause()).isEqualTo(slow))
                    .satisfies(times -> assertThat(times.promised()).isPositive());
            assertThat(store.rates().since(Instant.EPOCH)).singleElement()
                    .satisfies(hour -> assertThat(hour.spent()).containsEntry(TimePart.LINE, Duration.ofSeconds(9)));
        }
    }

    @Test
    void whatDidNotComeToItsEndIsNoMeasureOfWhatWasSaid() {
        measured();
        TransferJob running = RuntimeExamples.job(1, "1.2.1", TransferState.RUNNING);
        forecaster.outlook(List.of(running), Map.of(1L, clock.now()), Pause.NONE, _ -> SourceRoom.ONE);
        try (Repositories store = DatabaseStore.open(home, InstantSource.fixed(clock.now()))) {
            RateKeeper keeper = new RateKeeper(store.rates(), book, promises, clock, List.of("regional"), () -> {});
            keeper.tried(running, new TimeSplit(Duration.ofSeconds(10), Map.of()), null, false);
            keeper.close();

            assertThat(store.rates().promised("regional", 5)).isEmpty();
            assertThat(store.rates().ofJobs(List.of(1L))).hasSize(1);
        }
    }

    private Map<Long, Instant> ends(TransferJob... open) {
        return ends(SourceRoom.ONE, open);
    }

    private Map<Long, Instant> ends(SourceRoom room, TransferJob... open) {
        return forecaster.outlook(List.of(open), Map.of(), Pause.NONE, _ -> room).ends();
    }

    private TransferJob queued(long id) {
        return RuntimeExamples.job(id, "1.2." + id, TransferState.QUEUED)
                .waitingUntil(clock.now(), RuntimeExamples.RELEVANT, clock.now())
                .with(TransferState.QUEUED, null, clock.now());
    }

    private static AppointmentView view(Outlook outlook) {
        TransferJob job = RuntimeExamples.job(1, "1.2.3", TransferState.QUEUED);
        return new SnapshotAssembler().assemble(new SnapshotAssembler.Parts(NOW, Pause.NONE, true,
                List.of(new BookEntry(RuntimeExamples.asked("A1"),
                        List.of(RuntimeExamples.prior("A1", "1.2.3", PriorState.FETCH)))),
                List.of(job), Map.of(), List.of(), List.of(), 0, null, outlook, Map.of())).appointments().getFirst();
    }
}
