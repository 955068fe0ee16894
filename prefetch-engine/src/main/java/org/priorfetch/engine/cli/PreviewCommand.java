package org.priorfetch.engine.cli;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.ArchiveCommand;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.ImportPreview;
import org.priorfetch.engine.api.PatientJudgement.Outcome;
import org.priorfetch.engine.cli.output.Json;
import org.priorfetch.engine.cli.output.PreviewJson;
import org.priorfetch.engine.cli.output.PreviewText;
import org.priorfetch.engine.cli.output.Terminal;
import org.priorfetch.engine.model.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Dry run of an import: what would be changed in one study. */
@Command(name = "preview")
final class PreviewCommand implements Callable<Integer> {

    private final Engines engines;
    private final Terminal terminal;

    @Option(names = "--study", paramLabel = "UID", required = true)
    private String study = "";

    @Option(names = "--from", paramLabel = "SOURCE", required = true)
    private String source = "";

    @Option(names = "--for", paramLabel = "ACCESSION")
    private @Nullable String forAccession;

    @Option(names = "--json")
    private boolean json;

    PreviewCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, CommandFailedException, HomeUnusableException {
        if (!study.matches("[0-9.]{1,64}")) {
            throw CommandException.misuse(Message.of("cli.badUid", "\"" + study + "\""));
        }
        ImportPreview preview = engines
                .use(engine -> engine.submit(new ArchiveCommand.PreviewImport(source, study, forAccession)));
        if (json) {
            Json.print(PreviewJson.of(preview), terminal);
        } else {
            new PreviewText(terminal).print(preview);
        }
        return preview.judgement().outcome() == Outcome.FETCHED ? ExitCode.OK : ExitCode.UNFULFILLED;
    }
}
