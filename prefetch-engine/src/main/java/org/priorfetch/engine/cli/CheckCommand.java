package org.priorfetch.engine.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.cli.output.ChecksJson;
import org.priorfetch.engine.cli.output.ChecksText;
import org.priorfetch.engine.cli.output.DeliveryTestText;
import org.priorfetch.engine.cli.output.Json;
import org.priorfetch.engine.cli.output.Measurements;
import org.priorfetch.engine.cli.output.Terminal;
import org.priorfetch.engine.model.DeliveryTest;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerCheck;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The connectivity doctor, and the test whether the PACS takes a prior for new work. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

    private final Engines engines;
    private final Terminal terminal;

    @Option(names = "--source", paramLabel = "NAME")
    private @Nullable String name;

    @ArgGroup
    private Delivery delivery = new Delivery();

    @Option(names = "--measure")
    private boolean measure;

    @Option(names = "--page", paramLabel = "FILE")
    private @Nullable Path page;

    @Option(names = "--json")
    private boolean json;

    /** What is done about the test study. */
    static final class Delivery {

        @Option(names = "--deliver-test", required = true)
        private boolean send;

        @Option(names = "--landed", paramLabel = "yes|no", required = true)
        private @Nullable YesOrNo landed;
    }

    /** What a person saw. */
    enum YesOrNo {
        YES, NO
    }

    CheckCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws CommandException, CommandFailedException, HomeUnusableException {
        YesOrNo landed = delivery.landed;
        return engines.use(engine -> {
            if (delivery.send) {
                return sendTest(engine);
            }
            return landed == null ? checkPeers(engine) : answer(engine, landed == YesOrNo.YES);
        });
    }

    private int checkPeers(PrefetchEngine engine) throws CommandException, CommandFailedException {
        List<PeerCheck> checks = engine.submit(new SiteCommand.CheckPeers(name));
        if (name != null && checks.isEmpty()) {
            throw CommandException.misuse(Message.of("cli.noPeer", "\"" + name + "\""));
        }
        Measuring measuring = new Measuring(engine, terminal);
        Measurements measured = measure || page != null ? measuring.of(checks) : Measurements.NONE;
        measuring.write(measured, page);
        DeliveryTest test = engine.snapshot().deliveryTest();
        if (json) {
            Json.print(ChecksJson.of(checks, measured, test, terminal.zone()), terminal);
        } else {
            new ChecksText(terminal).print(checks, measured);
            new DeliveryTestText(terminal).print(test);
        }
        return checks.stream().allMatch(PeerCheck::ok) ? ExitCode.OK : ExitCode.UNFULFILLED;
    }

    private int sendTest(PrefetchEngine engine) throws CommandFailedException {
        DeliveryTest test = engine.submit(new SiteCommand.TestDelivery());
        if (json) {
            Json.print(ChecksJson.of(List.of(), Measurements.NONE, test, terminal.zone()), terminal);
            return ExitCode.OK;
        }
        new DeliveryTestText(terminal).printSent(test);
        Optional<Boolean> landed = terminal.ask(Message.of("cli.delivery.ask")).flatMap(CheckCommand::yesOrNo);
        if (landed.isPresent()) {
            test = engine.submit(new SiteCommand.AnswerDeliveryTest(test.studyInstanceUid(), landed.get()));
            new DeliveryTestText(terminal).print(test);
        }
        return ExitCode.OK;
    }

    /** Also in German; anything else is an answer that comes later. */
    static Optional<Boolean> yesOrNo(String typed) {
        return switch (typed.strip().toLowerCase(Locale.ROOT)) {
            case "y", "yes", "j", "ja" -> Optional.of(true);
            case "n", "no", "nein" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private int answer(PrefetchEngine engine, boolean landed) throws CommandException, CommandFailedException {
        DeliveryTest last = engine.snapshot().deliveryTest();
        if (last == null) {
            throw CommandException.unfulfilled(Message.of("cli.delivery.none"));
        }
        DeliveryTest answered = engine.submit(new SiteCommand.AnswerDeliveryTest(last.studyInstanceUid(), landed));
        if (json) {
            Json.print(ChecksJson.of(List.of(), Measurements.NONE, answered, terminal.zone()), terminal);
        } else {
            new DeliveryTestText(terminal).print(answered);
        }
        return ExitCode.OK;
    }
}
