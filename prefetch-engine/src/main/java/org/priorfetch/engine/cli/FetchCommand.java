package org.priorfetch.engine.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.FetchAnswer;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.cli.output.Progress;
import org.priorfetch.engine.cli.output.Terminal;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.TransferState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fetches one study by hand and follows it to its end. */
@Command(name = "fetch")
final class FetchCommand implements Callable<Integer> {

    private final Engines engines;
    private final Terminal terminal;

    @Option(names = "--study", paramLabel = "UID", required = true)
    private String study = "";

    @Option(names = "--from", paramLabel = "SOURCE", required = true)
    private String source = "";

    @Option(names = "--for", paramLabel = "ACCESSION")
    private @Nullable String forAccession;

    @Option(names = "--series", paramLabel = "UID")
    private List<String> series = new ArrayList<>();

    FetchCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, CommandFailedException, HomeUnusableException {
        requireUid(study, "cli.badUid");
        for (String one : series) {
            requireUid(one, "cli.badSeriesUid");
        }
        return engines.use(this::fetch);
    }

    private static void requireUid(String given, String explanation) throws CommandException {
        if (!given.matches("[0-9.]{1,64}")) {
            throw CommandException.misuse(Message.of(explanation, "\"" + given + "\""));
        }
    }

    private int fetch(PrefetchEngine engine) throws CommandException, CommandFailedException {
        FetchAnswer answer = engine.submit(new TransferCommand.FetchStudy(study, source, forAccession, series));
        Long id = answer.transferId();
        if (id == null) {
            throw CommandException
                    .unfulfilled(answer.refusal() == null ? Message.of("cli.notFetched") : answer.refusal());
        }
        TransferWatch watch = new TransferWatch(List.of(id), terminal);
        try (Shutdown shutdown = Shutdown.closing(engine)) {
            var _ = new Follower(engine, shutdown).until(watch::isOver, Progress.ofTransfers(watch.ids(), terminal));
        }
        return conclude(watch.last(id));
    }

    private int conclude(@Nullable TransferView ended) throws CommandException {
        if (ended == null) {
            throw CommandException.unfulfilled(Message.of("cli.notFetched"));
        }
        if (ended.state() == TransferState.COMPLETE) {
            terminal.say(Message.of("cli.fetched", ended.delivered(), terminal.size(ended.bytes())));
            return ExitCode.OK;
        }
        String why = ended.reason() == null ? "" : ": " + ended.reason().text(terminal.locale());
        throw CommandException.unfulfilled(Message.of("cli.fetchEnded", word(ended.state()) + why,
                ended.delivered(), ended.expected() < 0 ? "?" : ended.expected()));
    }

    private String word(TransferState state) {
        return state == TransferState.HELD ? terminal.text(Message.of("cli.held")) : terminal.word(state);
    }
}
