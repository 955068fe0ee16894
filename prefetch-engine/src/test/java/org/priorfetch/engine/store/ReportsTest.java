package org.priorfetch.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.priorfetch.engine.store.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.AppointmentOutcome;
import org.priorfetch.engine.model.ExchangeLine;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.ReadinessLine;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.Day;

/** What was recorded is summed up by the days of the place, also when the clocks change. */
class ReportsTest extends OpenStore {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** The clocks go forward on this day, which has 23 hours. */
    private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 29);

    private void deliver(String at, String source, TransferState outcome, int instances, long bytes, int seconds) {
        store.ledger()
                .append(new LedgerEntry(Instant.parse(at), "1.2.3", source, null, "P1", instances, bytes, outcome,
                        List.of(), Duration.ofSeconds(seconds)));
    }

    private void end(String at, TransferState state) {
        store.jobs().add(Samples.fullJob().with(state, null, Instant.parse(at)));
    }

    private void start(String id, String modality, String at, @Nullable ReadinessVerdict verdict) {
        store.outcomes()
                .save(List.of(new AppointmentOutcome(id, modality, Instant.parse(at), verdict, 3, 3, null, null)));
    }

    private static List<Day> days(LocalDate from, LocalDate to) {
        return Day.between(from, to, BERLIN);
    }

    @Test
    void aDayEndsWhenTheNextBeginsHere() {
        deliver("2026-03-28T22:59:59.999Z", "regional", TransferState.COMPLETE, 1, 10, 1);
        deliver("2026-03-28T23:00:00Z", "regional", TransferState.COMPLETE, 2, 20, 2);
        deliver("2026-03-29T21:59:59.999Z", "regional", TransferState.COMPLETE, 4, 40, 4);
        deliver("2026-03-29T22:00:00Z", "regional", TransferState.COMPLETE, 8, 80, 8);

        assertThat(store.reports().exchange(days(SUNDAY.minusDays(1), SUNDAY.plusDays(1))))
                .extracting(ExchangeLine::day, ExchangeLine::instances, ExchangeLine::bytes, ExchangeLine::took)
                .containsExactly(tuple(SUNDAY.minusDays(1), 1L, 10L, Duration.ofSeconds(1)),
                        tuple(SUNDAY, 6L, 60L, Duration.ofSeconds(6)),
                        tuple(SUNDAY.plusDays(1), 8L, 80L, Duration.ofSeconds(8)));
    }

    @Test
    void bySourceAndOutcomeWithWhatWasPutInAndHowManyEndedSo() {
        deliver("2026-03-29T10:00:00Z", "regional", TransferState.COMPLETE, 100, 50_000, 5);
        deliver("2026-03-29T10:05:00Z", "regional", TransferState.QUEUED, 7, 700, 0);
        deliver("2026-03-29T10:00:00Z", "university", TransferState.PARTIAL, 5, 500, 1);
        end("2026-03-29T10:00:00Z", TransferState.COMPLETE);
        end("2026-03-29T11:00:00Z", TransferState.COMPLETE);
        end("2026-03-29T11:00:00Z", TransferState.FAILED);
        end("2026-03-29T11:00:00Z", TransferState.WAITING);

        assertThat(store.reports().exchange(days(SUNDAY, SUNDAY))).containsExactly(
                new ExchangeLine(SUNDAY, "regional", TransferState.QUEUED, 0, 7, 700, Duration.ZERO),
                new ExchangeLine(SUNDAY, "regional", TransferState.COMPLETE, 2, 100, 50_000, Duration.ofSeconds(5)),
                new ExchangeLine(SUNDAY, "regional", TransferState.FAILED, 1, 0, 0, Duration.ZERO),
                new ExchangeLine(SUNDAY, "university", TransferState.PARTIAL, 0, 5, 500, Duration.ofSeconds(1)));
    }

    @Test
    void theMeanRateIsThatOfTheWholeTime() {
        assertThat(new ExchangeLine(SUNDAY, "a", TransferState.COMPLETE, 1, 1, 50_000, Duration.ofMillis(2500))
                .bytesPerSecond()).isEqualTo(20_000);
        assertThat(new ExchangeLine(SUNDAY, "a", TransferState.COMPLETE, 1, 1, 50_000, Duration.ZERO).bytesPerSecond())
                .isZero();
    }

    @Test
    void readinessByDayAndModalityOfWhatHasStarted() {
        start("1", "CT", "2026-03-29T06:00:00Z", ReadinessVerdict.READY);
        start("2", "CT", "2026-03-29T07:00:00Z", ReadinessVerdict.NONE_EXIST);
        start("3", "CT", "2026-03-29T08:00:00Z", ReadinessVerdict.FETCHING);
        start("4", "CT", "2026-03-29T09:00:00Z", null);
        start("5", "CT", "2026-03-29T12:00:01Z", null);
        start("6", "MR", "2026-03-28T22:59:59Z", ReadinessVerdict.PARTIAL);

        assertThat(store.reports().readiness(days(SUNDAY.minusDays(1), SUNDAY), Instant.parse("2026-03-29T12:00:00Z")))
                .containsExactly(new ReadinessLine(SUNDAY.minusDays(1), "MR", 1, 0, 0, 0),
                        new ReadinessLine(SUNDAY, "CT", 4, 1, 1, 1));
    }

    @Test
    void outcomesAreReplacedForgottenAndKept() {
        AppointmentOutcome full = new AppointmentOutcome("1", "CT/PT", NOON, ReadinessVerdict.PARTIAL, 3, 2,
                NOON.plusSeconds(60), ReadinessVerdict.READY);
        start("1", "CT", "2026-03-29T06:00:00Z", null);
        start("2", "CT", NOON.toString(), ReadinessVerdict.READY);
        start("0", "CT", "2026-03-29T06:00:00Z", ReadinessVerdict.READY);
        store.outcomes().save(List.of(full));
        store.outcomes().remove(List.of("2", "9"));
        store.close();
        openTheStore();

        assertThat(store.outcomes().startingFrom(NOON)).containsExactly(full);
    }

    @Test
    void nothingRecordedIsNoLine() {
        assertThat(store.reports().exchange(days(SUNDAY.minusDays(399), SUNDAY))).isEmpty();
        assertThat(store.reports().readiness(days(SUNDAY.minusDays(399), SUNDAY), NOON)).isEmpty();
    }
}
