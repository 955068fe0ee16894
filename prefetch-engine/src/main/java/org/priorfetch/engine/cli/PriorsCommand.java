package org.priorfetch.engine.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.AppointmentCommand;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.PriorsReport;
import org.priorfetch.engine.cli.output.Json;
import org.priorfetch.engine.cli.output.PriorsJson;
import org.priorfetch.engine.cli.output.PriorsText;
import org.priorfetch.engine.cli.output.Terminal;
import org.priorfetch.engine.model.Message;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Dry run: what would be fetched, what not, and why. */
@Command(name = "priors")
final class PriorsCommand implements Callable<Integer> {

    private final Engines engines;
    private final Terminal terminal;

    @ArgGroup(multiplicity = "1")
    private Whose whose = new Whose();

    @Option(names = "--json")
    private boolean json;

    /** Whose priors. */
    static final class Whose {

        @Option(names = "--patient", paramLabel = "ID", required = true)
        private @Nullable String patientId;

        @Option(names = "--accession", paramLabel = "A", required = true)
        private @Nullable String accession;

        /** In quotation marks, so that it is never taken for a key of a text. */
        String shown() {
            return "\"" + Objects.requireNonNullElse(accession, patientId) + "\"";
        }
    }

    PriorsCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, CommandFailedException, HomeUnusableException {
        PriorsReport report = engines
                .use(engine -> engine.submit(new AppointmentCommand.ExplainPriors(whose.patientId, whose.accession)));
        if (!report.found()) {
            throw CommandException.unfulfilled(whose.accession == null ? Message.of("cli.noPatient", whose.shown())
                    : Message.of("cli.noAppointment", whose.shown()));
        }
        if (json) {
            Json.print(PriorsJson.of(report), terminal);
        } else {
            new PriorsText(terminal).print(report);
        }
        return ExitCode.OK;
    }
}
