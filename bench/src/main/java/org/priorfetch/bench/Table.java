package org.priorfetch.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Prints rows of a Markdown table, and keeps them: what was measured, and which bar it reaches. */
final class Table {

    /** Runs that take longer than this are not repeated. */
    private static final double LONG_SECONDS = 30;

    private static final int RUNS = 3;

    private final List<String> lines = new ArrayList<>();

    void begin() {
        print(machine());
        print("");
        print("| scenario | what | measured | wanted | |");
        print("|---|---|---|---|---|");
    }

    void end() {
        print("");
        print(machine());
    }

    private void print(String line) {
        System.out.println(line);
        lines.add(line);
    }

    /** All that was printed. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Figures that were taken while others used the machine say little. */
    private static String machine() {
        return String.format("%s, load %.1f on %d cores, %s, JDK %s",
                LocalDateTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"), Runtime.version().feature());
    }

    /** The median of three runs, or the one run where it takes long. Prints a row, and returns it. */
    double seconds(String scenario, String who, DoubleSupplier run) {
        double first = run.getAsDouble();
        double[] all = {first};
        if (first < LONG_SECONDS) {
            all = new double[RUNS];
            Arrays.setAll(all, index -> index == 0 ? first : run.getAsDouble());
            Arrays.sort(all);
        }
        String each = all.length == 1 ? " (one run)"
                : String.format(" (%.2f to %.2f)", all[0], all[all.length - 1]);
        fact(scenario, who, String.format("%.2f s%s", all[all.length / 2], each));
        return all[all.length / 2];
    }

    /** One run only. */
    double once(String scenario, String who, DoubleSupplier run) {
        double seconds = run.getAsDouble();
        fact(scenario, who, String.format("%.2f s (one run)", seconds));
        return seconds;
    }

    void fact(String scenario, String what, String measured) {
        row(scenario, what, measured, "", "");
    }

    void atLeast(String scenario, String what, double measured, double wanted, String unit) {
        bar(scenario, what, measured, "at least", wanted, unit, measured >= wanted);
    }

    void atMost(String scenario, String what, double measured, double wanted, String unit) {
        bar(scenario, what, measured, "at most", wanted, unit, measured <= wanted);
    }

    private void bar(String scenario, String what, double measured, String direction, double wanted, String unit,
            boolean met) {
        row(scenario, "**" + what + "**", String.format("%.2f%s", measured, unit),
                String.format("%s %s%s", direction, plain(wanted), unit), met ? "met" : "**not met**");
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private void row(String... cells) {
        print("| " + String.join(" | ", cells) + " |");
    }
}
