package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.runtime.RuntimeExamples.NOW;
import static org.priorfetch.engine.runtime.RuntimeExamples.appointment;
import static org.priorfetch.engine.runtime.RuntimeExamples.asked;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.Appointment;

/** The appointment begins an hour after it was first searched for. */
class LastSearchTest {

    private static final Duration MOMENT = Duration.ofMillis(1);

    private static LastSearch search(boolean failed, String... notAsked) {
        return new LastSearch(NOW, NOW, failed, Set.of(notAsked));
    }

    private static boolean isDue(LastSearch search, Appointment appointment, Duration later, String... resting) {
        return search.isDueAgain(appointment, NOW.plus(later), Set.of(resting));
    }

    @Test
    void whatEverybodyHasAnsweredIsAskedAgainInAQuarterOfAnHour() {
        assertThat(isDue(search(false), asked("A1"), Duration.ofMinutes(15))).isFalse();
        assertThat(isDue(search(false), asked("A1"), Duration.ofMinutes(15).plus(MOMENT))).isTrue();
    }

    @Test
    void aChangedAppointmentIsDueAtOnce() {
        Appointment changed = appointment("A1").changedTo(appointment("A1").item(), NOW.plusSeconds(1));

        assertThat(search(false).isOf(changed)).isFalse();
        assertThat(isDue(search(false), changed, Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void whoDidNotAnswerIsAskedAgainInAMinuteUnlessAllOfThemRest() {
        Appointment open = asked("A1", "regional", "university");

        assertThat(isDue(search(false), open, Duration.ofSeconds(60))).isFalse();
        assertThat(isDue(search(false), open, Duration.ofSeconds(61), "regional")).isTrue();
        assertThat(isDue(search(false), open, Duration.ofSeconds(61), "regional", "university")).isFalse();
    }

    @Test
    void whoWasLeftOutOnPurposeIsNotWaitedFor() {
        assertThat(isDue(search(false, "regional"), asked("A1", "regional"), Duration.ofSeconds(61))).isFalse();
    }

    @Test
    void aSearchThatEndedInADefectIsTriedAgainInAMinute() {
        assertThat(isDue(search(true), asked("A1"), Duration.ofSeconds(60))).isFalse();
        assertThat(isDue(search(true), asked("A1"), Duration.ofSeconds(61))).isTrue();
    }

    /** The search ended so many hours after the beginning; the next is due when half the time since the beginning has passed. */
    @ParameterizedTest
    @CsvSource({"1, 121, true", "1, 119, false", "10, 1201, true", "10, 1199, false"})
    void onceItHasBegunItIsAskedForEverMoreRarely(int hours, int minutesAfterTheBeginning, boolean due) {
        Instant beginning = NOW.plus(Duration.ofHours(1));
        LastSearch search = new LastSearch(NOW, beginning.plus(Duration.ofHours(hours)), false, Set.of());

        assertThat(search.isDueAgain(asked("A1"), beginning.plus(Duration.ofMinutes(minutesAfterTheBeginning)),
                Set.of())).isEqualTo(due);
    }

    @Test
    void everybodyHasAnsweredOnlyWithoutSilenceOrDefect() {
        assertThat(search(false).isAnswered(asked("A1"))).isTrue();
        assertThat(search(true).isAnswered(asked("A1"))).isFalse();
        assertThat(search(false).isAnswered(asked("A1", "regional"))).isFalse();
    }
}
