package org.priorfetch.engine.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineSnapshot;
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

    /** So long a transfer may wait between two tries before it is left to the engine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

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

    private @Nullable Instant waitingSince;

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
        try (Shutdown shutdown = Shutdown.closing(engine)) {
            EngineSnapshot last = new Follower(engine, shutdown).until(snapshot -> isOver(id, snapshot),
                    Progress.ofTransfer(id, terminal));
            return conclude(transfer(id, last));
        }
    }

    private int conclude(Optional<TransferView> transfer) throws CommandException {
        if (transfer.isEmpty()) {
            throw CommandException.unfulfilled(Message.of("cli.notFetched"));
        }
        TransferView ended = transfer.get();
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

    private boolean isOver(long id, EngineSnapshot snapshot) {
        Optional<TransferState> state = transfer(id, snapshot).map(TransferView::state);
        return state.filter(TransferState::isTerminal).isPresent() || isOutOfPatience(state);
    }

    private boolean isOutOfPatience(Optional<TransferState> state) {
        if (state.filter(TransferState.WAITING::equals).isEmpty()) {
            waitingSince = null;
            return false;
        }
        Instant now = terminal.clock().instant();
        if (waitingSince == null) {
            waitingSince = now;
        }
        return now.isAfter(waitingSince.plus(PATIENCE));
    }

    private static Optional<TransferView> transfer(long id, EngineSnapshot snapshot) {
        return snapshot.transfers().stream().filter(one -> one.id() == id).findFirst();
    }
}
