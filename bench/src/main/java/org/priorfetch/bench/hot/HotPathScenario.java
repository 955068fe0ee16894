package org.priorfetch.bench.hot;

import java.util.HashMap;
import java.util.Map;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The hot paths, measured.
 *
 * @param milliseconds by the name of the method
 */
public record HotPathScenario(Map<String, Double> milliseconds) {

    public HotPathScenario {
        milliseconds = Map.copyOf(milliseconds);
    }

    public static HotPathScenario measure() {
        try {
            Map<String, Double> milliseconds = new HashMap<>();
            for (RunResult result : new Runner(new OptionsBuilder().include(HotPaths.class.getName())
                    .verbosity(VerboseMode.SILENT)
                    .shouldFailOnError(true)
                    .build()).run()) {
                milliseconds.put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore());
            }
            return new HotPathScenario(milliseconds);
        } catch (RunnerException failure) {
            throw new IllegalStateException("the hot paths could not be measured", failure);
        }
    }

    /** Milliseconds of one of them. */
    public double of(String method) {
        return milliseconds.getOrDefault(method, Double.NaN);
    }
}
