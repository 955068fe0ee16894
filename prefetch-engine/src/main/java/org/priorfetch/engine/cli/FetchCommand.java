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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fetches one study by hand and follows it to its end. */
@Command(name = "fetch")
final class FetchCommand implements Callable<Integer> {

    private final Engines engines;
    private final Terminal terminal;

    @Mixin
    private StudyOptions about = new StudyOptions();

    @Option(names = "--series", paramLabel = "UID")
    private List<String> series = new ArrayList<>();

    FetchCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, CommandFailedException, HomeUnusableException {
        String study = about.study();
        for (String one : series) {
            StudyOptions.requireUid(one, "cli.badSeriesUid");
        }
        var wanted = new TransferCommand.FetchStudy(study, about.source(), about.forAccession(), series);
        return engines.use(engine -> fetch(engine, wanted));
    }

    private int fetch(PrefetchEngine engine, TransferCommand.FetchStudy wanted)
            throws CommandException, CommandFailedException {
        FetchAnswer answer = engine.submit(wanted);
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
