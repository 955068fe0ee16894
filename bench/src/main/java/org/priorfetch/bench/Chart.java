package org.priorfetch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.priorfetch.bench.CostCurves.Cost;

/** Draws cost curves side by side, both axes logarithmic: what grows in step with the size rises by 45 degrees. */
final class Chart {

    private static final int DECADE = 50;
    private static final int DECADES = 4;
    private static final int LEFT = 55;
    private static final int TOP = 40;
    private static final int PANEL = LEFT + DECADES * DECADE + 25;

    /** From 0.01 up. */
    private static final int LOWEST = -2;

    private static final int RISE = 6;

    /** One line of each panel. */
    private record Series(String name, String colour, ToDoubleFunction<Cost> value) {}

    private static final List<Series> ALL = List.of(new Series("seconds", "#0b6bcb", Cost::seconds),
            new Series("processor, s", "#c2410c", Cost::processor), new Series("heap kept, MB", "#15803d", Cost::heap),
            new Series("database while it ran, MB", "#7c3aed", Cost::database));

    private final StringBuilder svg = new StringBuilder();

    private Chart() {}

    /** Writes the curves, by what grows. */
    static void write(Path file, Map<String, List<Cost>> curves) {
        Chart chart = new Chart();
        int bottom = TOP + RISE * DECADE;
        chart.svg.append(
                ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" "
                        + "font-size=\"11\"><rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n")
                        .formatted(PANEL * curves.size(), bottom + 50));
        int left = LEFT;
        for (Map.Entry<String, List<Cost>> curve : curves.entrySet()) {
            chart.panel(left, curve.getKey(), curve.getValue());
            left += PANEL;
        }
        left = LEFT;
        for (Series series : ALL) {
            chart.text(left, bottom + 40, "start", series.colour(), series.name());
            left += 160;
        }
        chart.svg.append("</svg>\n");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, chart.svg);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void panel(int left, String title, List<Cost> costs) {
        int bottom = TOP + RISE * DECADE;
        int right = left + DECADES * DECADE;
        text(left, TOP - 15, "start", "black", title);
        for (int decade = 0; decade <= DECADES; decade++) {
            line(left + decade * DECADE, TOP, left + decade * DECADE, bottom);
            text(left + decade * DECADE, bottom + 15, "middle", "#555", "%.0f".formatted(Math.pow(10, decade)));
        }
        for (int decade = 0; decade <= RISE; decade++) {
            line(left, bottom - decade * DECADE, right, bottom - decade * DECADE);
            text(left - 5, bottom - decade * DECADE + 4, "end", "#555", "%s".formatted(plain(decade + LOWEST)));
        }
        ALL.forEach(series -> svg.append("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>%n"
                .formatted(series.colour(), costs.stream()
                        .map(cost -> "%.1f,%.1f".formatted(left + DECADE * Math.log10(cost.size()),
                                bottom - DECADE * (Math.log10(Math.max(0.01, series.value().applyAsDouble(cost)))
                                        - LOWEST)))
                        .collect(Collectors.joining(" ")))));
    }

    private static String plain(int exponent) {
        return exponent < 0 ? "0." + "0".repeat(-exponent - 1) + "1" : "1" + "0".repeat(exponent);
    }

    private void line(int fromX, int fromY, int toX, int toY) {
        svg.append("<path d=\"M%d %dL%d %d\" stroke=\"#ddd\"/>%n".formatted(fromX, fromY, toX, toY));
    }

    private void text(int x, int y, String anchor, String colour, String text) {
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n"
                .formatted(x, y, anchor, colour, text));
    }
}
