package org.priorfetch.engine.diagnosis;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerMeasures;
import org.priorfetch.engine.model.PeerMeasures.Carried;
import org.priorfetch.engine.model.PeerMeasures.Ping;

/** Draws the way of a study as a chain, its narrowest place pinched and named, and a bar of what the time goes into. */
final class ChainDrawing {

    private static final int WIDTH = 720;
    private static final int BOX = 130;
    private static final int TOP = 46;
    private static final int HEIGHT = 64;
    private static final int MIDDLE = TOP + HEIGHT / 2;
    private static final int BAR_TOP = 200;
    /** Of line and limit only one is told. */
    private static final int LEGENDS = 4;
    private static final double LEAST_SHARE = 0.004;

    private final Locale locale;
    private final Figures figures;
    private final StringBuilder svg = new StringBuilder();

    ChainDrawing(Locale locale) {
        this.locale = locale;
        this.figures = new Figures(locale);
    }

    String of(Bottleneck found, PeerMeasures source, @Nullable PeerMeasures pacs) {
        svg.append("<svg viewBox=\"0 0 720 300\" role=\"img\" aria-label=\"");
        svg.append(BottleneckPage.escaped(found.advice().text(locale))).append("\">\n").append(PATTERNS);
        int us = (WIDTH - BOX) / 2;
        box(0, source.name(), part(Part.ARCHIVE, found), found.narrowest() == Part.ARCHIVE);
        box(us, "PriorFetch", "", false);
        box(WIDTH - BOX, "PACS", part(Part.PACS, found), found.narrowest() == Part.PACS);
        boolean pinched = found.narrowest() != Part.ARCHIVE && found.narrowest() != Part.PACS;
        line(BOX, us, roundTrip(source), down(source), pinched);
        line(us + BOX, WIDTH - BOX, pacs == null ? "" : roundTrip(pacs), pacs == null ? "" : up(pacs), false);
        place(found, us);
        bar(found);
        return svg.append("</svg>\n").toString();
    }

    private static final String PATTERNS = """
            <defs>
            <pattern id="roundTrips" width="7" height="7" patternUnits="userSpaceOnUse">\
            <path d="M0 7L7 0" stroke="#16222e" stroke-width="1.6"/></pattern>
            <pattern id="line" width="6" height="6" patternUnits="userSpaceOnUse">\
            <path d="M0 3H6" stroke="#16222e" stroke-width="1.6"/></pattern>
            <pattern id="limit" width="8" height="8" patternUnits="userSpaceOnUse">\
            <path d="M0 4H8M4 0V8" stroke="#16222e" stroke-width="1.2"/></pattern>
            <pattern id="archive" width="7" height="7" patternUnits="userSpaceOnUse">\
            <circle cx="3.5" cy="3.5" r="1.5" fill="#16222e"/></pattern>
            <pattern id="pacs" width="6" height="6" patternUnits="userSpaceOnUse">\
            <path d="M3 0V6" stroke="#16222e" stroke-width="1.6"/></pattern>
            </defs>
            """;

    private String part(Part part, Bottleneck found) {
        double seconds = found.seconds().getOrDefault(part, 0.0);
        return seconds == 0 ? "" : figures.seconds(seconds);
    }

    private String roundTrip(PeerMeasures peer) {
        Ping ping = peer.roundTrip();
        return ping == null ? "" : text("measure.page.roundTrip", figures.millis(ping.medianMillis()));
    }

    private String down(PeerMeasures source) {
        Carried down = source.down();
        return down == null ? "" : figures.rate(down.limited() ? down.bytesPerSecond() : down.lineBytesPerSecond());
    }

    private String up(PeerMeasures pacs) {
        Carried up = pacs.up();
        return up == null ? "" : figures.rate(up.bytesPerSecond());
    }

    private void box(int x, String name, String figure, boolean narrowest) {
        svg.append(String.format(Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#f2f5f8\" stroke=\"#16222e\""
                        + " stroke-width=\"%d\"%s/>%n",
                x + 2, TOP, BOX - 4, HEIGHT, narrowest ? 4 : 1, narrowest ? " stroke-dasharray=\"9 4\"" : ""));
        label(x + BOX / 2, MIDDLE - (figure.isEmpty() ? -5 : 4), shortened(name), "bold");
        label(x + BOX / 2, MIDDLE + 16, figure, "normal");
    }

    private static String shortened(String name) {
        int longest = 16;
        return name.length() > longest ? name.substring(0, longest - 1) + "…" : name;
    }

    private void line(int from, int to, String above, String below, boolean narrowest) {
        int middle = (from + to) / 2;
        int wide = 16;
        int slim = narrowest ? 3 : wide;
        svg.append(String.format(Locale.ROOT,
                "<path d=\"M%d %dL%d %dL%d %dV%dL%d %dL%d %dZ\" fill=\"#dbe4ec\" stroke=\"#16222e\" stroke-width=\"1\"/>%n",
                from, MIDDLE - wide, middle, MIDDLE - slim, to, MIDDLE - wide, MIDDLE + wide, middle, MIDDLE + slim,
                from, MIDDLE + wide));
        label(middle, TOP - 4, above, "normal");
        label(middle, TOP + HEIGHT + 16, below, "normal");
    }

    /** Points at the narrowest place, in words. */
    private void place(Bottleneck found, int us) {
        int x = switch (found.narrowest()) {
            case ARCHIVE -> BOX / 2;
            case ROUND_TRIPS, LINE, LIMIT -> (BOX + us) / 2;
            case PACS -> WIDTH - BOX / 2;
        };
        int at = TOP + HEIGHT + 24;
        svg.append(String.format(Locale.ROOT, "<path d=\"M%d %dl9 14h-18z\" fill=\"#16222e\"/>%n", x, at));
        String anchor = found.narrowest() == Part.PACS ? "end" : "start";
        int from = found.narrowest() == Part.PACS ? WIDTH - 2 : Math.max(2, x - BOX / 2 + 2);
        svg.append(String.format(Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-weight=\"bold\">%s</text>%n", from, at + 30, anchor,
                BottleneckPage.escaped(text("measure.page.narrowest",
                        text("measure.part." + found.narrowest().word())))));
    }

    private void bar(Bottleneck found) {
        svg.append(String.format(Locale.ROOT, "<text x=\"2\" y=\"%d\">%s</text>%n", BAR_TOP - 8,
                BottleneckPage.escaped(text("measure.page.expected", figures.seconds(found.expected())))));
        double sum = found.seconds().values().stream().mapToDouble(Double::doubleValue).sum();
        double x = 2;
        int legend = 2;
        for (Part part : found.seconds().keySet()) {
            double share = sum == 0 ? 0 : found.seconds().getOrDefault(part, 0.0) / sum;
            double width = share * (WIDTH - 4);
            if (share > LEAST_SHARE) {
                swatch(x, BAR_TOP, width, 34, part);
            }
            x += width;
            swatch(legend, BAR_TOP + 52, 22, 16, part);
            svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\">%s</text>%n", legend + 28, BAR_TOP + 65,
                    BottleneckPage.escaped(text("measure.part." + part.word()))));
            svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s</text>%n",
                    legend + 28, BAR_TOP + 82,
                    BottleneckPage.escaped(figures.seconds(found.seconds().getOrDefault(part, 0.0)))));
            legend += WIDTH / LEGENDS;
        }
    }

    private void swatch(double x, int y, double width, int height, Part part) {
        svg.append(String.format(Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"url(#%s)\" stroke=\"#16222e\"/>%n", x, y,
                width, height, part.word()));
    }

    private void label(int x, int y, String text, String weight) {
        svg.append(String.format(Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-weight=\"%s\">%s</text>%n", x, y, weight,
                BottleneckPage.escaped(text)));
    }

    private String text(String key, Object... args) {
        return Message.of(key, args).text(locale);
    }
}
