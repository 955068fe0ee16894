package org.priorfetch.app.reports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tables as RFC 4180 text in UTF-8. It begins with a byte order mark, because spreadsheet programs take a file without one for
 * the system's own character set. A cell that they would take for a formula gets an apostrophe before it.
 */
final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String END_OF_LINE = "\r\n";

    private Csv() {}

    /** Every row with the same number of cells, the header first. */
    static byte[] of(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",", "", END_OF_LINE)))
                .collect(Collectors.joining("", BYTE_ORDER_MARK, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The cells of one column, one a line, without the header. */
    static byte[] column(List<List<String>> rows, int column) {
        return rows.stream()
                .skip(1)
                .map(row -> row.get(column) + END_OF_LINE)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String value) {
        boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        String safe = formula ? "'" + value : value;
        boolean plain = List.of(",", "\"", "\r", "\n").stream().noneMatch(safe::contains);
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
