package org.priorfetch.engine.cli;

import java.util.concurrent.Callable;

import org.priorfetch.engine.api.ArchiveCommand;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.ImportPreview;
import org.priorfetch.engine.api.PatientJudgement.Outcome;
import org.priorfetch.engine.cli.output.Json;
import org.priorfetch.engine.cli.output.PreviewJson;
import org.priorfetch.engine.cli.output.PreviewText;
import org.priorfetch.engine.cli.output.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Dry run of an import: what would be changed in one study. */
@Command(name = "preview")
final class PreviewCommand implements Callable<Integer> {

    private final Engines engines;
    private final Terminal terminal;

    @Mixin
    private StudyOptions about = new StudyOptions();

    @Option(names = "--json")
    private boolean json;

    PreviewCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, CommandFailedException, HomeUnusableException {
        var wanted = new ArchiveCommand.PreviewImport(about.source(), about.study(), about.forAccession());
        ImportPreview preview = engines.use(engine -> engine.submit(wanted));
        if (json) {
            Json.print(PreviewJson.of(preview), terminal);
        } else {
            new PreviewText(terminal).print(preview);
        }
        return preview.judgement().outcome() == Outcome.FETCHED ? ExitCode.OK : ExitCode.UNFULFILLED;
    }
}
