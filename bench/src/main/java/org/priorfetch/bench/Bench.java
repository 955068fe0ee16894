package org.priorfetch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Runs the scenarios that are named, or all of them, and prints a table row for each. */
public final class Bench {

    private static final int RUNS = 3;
    private static final int ASSOCIATIONS = 4;

    private final Path folder;
    private final Ours ours;
    private final Peers peers;
    private final Map<String, Runnable> scenarios = new LinkedHashMap<>();

    private Bench(Path folder) {
        this.folder = folder;
        ours = new Ours(folder);
        peers = new Peers(folder);
        scenarios.put("ct", () -> ct(Duration.ZERO));
        scenarios.put("ct-40", () -> ct(Duration.ofMillis(40)));
        scenarios.put("mixed-40", this::mixed);
        new Windows(folder, ours).to(scenarios);
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
        System.out.println("| scenario | who | seconds, median of " + RUNS + " | times ours |");
        System.out.println("|---|---|---|---|");
        scenarios.forEach((name, scenario) -> {
            if (names.isEmpty() || names.contains(name)) {
                scenario.run();
            }
        });
    }

    private void ct(Duration roundTrip) {
        List<Study> studies = List.of(Study.CT);
        String name = "CT, 300 images, 157 MB, round trip " + roundTrip.toMillis() + " ms";
        try (Lab lab = new Lab(roundTrip, null, folder, studies)) {
            double reference = row(name, "PriorFetch, 4 associations", 0,
                    () -> lab.with(ends -> ours.fetch(ends, ASSOCIATIONS, studies)));
            row(name, "PriorFetch, DICOMweb, 4 requests", reference,
                    () -> lab.with(ends -> ours.fetchByWeb(ends, ASSOCIATIONS, studies)));
            row(name, "PriorFetch, 1 association", reference, () -> lab.with(ends -> ours.fetch(ends, 1, studies)));
            row(name, "C-MOVE", reference, () -> lab.with(ends -> peers.move(ends, 1, studies)));
            row(name, "getscu + storescu", reference, () -> lab.with(ends -> peers.getAndStore(ends, Study.CT)));
        }
    }

    private void mixed() {
        String name = "6 studies, 510 images, 405 MB, round trip 40 ms";
        try (Lab lab = new Lab(Duration.ofMillis(40), null, folder, Study.MIXED)) {
            double reference = row(name, "PriorFetch, 4 associations", 0,
                    () -> lab.with(ends -> ours.fetch(ends, ASSOCIATIONS, Study.MIXED)));
            row(name, "PriorFetch, DICOMweb, 4 requests", reference,
                    () -> lab.with(ends -> ours.fetchByWeb(ends, ASSOCIATIONS, Study.MIXED)));
            row(name, "C-MOVE, 4 studies side by side", reference,
                    () -> lab.with(ends -> peers.move(ends, ASSOCIATIONS, Study.MIXED)));
        }
    }

    interface Run {
        double seconds();
    }

    /** Returns the median. */
    static double row(String scenario, String who, double reference, Run run) {
        double[] seconds = Stream.generate(run::seconds)
                .limit(RUNS)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double median = seconds[RUNS / 2];
        System.out.printf(Locale.ROOT, "| %s | %s | %.2f %s | %s |%n", scenario, who, median, Arrays.toString(seconds),
                reference == 0 ? "" : String.format(Locale.ROOT, "%.1f", median / reference));
        return median;
    }
}
