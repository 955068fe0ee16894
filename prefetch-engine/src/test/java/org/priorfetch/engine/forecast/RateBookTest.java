package org.priorfetch.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.SourceHour;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;

class RateBookTest {

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    private final RateBook book = new RateBook();

    @Test
    void theTimeInWhichNothingIsUnderWayIsNotCounted() {
        book.note(job(1, TransferState.RUNNING, 0, 0), TEN);
        book.note(job(1, TransferState.COMPLETE, 10, 4_000_000), TEN.plusSeconds(4));
        book.note(job(2, TransferState.RUNNING, 0, 0), TEN.plusSeconds(600));
        book.note(job(2, TransferState.COMPLETE, 10, 4_000_000), TEN.plusSeconds(604));

        assertThat(book.takeHours())
                .containsExactly(new SourceHour("a", TEN, 2, 20, 8_000_000, Duration.ofSeconds(8), Map.of()));
        assertThat(book.takeHours()).isEmpty();
    }

    @Test
    void transfersSideBySideAreOneTime() {
        book.note(job(1, TransferState.RUNNING, 0, 0), TEN);
        book.note(job(2, TransferState.RUNNING, 0, 0), TEN.plusSeconds(1));
        book.note(job(1, TransferState.COMPLETE, 10, 4_000_000), TEN.plusSeconds(4));
        book.note(job(2, TransferState.COMPLETE, 5, 2_000_000), TEN.plusSeconds(5));

        assertThat(book.takeHours())
                .containsExactly(new SourceHour("a", TEN, 2, 15, 6_000_000, Duration.ofSeconds(5), Map.of()));
    }

    @Test
    void silenceIsCountedWhileAnythingIsUnderWay() {
        assertThat(book.silence("a", TEN)).isZero();
        book.note(job(1, TransferState.RUNNING, 0, 0), TEN);
        assertThat(book.silence("a", TEN.plusSeconds(4))).as("nothing unusual").isZero();
        assertThat(book.silence("a", TEN.plusSeconds(30))).hasSeconds(30);
        book.note(job(1, TransferState.RUNNING, 1, 400_000), TEN.plusSeconds(31));
        book.note(job(1, TransferState.RUNNING, 1, 400_000), TEN.plusSeconds(60));
        assertThat(book.silence("a", TEN.plusSeconds(71))).hasSeconds(40);
        assertThat(book.silence("b", TEN.plusSeconds(71))).isZero();
        book.note(job(1, TransferState.COMPLETE, 1, 400_000), TEN.plusSeconds(72));
        assertThat(book.silence("a", TEN.plusSeconds(90))).as("nothing is asked for").isZero();
    }

    @Test
    void whatThePacsHeldAlreadyIsNoWorkOfTheSource() {
        book.note(job(1, TransferState.RUNNING, 0, 0), TEN);
        book.note(job(1, TransferState.RUNNING, 90, 0), TEN.plusSeconds(1));
        book.note(job(1, TransferState.RUNNING, 100, 5_000_000), TEN.plusSeconds(5));

        assertThat(book.takeHours()).extracting(SourceHour::instances).containsExactly(10L);
    }

    @Test
    void provingIsNoWorkOfTheSourceAndAStoppedTransferIsNoneThatEnded() {
        book.note(job(1, TransferState.RUNNING, 0, 0), TEN);
        book.note(job(1, TransferState.VERIFYING, 10, 1_000_000), TEN.plusSeconds(3));
        book.note(job(1, TransferState.WAITING, 10, 1_000_000), TEN.plusSeconds(60));

        assertThat(book.takeHours())
                .containsExactly(new SourceHour("a", TEN, 0, 10, 1_000_000, Duration.ofSeconds(3), Map.of()));
    }

    @Test
    void nothingIsForetoldOfASourceThatWasNeverMeasured() {
        assertThat(book.pace("a")).isEmpty();
        book.remember(List.of(new SourceHour("a", TEN, 10, 100, 100_000_000, Duration.ofSeconds(100), Map.of())),
                TEN, ZoneOffset.UTC);
        assertThat(book.pace("a")).isPresent();
        assertThat(book.pace("b")).isEmpty();
    }

    @Test
    void whatWasSaidTooShortIsCorrected() {
        book.note(job(1, TransferState.RUNNING, 0, 0), TEN);
        book.note(job(1, TransferState.COMPLETE, 10, 4_000_000), TEN.plusSeconds(4));
        for (int i = 0; i < 10; i++) {
            book.compare("a", 10, 15);
        }

        Amount amount = new Amount(1, 10, 4_000_000);
        assertThat(book.calibrated("a").orElseThrow().seconds(amount))
                .isCloseTo(1.5 * book.pace("a").orElseThrow().seconds(amount),
                        org.assertj.core.data.Percentage.withPercentage(0.1));
    }

    private static TransferJob job(long id, TransferState state, int delivered, long bytes) {
        PriorCandidate study = new PriorCandidate(new StudyRef("1.2." + id, "a"),
                new Patient(PatientKey.of("P"), "X", null, Sex.F), "", null, null, "", new TreeSet<>(Set.of("CT")),
                Set.of(), 100);
        return new TransferJob(id, null, null, study, Urgency.ROUTINE, TEN, state, 1, TEN, 100, delivered, bytes, null,
                TEN);
    }
}
