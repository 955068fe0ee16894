package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.RetrieveWay;

class WayChooserTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final int LARGE = WayChooser.SMALL_STUDY + 1;

    private final WayChooser chooser = new WayChooser(List.of(RetrieveWay.GET, RetrieveWay.MOVE, RetrieveWay.WADO));

    private RetrieveWay taken(int instances, boolean pressing) {
        return chooser.choose(instances, pressing, NOW).way();
    }

    private void measured(RetrieveWay way, double instancesPerSecond) {
        for (int i = 0; i < WayChooser.MEASURED_REQUESTS; i++) {
            chooser.measured(way, 100, 0, Duration.ofMillis(Math.round(100_000 / instancesPerSecond)), NOW);
        }
    }

    @Test
    void theFirstIsTakenWhileNothingIsKnownAndTheOthersAreBehindIt() {
        WayChooser.Choice choice = chooser.choose(10, false, NOW);
        assertThat(choice.order()).containsExactly(RetrieveWay.GET, RetrieveWay.MOVE, RetrieveWay.WADO);
        assertThat(choice.why().text()).startsWith("C-GET: the first of the ways");
    }

    @ParameterizedTest(name = "{0} instances, pressing {1}: tried {2}")
    @CsvSource({"10, false, true", "60, false, true", "61, false, false", "-1, false, false", "10, true, false"})
    void anotherIsTriedOnlyWithASmallStudyThatNobodyWaitsFor(int instances, boolean pressing, boolean tried) {
        measured(RetrieveWay.GET, 10);
        WayChooser.Choice choice = chooser.choose(instances, pressing, NOW);
        assertThat(choice.trial()).isEqualTo(tried);
        assertThat(choice.way()).isEqualTo(tried ? RetrieveWay.MOVE : RetrieveWay.GET);
    }

    @Test
    void nothingIsTriedBeforeWhatIsTakenIsKnown() {
        assertThat(IntStream.range(0, 50).mapToObj(_ -> chooser.choose(5, false, NOW))).noneMatch(
                WayChooser.Choice::trial);
    }

    @Test
    void oneAfterTheOtherIsTriedAndThenSeldom() {
        measured(RetrieveWay.GET, 10);
        assertThat(taken(5, false)).isEqualTo(RetrieveWay.MOVE);
        measured(RetrieveWay.MOVE, 9);
        assertThat(taken(5, false)).isEqualTo(RetrieveWay.WADO);
        measured(RetrieveWay.WADO, 8);
        long trials = IntStream.range(0, 210).filter(_ -> chooser.choose(5, false, NOW).trial()).count();
        assertThat(trials).isEqualTo(10);
    }

    @ParameterizedTest(name = "{0} against 10 a second: {1}")
    @CsvSource({"9, GET", "10, GET", "12, GET", "13, MOVE", "100, MOVE"})
    void onlyWhatIsClearlyFasterTakesOver(double rate, RetrieveWay expected) {
        measured(RetrieveWay.GET, 10);
        measured(RetrieveWay.MOVE, rate);
        assertThat(taken(LARGE, false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void twoThatAreEquallyFastAreNotChangedAllTheTime(long seed) {
        Random random = new Random(seed);
        RetrieveWay before = taken(LARGE, true);
        int changes = 0;
        for (int i = 0; i < 500; i++) {
            chooser.measured(RetrieveWay.GET, 50, 0, Duration.ofMillis(4_600 + random.nextInt(800)), NOW);
            chooser.measured(RetrieveWay.MOVE, 50, 0, Duration.ofMillis(4_600 + random.nextInt(800)), NOW);
            RetrieveWay now = taken(LARGE, true);
            changes += now == before ? 0 : 1;
            before = now;
        }
        assertThat(changes).isZero();
    }

    @Test
    void largeImagesDoNotMakeAWaySlow() {
        for (int i = 0; i < WayChooser.MEASURED_REQUESTS; i++) {
            chooser.measured(RetrieveWay.GET, 2, 50_000_000, Duration.ofSeconds(10), NOW);
            chooser.measured(RetrieveWay.MOVE, 50, 5_000_000, Duration.ofSeconds(5), NOW);
        }
        assertThat(taken(LARGE, false)).isEqualTo(RetrieveWay.GET);
    }

    @Test
    void whatIsNotOfferedIsLeftOutForADay() {
        chooser.notOffered(RetrieveWay.GET, NOW);
        WayChooser.Choice choice = chooser.choose(LARGE, true, NOW);
        assertThat(choice.order()).containsExactly(RetrieveWay.MOVE, RetrieveWay.WADO);
        assertThat(choice.why().text()).isEqualTo("C-MOVE: the archive does not offer C-GET");
        assertThat(chooser.choose(LARGE, true, NOW.plus(WayChooser.NOT_OFFERED)).order()).hasSize(3);
    }

    @Test
    void whatFailedRestsForHalfAnHour() {
        chooser.failed(RetrieveWay.GET, NOW);
        WayChooser.Choice choice = chooser.choose(LARGE, true, NOW);
        assertThat(choice.way()).isEqualTo(RetrieveWay.MOVE);
        assertThat(choice.why().text()).isEqualTo("C-MOVE: C-GET failed a short time ago");
        assertThat(chooser.choose(LARGE, true, NOW.plus(WayChooser.FAILED_LATELY)).order()).contains(RetrieveWay.GET);
    }

    @Test
    void whereNothingWorksTheUsualIsTriedAgain() {
        List.of(RetrieveWay.values()).forEach(way -> chooser.failed(way, NOW));
        assertThat(taken(LARGE, true)).isEqualTo(RetrieveWay.GET);
    }

    @Test
    void saysHowMuchFaster() {
        measured(RetrieveWay.GET, 10);
        measured(RetrieveWay.WADO, 38);
        assertThat(chooser.choose(LARGE, true, NOW).why().text())
                .isEqualTo("WADO-RS: measured 3.8 times as fast as C-GET");
    }

    @Test
    void goesOnFromWhatWasMeasuredBefore() {
        measured(RetrieveWay.GET, 10);
        measured(RetrieveWay.MOVE, 20);
        WayChooser later = new WayChooser(List.of(RetrieveWay.GET, RetrieveWay.MOVE));
        assertThat(later.choose(LARGE, false, NOW).way()).isEqualTo(RetrieveWay.GET);

        later.recall(chooser.rates());
        assertThat(later.choose(LARGE, false, NOW).way()).isEqualTo(RetrieveWay.MOVE);
        assertThat(later.now().text()).isEqualTo(chooser.now().text());
        assertThat(later.choose(5, false, NOW).trial()).as("both are known").isFalse();
    }

    @Test
    void remembersNothingOfWaysThatAreNotThereAnyMore() {
        measured(RetrieveWay.GET, 10);
        measured(RetrieveWay.WADO, 90);
        WayChooser later = new WayChooser(List.of(RetrieveWay.GET, RetrieveWay.MOVE));
        later.recall(chooser.rates());
        assertThat(later.rates()).containsOnlyKeys(RetrieveWay.GET);
        assertThat(later.choose(LARGE, false, NOW).order()).doesNotContain(RetrieveWay.WADO);
    }
}
