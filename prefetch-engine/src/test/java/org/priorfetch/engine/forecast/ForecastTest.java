package org.priorfetch.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.HoursWindow;
import org.priorfetch.engine.model.SourceRoom;

class ForecastTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Pace PACE = new Pace(1, 0.1, 1e-6);

    @Test
    void whatRunsSideBySideSharesTheSourceAndWhatWaitsFollowsInItsOrder() {
        Map<Long, Instant> ends = ends(2, work(1, 10, true), work(2, 30, true), work(3, 10, false),
                work(4, 10, false));

        assertThat(ends).containsEntry(1L, after(20))
                .containsEntry(3L, after(40))
                .containsEntry(2L, after(60))
                .containsEntry(4L, after(60));
    }

    @Test
    void theFirstHasTheLanesThatItHasWorkForAndTheNextThoseThatAreLeft() {
        SourceRoom lanes = new SourceRoom(4, 4, 2, 4);
        assertThat(ends(lanes, work(1, 10, true), work(2, 30, true), work(3, 10, false)))
                .containsEntry(1L, after(10))
                .containsEntry(2L, after(40))
                .containsEntry(3L, after(50));
    }

    @Test
    void theOrderDecidesWhoIsFirstNotWhoHasBegun() {
        SourceRoom lanes = new SourceRoom(4, 4, 2, 4);
        assertThat(ends(lanes, work(2, 30, false), work(1, 10, true))).containsEntry(2L, after(30))
                .containsEntry(1L, after(40));
    }

    @Test
    void whatIsSilentIsExpectedToBeSoForAsLongAgain() {
        Line silent = new Line(PACE, null, new SourceRoom(1, 1, 1, 1), Duration.ofSeconds(40), from -> from);
        assertThat(Forecast.ends(List.of(work(1, 10, true), work(2, 10, false)), Map.of("a", silent), NOW))
                .containsExactlyInAnyOrderEntriesOf(Map.of(1L, after(50), 2L, after(60)));
    }

    /** One image each, of which one alone would leave three lanes without work. */
    @Test
    void moreRunSideBySideWhereLanesAreLeft() {
        Work[] single = new Work[6];
        for (int i = 0; i < single.length; i++) {
            single[i] = new Work(i + 1, "a", new Amount(0, 1, 900_000), false, NOW, true);
        }
        assertThat(ends(new SourceRoom(4, 4, 2, 4), single)).containsEntry(1L, after(4))
                .containsEntry(4L, after(4))
                .containsEntry(5L, after(6))
                .containsEntry(6L, after(6));
        assertThat(ends(new SourceRoom(2, 2, 2, 4), single)).containsEntry(1L, after(2)).containsEntry(6L, after(6));
        assertThat(ends(SourceRoom.ONE, single)).containsEntry(1L, after(1)).containsEntry(6L, after(6));
    }

    @Test
    void whatOnlyWaitsForThePacsTakesNobodysPlace() {
        Work proved = new Work(1, "a", Amount.NONE, true, NOW, true);
        assertThat(ends(SourceRoom.ONE, work(2, 30, true), proved, work(3, 5, false))).containsEntry(1L, NOW)
                .containsEntry(3L, after(35));
    }

    private static Map<Long, Instant> ends(SourceRoom room, Work... queue) {
        return Forecast.ends(List.of(queue), Map.of("a", new Line(PACE, null, room, Duration.ZERO, from -> from)), NOW);
    }

    @Test
    void oneAtATimeComesOneAfterTheOther() {
        assertThat(ends(1, work(7, 5, false), work(3, 5, false))).containsEntry(7L, after(5))
                .containsEntry(3L, after(10));
    }

    @Test
    void otherSourcesAreNotWaitedFor() {
        Map<Long, Instant> ends = Forecast.ends(
                List.of(work(1, 60, false), new Work(2, "b", seconds(5), false, NOW, true),
                        new Work(3, "unknown", seconds(5), false, NOW, true)),
                Map.of("a", line(1, from -> from), "b", line(1, from -> from)), NOW);

        assertThat(ends).containsOnly(Map.entry(1L, after(60)), Map.entry(2L, after(5)));
    }

    @Test
    void whatMayNotBeginYetLetsOthersPast() {
        Work later = new Work(1, "a", seconds(10), false, after(15), true);

        assertThat(ends(1, later, work(2, 20, false), work(3, 10, false))).containsEntry(2L, after(20))
                .containsEntry(1L, after(30))
                .containsEntry(3L, after(40));
    }

    @Test
    void anEmptySourceWaitsForWhatComesLater() {
        assertThat(ends(2, new Work(1, "a", seconds(10), false, after(100), true))).containsEntry(1L, after(110));
    }

    @Test
    void keepsToTheHoursOfTheSource() {
        HoursWindow hours = new HoursWindow(java.time.LocalTime.of(7, 0), java.time.LocalTime.of(8, 1));
        UnaryOperator<Instant> opening = from -> hours
                .nextOpening(from, ZoneOffset.UTC);
        Work bound = new Work(2, "a", seconds(10), false, NOW, false);

        Map<Long, Instant> ends = Forecast.ends(List.of(work(1, 90, false), bound, work(3, 10, false)),
                Map.of("a", line(1, opening)), NOW);

        assertThat(ends).containsEntry(1L, after(90))
                .containsEntry(3L, after(100))
                .containsEntry(2L, Instant.parse("2026-03-03T07:00:10Z"));
    }

    @Test
    void nothingIsSaidOfWhatIsTooFarAhead() {
        assertThat(ends(1, new Work(1, "a", seconds(10), false, Instant.MAX, true))).isEmpty();
    }

    @Test
    void thousandsAreForetoldAtOnce() {
        List<Work> all = new java.util.ArrayList<>();
        for (long id = 1; id <= 10_000; id++) {
            all.add(work(id, 3, false));
        }

        Map<Long, Instant> ends = Forecast.ends(all, Map.of("a", line(2, from -> from)), NOW);

        assertThat(ends).hasSize(10_000).containsEntry(10_000L, after(30_000));
    }

    private static Map<Long, Instant> ends(int sideBySide, Work... queue) {
        return Forecast.ends(List.of(queue), Map.of("a", line(sideBySide, from -> from)), NOW);
    }

    private static Line line(int sideBySide, UnaryOperator<Instant> opening) {
        return new Line(PACE, null, new SourceRoom(sideBySide, 1, sideBySide, sideBySide),
                Duration.ZERO, opening);
    }

    private static Work work(long id, double seconds, boolean underWay) {
        return new Work(id, "a", seconds(seconds), underWay, NOW, true);
    }

    private static Amount seconds(double seconds) {
        return new Amount(0, 10 * seconds / 2, 1e6 * seconds / 2);
    }

    private static Instant after(long seconds) {
        return NOW.plusSeconds(seconds);
    }
}
