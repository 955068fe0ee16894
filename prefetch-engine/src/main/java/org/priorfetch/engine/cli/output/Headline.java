package org.priorfetch.engine.cli.output;

import java.util.ArrayList;
import java.util.List;

import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.ReadinessVerdict;

/** The one line that says how ready everything is: "3 of 12 ready · 2 fetching · 1 needs you". */
public final class Headline {

    private final Terminal terminal;

    public Headline(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Says that all is ready only while the engine runs and every worklist is up to date.
     *
     * @param running whether the snapshot is that of a running engine
     */
    public String of(EngineSnapshot snapshot, boolean running) {
        List<String> parts = new ArrayList<>();
        if (!running) {
            parts.add(terminal.text(Message.of("cli.notRunning", new Words(terminal).time(snapshot.at()))));
        } else if (snapshot.paused()) {
            parts.add(terminal.text(Message.of("cli.paused")));
        }
        parts.add(terminal.text(ready(snapshot, running)));
        add(parts, count(snapshot, ReadinessVerdict.FETCHING), "cli.count.fetching");
        long held = count(snapshot, ReadinessVerdict.HELD);
        add(parts, held, held == 1 ? "cli.count.needsYou" : "cli.count.needYou");
        add(parts, count(snapshot, ReadinessVerdict.UNREACHABLE), "cli.count.unreachable");
        add(parts, count(snapshot, ReadinessVerdict.FAILED), "cli.count.failed");
        add(parts, count(snapshot, ReadinessVerdict.PARTIAL), "cli.count.partial");
        snapshot.worklists()
                .stream()
                .filter(worklist -> worklist.state() != PeerState.OK)
                .map(worklist -> terminal.text(Message.of("cli.worklistNotUpToDate", worklist.name())))
                .forEach(parts::add);
        return String.join(terminal.unicode() ? " · " : " | ", parts);
    }

    private static Message ready(EngineSnapshot snapshot, boolean running) {
        long all = snapshot.appointments().size();
        long ready = snapshot.appointments().stream().filter(one -> one.verdict().isSettledWell()).count();
        if (ready < all) {
            return Message.of("cli.someReady", ready, all);
        }
        boolean proven = running && snapshot.allReady();
        if (all == 0) {
            return proven ? Message.of("cli.noAppointments") : Message.of("cli.noneKnown");
        }
        return proven ? Message.of("cli.allReady", all) : Message.of("cli.knownReady", ready);
    }

    private static long count(EngineSnapshot snapshot, ReadinessVerdict verdict) {
        return snapshot.appointments().stream().filter(one -> one.verdict() == verdict).count();
    }

    private void add(List<String> parts, long count, String key) {
        if (count > 0) {
            parts.add(terminal.text(Message.of(key, count)));
        }
    }
}
