package org.priorfetch.engine.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.port.PeerProbe;

/** Carries out what people ask for. */
final class CommandDesk {

    private static final long CHECK_SECONDS = 120;

    private final EngineParts parts;
    private final PriorsExplanation explanation;
    private final FetchByHand fetchByHand;

    CommandDesk(EngineParts parts) {
        this.parts = parts;
        AppointmentLookup lookup = new AppointmentLookup(parts);
        this.explanation = new PriorsExplanation(parts, lookup);
        this.fetchByHand = new FetchByHand(parts, lookup);
    }

    @SuppressWarnings("unchecked") // each command's answer has the type that the command states
    <R> R carryOut(EngineCommand<R> command) throws CommandFailedException {
        return (R) switch (command) {
            case EngineCommand.ExplainPriors explain -> explanation.explain(explain);
            case EngineCommand.FetchStudy fetch -> fetchByHand.fetch(fetch);
            case EngineCommand.CheckPeers check -> check(check.name());
            case EngineCommand.ReadLedger read -> parts.repositories().ledger().between(read.from(), read.to());
            case EngineCommand.Pause pause -> parts.runner().pause(pause.paused());
            case EngineCommand.CancelTransfer cancel -> parts.runner().cancel(cancel.id());
            case EngineCommand.RetryTransfer retry -> parts.runner().retry(retry.id());
            case EngineCommand.QueryAgain again -> queryAgain(again.appointmentId());
        };
    }

    private boolean queryAgain(String appointmentId) {
        boolean known = parts.book().find(appointmentId).isPresent();
        parts.searches().again(appointmentId);
        return known;
    }

    private List<PeerCheck> check(@Nullable String name) throws CommandFailedException {
        List<PeerProbe> probes = parts.connections()
                .probes()
                .stream()
                .filter(probe -> name == null || probe.name().equals(name))
                .toList();
        List<FutureTask<PeerCheck>> checks = new ArrayList<>();
        for (PeerProbe probe : probes) {
            FutureTask<PeerCheck> check = new FutureTask<>(probe::probe);
            Thread.ofVirtual().name("check-" + probe.name()).start(check);
            checks.add(check);
        }
        List<PeerCheck> results = new ArrayList<>();
        for (FutureTask<PeerCheck> check : checks) {
            results.add(result(check));
        }
        return results;
    }

    private static PeerCheck result(FutureTask<PeerCheck> check) throws CommandFailedException {
        try {
            return check.get(CHECK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(Message.of("runtime.checkStopped"));
        } catch (ExecutionException | TimeoutException failure) {
            throw new CommandFailedException(Message.of("runtime.checkStopped"));
        }
    }
}
