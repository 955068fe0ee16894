package org.priorfetch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.priorfetch.bench.hot.HotPathScenario;

/**
 * Runs the scenarios that are named, or all of them, and prints what was measured. One that fails keeps none back. What a run of
 * all of them has measured is written into the page named by the property {@code bench.page}.
 */
public final class Bench {

    private final Table table = new Table();
    private final Map<String, Runnable> scenarios = new LinkedHashMap<>();

    private Bench(Path folder) {
        TransferScenarios transfers = new TransferScenarios(folder, table);
        HeapScenario heap = new HeapScenario(folder, table);
        scenarios.put("warm", transfers::warmUp);
        scenarios.put("ct", transfers::near);
        scenarios.put("ct-40", transfers::far);
        scenarios.put("web-40", () -> transfers.web(40));
        scenarios.put("web-100", () -> transfers.web(100));
        WindowScenario window = new WindowScenario(folder, table);
        scenarios.put("window-40", () -> window.far(40));
        scenarios.put("window-100", () -> window.far(100));
        scenarios.put("window-100-narrow", window::narrow);
        scenarios.put("narrow-ct", () -> transfers.narrow("CT", List.of(Study.CT)));
        scenarios.put("narrow-mixed", () -> transfers.narrow("mixed", Study.MIXED));
        scenarios.put("mixed-40", transfers::mixed);
        scenarios.put("cut", transfers::cut);
        scenarios.put("find", new QueryScenario(folder, table)::run);
        scenarios.put("large", () -> heap.run("one instance of 1 GB", Study.LARGE));
        scenarios.put("many", () -> heap.run("10,000 small instances", Study.MANY));
        scenarios.put("jmh", this::hotPaths);
        scenarios.put("curves", () -> curves(folder));
    }

    private void hotPaths() {
        String name = "hot paths";
        HotPathScenario hot = HotPathScenario.measure();
        table.fact(name, "an instance of 0.5 MB read, changed, passed on", "%.3f ms".formatted(hot.of("relayCopy")));
        table.fact(name, "QIDO-RS answer of 1,000 studies from loopback", "%.1f ms".formatted(hot.of("qidoAnswer")));
        table.fact(name, "relevance of 10,000 candidates", "%.1f ms".formatted(hot.of("relevance")));
        table.atMost(name, "plan of 2,000 appointments x 50 candidates", hot.of("plan"), 200, " ms");
        table.atMost(name, "snapshot of that", hot.of("snapshot"), 5, " ms");
    }

    private void curves(Path folder) {
        CostCurves curves = new CostCurves(folder);
        Map<String, List<CostCurves.Cost>> all = new LinkedHashMap<>();
        all.put("appointments, one small prior each", curves.byAppointments(1, 10, 100, 300, 1000));
        all.put("sources, 10 appointments", curves.bySources(1, 4, 16, 64));
        all.put("instances of one study", curves.byInstances(1, 10, 100, 1000, 3000, 10_000));
        all.forEach(this::curve);
        Chart.write(Path.of("target", "cost-curves.svg"), all);
    }

    private void curve(String name, List<CostCurves.Cost> costs) {
        costs.forEach(cost -> table.fact(name, String.valueOf(cost.size()),
                "%.2f s, processor %.2f s, heap %.1f MB kept and %.0f MB at the peak, database %.2f MB, %.2f MB at the end"
                        .formatted(cost.seconds(), cost.processor(), cost.heap(), cost.peak(), cost.database(),
                                cost.left())));
    }

    public static void main(String... names) throws IOException {
        Locale.setDefault(Locale.ROOT);
        Path folder = Files.createTempDirectory("bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leaveNothing(folder)));
        Bench bench = new Bench(folder);
        bench.run(List.of(names));
        String page = System.getProperty("bench.page", "");
        if (names.length == 0 && !page.isEmpty()) {
            new Page(Path.of(page)).replace(bench.table.lines());
        }
    }

    /** Also when it is broken off: neither archives that run on, nor gigabytes of images. */
    private static void leaveNothing(Path folder) {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException inUse) {
            System.err.println("Left behind: " + folder);
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
