package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.MeasureStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerMeasures;
import org.priorfetch.engine.model.PeerMeasures.Carried;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerMeter;
import org.priorfetch.engine.transfer.RelayPeers;

/** Measures peers, one thing at a time, so that no measurement disturbs another. */
final class Measuring {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final EngineParts parts;
    private final ReentrantLock underWay = new ReentrantLock();

    Measuring(EngineParts parts) {
        this.parts = parts;
    }

    PeerMeasures measure(String name, MeasureStep step) throws CommandFailedException {
        PeerMeter meter = parts.connections().meters().get(name);
        if (meter == null) {
            return unmeasurable(name);
        }
        if (!underWay.tryLock()) {
            throw new CommandFailedException(Message.of("runtime.measure.underWay"));
        }
        try {
            return measured(meter, step);
        } catch (PeerException failure) {
            return meter.nothingYet().noting(failure.reason().phrases().getFirst());
        } finally {
            underWay.unlock();
        }
    }

    /** Who only speaks to us can be asked nothing. */
    private PeerMeasures unmeasurable(String name) throws CommandFailedException {
        if (parts.connections().probes().stream().noneMatch(probe -> probe.name().equals(name))) {
            throw new CommandFailedException(Message.of("runtime.measure.unknown", name));
        }
        return PeerMeasures.none(name, PeerKind.WORKLIST, false);
    }

    private PeerMeasures measured(PeerMeter meter, MeasureStep step) throws CommandFailedException, PeerException {
        PeerMeasures nothing = meter.nothingYet();
        return switch (step) {
            case DOWN -> nothing.kind() == PeerKind.SOURCE ? down(nothing) : nothing;
            case UP -> nothing.kind() == PeerKind.PACS ? up(nothing) : nothing;
            case ROUND_TRIP, PLAIN_CLIENT, WINDOW, ASSOCIATIONS, HTTP -> meter.measure(step);
        };
    }

    private PeerMeasures down(PeerMeasures nothing) throws PeerException {
        RelayPeers source = of(parts.connections().relays(), nothing);
        Optional<Carried> carried = new DownMeter(of(parts.connections().sources(), nothing),
                of(parts.connections().archives(), nothing),
                source.retriever(), parts.site().exclude(), parts.clock()).measure();
        carried.ifPresent(seen -> parts.runner().carriedToday(nothing.name(), seen.bytes()));
        return carried.map(nothing::fetching)
                .orElseGet(() -> nothing.noting(Message.of("runtime.measure.nothingThere", nothing.name())));
    }

    private static <T> T of(Map<String, T> all, PeerMeasures peer) {
        return Objects.requireNonNull(all.get(peer.name()));
    }

    private PeerMeasures up(PeerMeasures nothing) throws CommandFailedException, PeerException {
        if (parts.site().pacs().test()) {
            return nothing.taking(parts.deliveryTests().measure());
        }
        Instant now = parts.clock().now();
        List<LedgerEntry> lately = parts.repositories().ledger().between(now.minus(REMEMBERED), now);
        return IngestRate.of(lately)
                .map(nothing::taking)
                .orElseGet(() -> nothing.noting(Message.of("runtime.measure.noTransfers")));
    }
}
