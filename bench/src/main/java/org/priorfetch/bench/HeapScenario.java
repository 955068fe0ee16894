package org.priorfetch.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The largest and the most numerous images, in a small heap. Java is started as for the delivered program, by the options of
 * the file named in the property {@code bench.options}, since what it compiles costs as much as what it carries.
 */
final class HeapScenario {

    private static final int ASSOCIATIONS = 4;
    private static final String OPTIONS = System.getProperty("bench.options", "");
    private static final Pattern DONE = Pattern.compile("open ([\\d.]+).*done ([\\d.]+) ([\\d.]+)", Pattern.DOTALL);

    private final Path folder;
    private final Table table;
    private final Ours ours;
    private final Peers peers;

    HeapScenario(Path folder, Table table) {
        this.folder = folder;
        this.table = table;
        ours = new Ours(folder);
        peers = new Peers(folder);
    }

    void run(String name, Study study) {
        try (Lab lab = new Lab(Lab.Net.COUNTED, folder, List.of(study))) {
            double own = lab.with(ends -> relay(name, ends, study));
            double tools = lab.with(ends -> tools(name, ends, study));
            table.atMost(name, "processor time of getscu + storescu, once the program is open", own / tools, 2, " x");
        }
    }

    /** Returns the processor time from when the program was open. */
    private double relay(String name, Lab.Ends ends, Study study) {
        Path home = ours.home(Ours.dimse(ends, ASSOCIATIONS), ends);
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        if (!OPTIONS.isEmpty()) {
            command.add("@" + OPTIONS);
        }
        command.addAll(List.of("-Xmx64m", "-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path"),
                RelayChild.class.getName(), home.toString(), study.uid()));
        Command.Outcome outcome = Command.run(command);
        Matcher done = DONE.matcher(outcome.output());
        if (!done.find()) {
            table.fact(name, "PriorFetch in a heap of 64 MB", "failed: " + cause(outcome.output()));
            return Double.POSITIVE_INFINITY;
        }
        double start = Double.parseDouble(done.group(1));
        double work = Double.parseDouble(done.group(3)) - start;
        table.fact(name, "PriorFetch in a heap of 64 MB", "%s s, %.1f s of processor time, and %.1f s to start"
                .formatted(done.group(2), work, start));
        return work;
    }

    /** Over lines that acknowledge at once: else ten thousand images would each wait 45 ms, which takes no processor. */
    private double tools(String name, Lab.Ends ends, Study study) {
        Path into = peers.into();
        long begun = System.nanoTime();
        double get = peers.get(ends, study, into).orFail().processor();
        double store = peers.store(ends.lines().getLast().port(), into).orFail().processor();
        table.fact(name, "getscu + storescu, nothing delayed", "%.2f s, %.1f + %.1f s of processor time"
                .formatted((System.nanoTime() - begun) / 1e9, get, store));
        return get + store;
    }

    private static String cause(String output) {
        return output.lines()
                .filter(line -> line.contains("Exception") || line.contains("Error"))
                .findFirst()
                .orElse("without saying why");
    }
}
