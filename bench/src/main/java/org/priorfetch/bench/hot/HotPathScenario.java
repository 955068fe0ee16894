package org.priorfetch.bench.hot;

import java.util.HashMap;
import java.util.Map;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures the hot paths. */
public final class HotPathScenario {

    private HotPathScenario() {}

    /** Returns milliseconds by the name of the method. */
    public static Map<String, Double> milliseconds() {
        try {
            Map<String, Double> milliseconds = new HashMap<>();
            for (RunResult result : new Runner(new OptionsBuilder().include(HotPaths.class.getName())
                    .verbosity(VerboseMode.SILENT)
                    .shouldFailOnError(true)
                    .build()).run()) {
                milliseconds.put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore());
            }
            return milliseconds;
        } catch (RunnerException failure) {
            throw new IllegalStateException("the hot paths could not be measured", failure);
        }
    }
}
