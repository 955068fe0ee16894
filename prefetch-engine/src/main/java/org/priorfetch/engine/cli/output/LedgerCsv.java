package org.priorfetch.engine.cli.output;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The ledger as RFC 4180 text. Cells that a spreadsheet would take for a formula get an apostrophe before them. */
public final class LedgerCsv {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String END_OF_LINE = "\r\n";

    private LedgerCsv() {}

    public static void print(LedgerJson ledger, Terminal terminal) {
        terminal.out()
                .print(line(Stream.of("at", "studyUid", "source", "accession", "patientId", "instances", "bytes",
                        "outcome", "changedAttributes", "byArchive", "bytesTwice")));
        ledger.entries().forEach(entry -> terminal.out().print(line(cells(entry))));
        terminal.out().flush();
    }

    private static Stream<String> cells(LedgerJson.Entry entry) {
        return Stream.of(text(entry.at()), entry.studyUid(), entry.source(), text(entry.accession()), entry.patientId(),
                String.valueOf(entry.instances()), String.valueOf(entry.bytes()), entry.outcome(),
                String.join(" ", entry.changedAttributes()), String.valueOf(entry.byArchive()),
                String.valueOf(entry.bytesTwice()));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static String line(Stream<String> cells) {
        return cells.map(LedgerCsv::cell).collect(Collectors.joining(",", "", END_OF_LINE));
    }

    static String cell(String value) {
        boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        String safe = formula ? "'" + value : value;
        boolean plain = List.of(",", "\"", "\r", "\n").stream().noneMatch(safe::contains);
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
