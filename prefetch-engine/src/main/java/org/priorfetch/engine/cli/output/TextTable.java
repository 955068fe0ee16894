package org.priorfetch.engine.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Rows in aligned columns. What does not fit is cut on a screen only, at the right. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> numeric;

    /** @param numeric indices of the columns that are aligned to the right */
    TextTable(List<String> titles, Integer... numeric) {
        this.numeric = List.of(numeric);
        rows.add(titles);
    }

    void row(String... cells) {
        rows.add(List.of(cells).stream().map(Terminal::clean).toList());
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    void print(Terminal terminal) {
        int[] widths = widths();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(column == 0 ? "" : GAP).append(padded(row.get(column), widths[column], column));
            }
            terminal.line(fitted(line.toString().stripTrailing(), terminal));
        }
    }

    private int[] widths() {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return widths;
    }

    private String padded(String cell, int width, int column) {
        String padding = " ".repeat(width - cell.length());
        return numeric.contains(column) ? padding + cell : cell + padding;
    }

    static String fitted(String line, Terminal terminal) {
        if (!terminal.interactive() || line.length() < terminal.width()) {
            return line;
        }
        String mark = terminal.unicode() ? "…" : "~";
        return line.substring(0, terminal.width() - 2) + mark;
    }
}
