package org.priorfetch.engine.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.cli.output.Terminal;
import org.priorfetch.engine.model.TransferState;

/** Follows transfers until each has ended, or waits for so long that it is left to the engine. */
final class TransferWatch {

    /** So long a transfer may wait between two tries. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Terminal terminal;
    private final Set<Long> ids;
    private final Map<Long, TransferView> last = new HashMap<>();
    private final Map<Long, Instant> waitingSince = new HashMap<>();

    TransferWatch(Collection<Long> ids, Terminal terminal) {
        this.ids = new HashSet<>(ids);
        this.terminal = terminal;
    }

    Set<Long> ids() {
        return ids;
    }

    /** Whether there is nothing more to wait for. What the snapshot does not list any more stands as it was last seen. */
    boolean isOver(EngineSnapshot snapshot) {
        snapshot.transfers().stream().filter(one -> ids.contains(one.id())).forEach(one -> last.put(one.id(), one));
        Instant now = terminal.clock().instant();
        return ids.stream().allMatch(id -> hasEnded(last.get(id)) || isOutOfPatience(id, now));
    }

    private static boolean hasEnded(@Nullable TransferView transfer) {
        return transfer != null && transfer.state().isTerminal();
    }

    private boolean isOutOfPatience(Long id, Instant now) {
        TransferView transfer = last.get(id);
        if (transfer == null || transfer.state() != TransferState.WAITING) {
            waitingSince.remove(id);
            return false;
        }
        return now.isAfter(waitingSince.computeIfAbsent(id, _ -> now).plus(PATIENCE));
    }

    /** As it was last seen; null when it never was. */
    @Nullable
    TransferView last(Long id) {
        return last.get(id);
    }
}
