package org.priorfetch.engine.cli;

import java.util.List;
import java.util.concurrent.Callable;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.cli.output.Json;
import org.priorfetch.engine.cli.output.StatusJson;
import org.priorfetch.engine.cli.output.StatusText;
import org.priorfetch.engine.cli.output.Terminal;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.settings.SiteSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a running or stopped engine knows. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {

    private final Engines engines;
    private final Terminal terminal;

    @Option(names = "--json")
    private boolean json;

    StatusCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, CommandFailedException, HomeUnusableException {
        Seen seen = engines.read(engine -> new Seen(engine.snapshot(), true), settings -> new Seen(
                engines.host().stored(engines.home(), settings).orElseGet(() -> nothingKnown(settings)), false));
        print(seen.snapshot(), seen.running());
        return ExitCode.OK;
    }

    private record Seen(EngineSnapshot snapshot, boolean running) {}

    private void print(EngineSnapshot snapshot, boolean running) {
        if (json) {
            Json.print(StatusJson.of(snapshot, running, terminal.zone()), terminal);
        } else {
            new StatusText(terminal).print(snapshot, running);
        }
    }

    private EngineSnapshot nothingKnown(SiteSettings settings) {
        return new EngineSnapshot(0, terminal.clock().instant(), false, false, List.of(), List.of(),
                settings.sources().stream().map(source -> PeerStatus.unknown(PeerKind.SOURCE, source.name())).toList(),
                settings.worklists().stream().map(one -> PeerStatus.unknown(PeerKind.WORKLIST, one.name())).toList(),
                PeerStatus.unknown(PeerKind.PACS, StudyRef.PACS));
    }
}
