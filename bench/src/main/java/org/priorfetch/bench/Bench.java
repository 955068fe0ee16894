package org.priorfetch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs the scenarios that are named, or all of them, and prints what was measured. One that fails keeps none back. */
public final class Bench {

    private final Table table = new Table();
    private final Map<String, Runnable> scenarios = new LinkedHashMap<>();

    private Bench(Path folder) {
        TransferScenarios transfers = new TransferScenarios(folder, table);
        HeapScenario heap = new HeapScenario(folder, table);
        scenarios.put("ct", transfers::near);
        scenarios.put("ct-40", transfers::far);
        scenarios.put("web-40", () -> transfers.web(40));
        scenarios.put("web-100", () -> transfers.web(100));
        scenarios.put("narrow-ct", () -> transfers.narrow("CT", List.of(Study.CT)));
        scenarios.put("narrow-mixed", () -> transfers.narrow("mixed", Study.MIXED));
        scenarios.put("mixed-40", transfers::mixed);
        scenarios.put("cut", transfers::cut);
        scenarios.put("find", new QueryScenario(folder, table)::run);
        scenarios.put("large", () -> heap.run("one instance of 1 GB", Study.LARGE));
        scenarios.put("many", () -> heap.run("10,000 small instances", Study.MANY));
    }

    public static void main(String... names) throws IOException {
        Path folder = Files.createTempDirectory("bench");
        try {
            new Bench(folder).run(List.of(names));
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private void run(List<String> names) {
        table.begin();
        scenarios.forEach((name, scenario) -> {
            if (names.isEmpty() || names.contains(name)) {
                run(name, scenario);
            }
        });
        table.end();
    }

    private void run(String name, Runnable scenario) {
        try {
            scenario.run();
        } catch (RuntimeException failure) {
            table.fact(name, "**failed**", String.valueOf(failure.getMessage()).replace('\n', ' ').replace('|', '/'));
        }
    }
}
