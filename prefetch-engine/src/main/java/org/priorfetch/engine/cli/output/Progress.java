package org.priorfetch.engine.cli.output;

import java.util.List;
import java.util.Set;

import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.PeerStatus;

/** Shows what goes on, snapshot by snapshot. Called from one thread, at most five times a second. */
public interface Progress {

    void show(EngineSnapshot snapshot);

    /** Bars on a screen, one line for each change of state elsewhere. */
    static Progress ofEverything(Terminal terminal) {
        return terminal.interactive() ? new LiveBars(terminal, true) : new ChangeLines(terminal);
    }

    /** The same for some transfers only. */
    static Progress ofTransfers(Set<Long> ids, Terminal terminal) {
        Progress progress = terminal.interactive() ? new LiveBars(terminal, false) : new ChangeLines(terminal);
        return snapshot -> progress.show(only(ids, snapshot));
    }

    private static EngineSnapshot only(Set<Long> ids, EngineSnapshot snapshot) {
        List<PeerStatus> noPeers = List.of();
        return new EngineSnapshot(snapshot.sequence(), snapshot.at(), snapshot.paused(), snapshot.settled(), List.of(),
                snapshot.transfers().stream().filter(transfer -> ids.contains(transfer.id())).toList(), noPeers,
                noPeers,
                PeerStatus.unknown(snapshot.pacs().kind(), snapshot.pacs().name()), snapshot.pausedUntil());
    }
}
