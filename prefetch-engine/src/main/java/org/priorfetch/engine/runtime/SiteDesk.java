package org.priorfetch.engine.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.model.MeasureStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.port.PeerProbe;

/** Carries out what people ask about the site. */
final class SiteDesk {

    private static final long CHECK_SECONDS = 120;

    private final EngineParts parts;
    private final Measuring measuring;

    SiteDesk(EngineParts parts) {
        this.parts = parts;
        this.measuring = new Measuring(parts);
    }

    Object carryOut(SiteCommand<?> command) throws CommandFailedException {
        return switch (command) {
            case SiteCommand.CheckPeers check -> check(check.name());
            case SiteCommand.MeasurePeer(String name, MeasureStep step) -> measuring.measure(name, step);
            case SiteCommand.TestDelivery _ -> parts.deliveryTests().send();
            case SiteCommand.AnswerDeliveryTest(String study, boolean landed) ->
                parts.deliveryTests().answer(study, landed);
            case SiteCommand.OfHome<?> _ -> throw new IllegalStateException("answered by whoever owns the home folder");
        };
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
