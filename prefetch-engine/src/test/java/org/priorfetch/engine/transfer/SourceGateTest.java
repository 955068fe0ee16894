package org.priorfetch.engine.transfer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.DailyHours;
import org.priorfetch.engine.model.HoursWindow;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.SourceRoom;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.Urgency;

class SourceGateTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final TransferJob NEXT_MONTH = TestJobs.of("2.25.1")
            .dueAt(Instant.parse("2026-04-20T09:00:00Z"), Urgency.ROUTINE);

    private static SourceGate gate(HoursWindow hours) {
        return new SourceGate("regional", new SourceBudget(1, null, hours, null), BERLIN);
    }

    /** While nothing is under way. */
    private static SourceGate.@Nullable Closed closedFor(SourceGate gate, TransferJob job, Instant now) {
        return gate.closedFor(job, now, _ -> 0);
    }

    private static SourceGate.Closed closed(SourceGate gate, Instant now) {
        return requireNonNull(closedFor(gate, NEXT_MONTH, now));
    }

    @Test
    void saysTheHourWhenItOpensToday() {
        SourceGate gate = gate(new HoursWindow(LocalTime.of(18, 0), LocalTime.of(7, 0)));
        SourceGate.Closed closed = closed(gate, MONDAY);
        assertThat(closed.until()).isEqualTo(Instant.parse("2026-03-02T17:00:00Z"));
        assertThat(closed.reason()).isEqualTo(Reason.of("transfer.outsideHours", "regional", "18:00"));
        assertThat(SourceGate.isAllowance(closed.reason())).isTrue();
    }

    @Test
    void saysTheDayWhenItDoesNotOpenToday() {
        SourceGate gate = gate(new HoursWindow(List.of(
                new DailyHours(Set.of(DayOfWeek.SATURDAY), LocalTime.of(6, 30), LocalTime.of(20, 0)))));
        SourceGate.Closed closed = closed(gate, MONDAY);
        assertThat(closed.until()).isEqualTo(Instant.parse("2026-03-07T05:30:00Z"));
        assertThat(closed.reason().text()).isEqualTo("regional may be used from Saturday, 06:30");
        assertThat(closed.reason().text(Locale.GERMAN)).isEqualTo("regional darf ab Samstag, 06:30 Uhr benutzt werden");
        assertThat(SourceGate.isAllowance(closed.reason())).isTrue();
        assertThat(closedFor(gate, NEXT_MONTH, closed.until())).isNull();
    }

    private static final BackOff BACK_OFF = new BackOff(new Random(1));

    private static Duration rest(SourceGate gate, Instant now) {
        SourceGate.Closed closed = closedFor(gate, NEXT_MONTH, now);
        return closed == null ? Duration.ZERO : Duration.between(now, closed.until());
    }

    @Test
    void whatOneIncidentBreaksOffIsOneFailure() {
        SourceGate gate = gate(null);
        for (int job = 0; job < 8; job++) {
            gate.failed(MONDAY.minusSeconds(job + 1L), MONDAY.plusSeconds(job), BACK_OFF);
        }
        assertThat(rest(gate, MONDAY)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(7));

        Instant later = MONDAY.plusSeconds(10);
        gate.failed(later, later.plusSeconds(1), BACK_OFF);
        assertThat(rest(gate, later.plusSeconds(1))).as("the next try failed, too")
                .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(25));
    }

    @Test
    void oneStudyThatCannotBeHadClosesTheSourceToNobody() {
        SourceGate gate = gate(null);
        for (int attempt = 0; attempt < 20; attempt++) {
            Instant begun = MONDAY.plusSeconds(100L * attempt);
            gate.failedWith("2.25.1", begun, begun.plusSeconds(1), BACK_OFF);
        }
        assertThat(closedFor(gate, NEXT_MONTH, MONDAY.plusSeconds(1902))).isNull();
    }

    @Test
    void severalStudiesOneAfterTheOtherAreTheSource() {
        SourceGate gate = gate(null);
        gate.failedWith("2.25.1", MONDAY, MONDAY.plusSeconds(1), BACK_OFF);
        gate.failedWith("2.25.2", MONDAY, MONDAY.plusSeconds(1), BACK_OFF);
        gate.behaved();
        gate.failedWith("2.25.3", MONDAY, MONDAY.plusSeconds(1), BACK_OFF);
        gate.failedWith("2.25.4", MONDAY, MONDAY.plusSeconds(1), BACK_OFF);
        assertThat(closedFor(gate, NEXT_MONTH, MONDAY.plusSeconds(2))).isNull();
        gate.failedWith("2.25.5", MONDAY, MONDAY.plusSeconds(1), BACK_OFF);
        assertThat(closedFor(gate, NEXT_MONTH, MONDAY.plusSeconds(2))).isNotNull();
    }

    @Test
    void anEmergencyIsTriedWhileTheSourceRests() {
        SourceGate gate = gate(null);
        gate.failed(MONDAY.minusSeconds(1), MONDAY, BACK_OFF);
        assertThat(closedFor(gate, NEXT_MONTH.dueAt(MONDAY, Urgency.HIGH), MONDAY)).isNotNull();
        assertThat(closedFor(gate, NEXT_MONTH.dueAt(MONDAY, Urgency.STAT), MONDAY)).isNull();
    }

    /** What is foretold must be what happens. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 2, 2", "4, 2, 4", "16, 2, 16"})
    void saysHowManyJobsItWouldLetIn(int associations, int jobs, int most) {
        SourceGate gate = new SourceGate("regional", new SourceBudget(associations, null, null, null), BERLIN);

        assertThat(gate.room(3, 3)).isEqualTo(new SourceRoom(3, 3, jobs, most));
        assertThat(gate.hasRoom(jobs - 1, false)).isTrue();
        assertThat(gate.hasRoom(jobs, false)).isFalse();
        assertThat(gate.hasRoom(most - 1, true)).isTrue();
        assertThat(gate.hasRoom(most, true)).isFalse();
    }

    @Test
    void whatIsDueBeforeItOpensDoesNotWait() {
        SourceGate gate = gate(new HoursWindow(LocalTime.of(18, 0), LocalTime.of(7, 0)));
        Instant opening = Instant.parse("2026-03-02T17:00:00Z");
        assertThat(closedFor(gate, NEXT_MONTH.dueAt(opening.minusSeconds(1), Urgency.LOW), MONDAY))
                .isNull();
        assertThat(closedFor(gate, NEXT_MONTH.dueAt(opening, Urgency.LOW), MONDAY)).isNotNull();
        assertThat(closedFor(gate, NEXT_MONTH.dueAt(opening, Urgency.HIGH), MONDAY)).isNull();
    }
}
