package org.priorfetch.app.launch;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.PeerStatus;

/**
 * Decides which snapshots are worth waking the screen for: all while somebody looks; otherwise those that say something new,
 * and now and then one for what depends on the time alone. Used by one thread at a time.
 */
final class Telling {

    static final Duration AT_LEAST_EVERY = Duration.ofMinutes(1);

    private final BooleanSupplier seen;
    private @Nullable EngineSnapshot told;

    Telling(BooleanSupplier seen) {
        this.seen = seen;
    }

    synchronized boolean isWorthTelling(EngineSnapshot snapshot) {
        EngineSnapshot before = told;
        if (before != null && !seen.getAsBoolean()
                && Duration.between(before.at(), snapshot.at()).compareTo(AT_LEAST_EVERY) < 0
                && saySame(before, snapshot)) {
            return false;
        }
        told = snapshot;
        return true;
    }

    /** Whatever comes next is told. */
    synchronized void forget() {
        told = null;
    }

    /** But for their number, their time, and when somebody who answers did so last. */
    private static boolean saySame(EngineSnapshot one, EngineSnapshot other) {
        return undated(one, other).equals(undated(other, other));
    }

    private static EngineSnapshot undated(EngineSnapshot snapshot, EngineSnapshot dates) {
        return new EngineSnapshot(dates.sequence(), dates.at(), snapshot.paused(), snapshot.settled(),
                snapshot.appointments(), snapshot.transfers(), undated(snapshot.sources()),
                undated(snapshot.worklists()), undated(snapshot.pacs()), snapshot.pausedUntil(), snapshot.alerts(),
                snapshot.needsReview(), snapshot.configured(), snapshot.deliveryTest());
    }

    private static List<PeerStatus> undated(List<PeerStatus> peers) {
        return peers.stream().map(Telling::undated).toList();
    }

    private static PeerStatus undated(PeerStatus peer) {
        return new PeerStatus(peer.kind(), peer.name(), peer.state(), null, peer.detail());
    }
}
