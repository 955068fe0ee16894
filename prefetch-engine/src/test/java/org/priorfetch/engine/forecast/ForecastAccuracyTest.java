package org.priorfetch.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Once a fifth of an appointment is through, the time that is said to be left is on the median within 20 % of what it is. */
class ForecastAccuracyTest {

    private static final int DAYS = Integer.getInteger("days", 12);
    private static final int APPOINTMENTS = 50;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theTimeThatIsLeftIsOnTheMedianWithinAFifth(boolean withHistory) {
        List<SimulatedDay.Said> said = new ArrayList<>();
        for (int seed = 1; seed <= DAYS; seed++) {
            said.addAll(new SimulatedDay(seed, APPOINTMENTS, withHistory).run());
        }
        double[] errors = said.stream()
                .filter(one -> one.actual() >= 1)
                .mapToDouble(SimulatedDay.Said::error)
                .sorted()
                .toArray();
        System.out.printf(
                "%d appointments, history %s: error median %.1f %%, upper quartile %.1f %%, 9 of 10 %.1f %%%n",
                errors.length, withHistory, 100 * at(errors, 0.5), 100 * at(errors, 0.75), 100 * at(errors, 0.9));

        assertThat(errors).hasSizeGreaterThan(DAYS * APPOINTMENTS / 2);
        assertThat(at(errors, 0.5)).isLessThanOrEqualTo(0.2);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
