package org.priorfetch.engine.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.cli.output.Json;
import org.priorfetch.engine.cli.output.LedgerCsv;
import org.priorfetch.engine.cli.output.LedgerJson;
import org.priorfetch.engine.cli.output.Terminal;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The ledger of some days, both inclusive, in the site's zone. */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {

    private final Engines engines;
    private final Terminal terminal;

    @Option(names = "--from", paramLabel = "D")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "D")
    private @Nullable LocalDate to;

    @Option(names = "--format", paramLabel = "csv|json", defaultValue = "csv")
    private Format format = Format.CSV;

    /** How it is printed. */
    enum Format {
        CSV, JSON
    }

    ReportCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, CommandFailedException, HomeUnusableException {
        LocalDate today = LocalDate.ofInstant(terminal.clock().instant(), terminal.zone());
        LocalDate last = Objects.requireNonNullElse(to, today);
        LocalDate first = Objects.requireNonNullElse(from, last.isBefore(today) ? last : today);
        if (first.isAfter(last)) {
            throw CommandException.misuse(Message.of("cli.datesReversed", first, last));
        }
        LedgerJson ledger = LedgerJson.of(first, last, entries(first, last), terminal.zone());
        switch (format) {
            case CSV -> LedgerCsv.print(ledger, terminal);
            case JSON -> Json.print(ledger, terminal);
        }
        return ExitCode.OK;
    }

    private List<LedgerEntry> entries(LocalDate first, LocalDate last)
            throws CommandException, CommandFailedException, HomeUnusableException {
        Instant begin = first.atStartOfDay(terminal.zone()).toInstant();
        Instant end = last.plusDays(1).atStartOfDay(terminal.zone()).toInstant();
        return engines.read(engine -> engine.submit(new RecordCommand.ReadLedger(begin, end)),
                settings -> engines.host().storedLedger(engines.home(), settings, begin, end));
    }
}
