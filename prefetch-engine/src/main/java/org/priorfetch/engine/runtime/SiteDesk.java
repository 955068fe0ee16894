package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.model.MeasureStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.port.PeerProbe;

/** Carries out what people ask about the site. */
final class SiteDesk {

    private static final Duration LONGEST_CHECK = Duration.ofMinutes(2);

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
        List<BoundedCheck> checks = probes.stream().map(BoundedCheck::begin).toList();
        List<PeerCheck> results = new ArrayList<>();
        for (BoundedCheck check : checks) {
            results.add(result(check));
        }
        return results;
    }

    private static PeerCheck result(BoundedCheck check) throws CommandFailedException {
        try {
            return check.within(LONGEST_CHECK);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(Message.of("runtime.checkStopped"));
        } catch (ExecutionException failure) {
            throw new CommandFailedException(Message.of("runtime.checkStopped"));
        }
    }
}
