package org.priorfetch.engine.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.cli.output.Measurements;
import org.priorfetch.engine.cli.output.Terminal;
import org.priorfetch.engine.diagnosis.BottleneckPage;
import org.priorfetch.engine.model.MeasureStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.model.PeerMeasures;

/** Measures peers one thing after the other, and says on the error stream what is going on. */
final class Measuring {

    private final PrefetchEngine engine;
    private final Terminal terminal;

    Measuring(PrefetchEngine engine, Terminal terminal) {
        this.engine = engine;
        this.terminal = terminal;
    }

    /** Whoever cannot be talked to is not measured. */
    Measurements of(List<PeerCheck> checks) throws CommandFailedException {
        List<PeerMeasures> peers = new ArrayList<>();
        for (PeerCheck check : checks) {
            if (check.ok()) {
                peers.add(measured(check.name()));
            }
        }
        return new Measurements(peers);
    }

    private PeerMeasures measured(String name) throws CommandFailedException {
        PeerMeasures all = null;
        for (MeasureStep step : MeasureStep.values()) {
            terminal.complain(Message.of("cli.measuring", name, "#cli.measuring." + step.word()));
            PeerMeasures seen = engine.submit(new SiteCommand.MeasurePeer(name, step));
            all = all == null ? seen : all.and(seen);
        }
        return Objects.requireNonNull(all);
    }

    /** Writes the page where there is a file for it. */
    void write(Measurements measurements, @Nullable Path file) throws CommandException {
        if (file == null) {
            return;
        }
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(terminal.locale())
                .format(LocalDateTime.ofInstant(terminal.clock().instant(), terminal.zone()));
        try {
            Files.writeString(file, new BottleneckPage(terminal.locale(), when).of(measurements.peers()));
        } catch (IOException _) {
            throw CommandException.unfulfilled(Message.of("cli.pageUnwritable", file));
        }
        terminal.complain(Message.of("cli.pageWritten", file));
    }
}
