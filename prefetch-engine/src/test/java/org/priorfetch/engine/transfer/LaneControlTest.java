package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many lanes are used after a while, and what that costs, with peers of different kinds. */
class LaneControlTest {

    private final List<Integer> used = new ArrayList<>();
    private double carried;

    private static double linear(int lanes) {
        return 100.0 * lanes;
    }

    private static double saturatesAtTwo(int lanes) {
        return 100.0 * Math.min(lanes, 2);
    }

    private static double collapsesAboveThree(int lanes) {
        return lanes <= 3 ? 100.0 * lanes : 60;
    }

    private LaneControl run(LaneControl control, IntToDoubleFunction source, int windows, Random noise) {
        used.clear();
        carried = 0;
        for (int window = 0; window < windows; window++) {
            used.add(control.lanes());
            double rate = source.applyAsDouble(control.lanes()) * (0.98 + 0.04 * noise.nextDouble());
            carried += rate;
            control.window(rate);
        }
        return control;
    }

    private double average() {
        return used.stream().mapToInt(Integer::intValue).average().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void allThatAreAllowedWhileEachCarriesMore(int most) {
        run(new LaneControl(most), LaneControlTest::linear, 300, new Random(1));
        assertThat(used).first().isEqualTo(most);
        assertThat(used).allSatisfy(lanes -> assertThat(lanes).isBetween(1, most));
        assertThat(carried).isGreaterThan(0.95 * 300 * linear(most));
    }

    @Test
    void noneIsGivenUpInAShortTransfer() {
        run(new LaneControl(4), LaneControlTest::linear, 4, new Random(1));
        assertThat(used).containsOnly(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noMoreThanTheSourceMakesUseOf(long seed) {
        LaneControl control = run(new LaneControl(6), LaneControlTest::saturatesAtTwo, 100, new Random(seed));
        run(control, LaneControlTest::saturatesAtTwo, 200, new Random(seed));
        assertThat(average()).isLessThan(3);
        assertThat(carried).isGreaterThan(0.93 * 200 * 200);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void fewerWhereMoreMakeItSlower(long seed) {
        LaneControl control = run(new LaneControl(4), LaneControlTest::collapsesAboveThree, 20, new Random(seed));
        run(control, LaneControlTest::collapsesAboveThree, 200, new Random(seed));
        assertThat(average()).isBetween(2.7, 3.3);
        assertThat(carried).isGreaterThan(0.93 * 200 * 300);
    }

    @Test
    void theyGrowAgainWhenTheSourceBearsMore() {
        LaneControl control = run(new LaneControl(4), LaneControlTest::saturatesAtTwo, 100, new Random(1));
        assertThat(control.lanes()).isLessThan(4);
        run(control, LaneControlTest::linear, 400, new Random(1));
        assertThat(used.subList(200, 400)).contains(4);
        assertThat(average()).isGreaterThan(3);
    }

    @Test
    void aRefusalTakesEffectAtOnceAndIsNotRepeatedSoon() {
        LaneControl control = new LaneControl(4);
        control.refused(2);
        assertThat(control.lanes()).isEqualTo(2);
        run(control, LaneControlTest::linear, 14, new Random(1));
        assertThat(used).allSatisfy(lanes -> assertThat(lanes).isLessThanOrEqualTo(2));
    }

    /** It refuses the third whenever it is tried: that costs ever less. */
    @Test
    void whatIsRefusedAgainIsTriedEverMoreSeldom() {
        LaneControl control = new LaneControl(4);
        List<Integer> refusals = new ArrayList<>();
        for (int window = 0; window < 2000; window++) {
            if (control.lanes() > 2) {
                refusals.add(window);
                control.refused(2);
            }
            control.window(linear(control.lanes()));
        }
        assertThat(refusals).hasSizeBetween(2, 12);
        assertThat(refusals.get(2) - refusals.get(1)).isGreaterThan(refusals.get(1) - refusals.get(0));
    }

    @Test
    void neverLessThanOne() {
        LaneControl control = new LaneControl(3);
        for (int times = 0; times < 10; times++) {
            control.outOfResources();
        }
        assertThat(control.lanes()).isOne();
        control.refused(0);
        assertThat(control.lanes()).isOne();
    }

    @Test
    void oneLessWhenItIsOutOfResources() {
        LaneControl control = new LaneControl(4);
        control.outOfResources();
        assertThat(control.lanes()).isEqualTo(3);
        run(control, LaneControlTest::linear, 400, new Random(1));
        assertThat(used).contains(4);
    }

    /** Whatever the peer does, and however the site changes its mind. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverMoreThanTheSiteAllows(long seed) {
        Random random = new Random(seed);
        int allowed = 1 + random.nextInt(8);
        LaneControl control = new LaneControl(allowed);
        for (int event = 0; event < 20_000; event++) {
            switch (random.nextInt(40)) {
                case 0 -> {
                    allowed = 1 + random.nextInt(8);
                    control.allow(allowed);
                }
                case 1 -> control.outOfResources();
                case 2 -> control.refused(random.nextInt(8));
                default -> control.window(linear(control.lanes()) * (0.8 + 0.4 * random.nextDouble()));
            }
            assertThat(control.lanes()).isBetween(1, allowed);
        }
    }
}
