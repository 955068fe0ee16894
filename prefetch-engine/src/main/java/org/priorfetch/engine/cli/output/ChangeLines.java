package org.priorfetch.engine.cli.output;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.Reason;

/** One line for each change of state, for logs and pipes. */
final class ChangeLines implements Progress {

    private final Terminal terminal;
    private final Words words;
    private Map<String, Enum<?>> known = Map.of();
    private boolean first = true;

    ChangeLines(Terminal terminal) {
        this.terminal = terminal;
        this.words = new Words(terminal);
    }

    @Override
    public void show(EngineSnapshot snapshot) {
        Map<String, Enum<?>> now = new HashMap<>();
        peers(snapshot).forEach(peer -> note(now, "peer " + peer.kind() + peer.name(), peer.state(), () -> tell(peer)));
        snapshot.appointments()
                .forEach(one -> note(now, "appointment " + one.id(), one.verdict(), () -> tell(one)));
        snapshot.transfers().forEach(one -> note(now, "transfer " + one.id(), one.state(), () -> tell(one)));
        known = now;
        first = false;
    }

    private static Stream<PeerStatus> peers(EngineSnapshot snapshot) {
        return Stream.of(snapshot.worklists(), snapshot.sources(), List.of(snapshot.pacs())).flatMap(List::stream);
    }

    private void note(Map<String, Enum<?>> now, String what, Enum<?> state, Runnable tell) {
        now.put(what, state);
        if (known.get(what) != state) {
            tell.run();
        }
    }

    private void tell(PeerStatus peer) {
        if (peer.state() != PeerState.UNKNOWN) {
            say(words.word(peer.kind()) + " " + peer.name(), words.word(peer.state()) + because(peer.detail()));
        }
    }

    private void tell(AppointmentView one) {
        say(words.word(Message.of("cli.change.appointment")) + " " + one.id() + " " + words.list(one.modalities()) + " "
                + one.procedure(), words.word(one.verdict()) + " " + words.share(one.here(), one.relevant()));
    }

    /** What had ended before we looked is no news. */
    private void tell(TransferView one) {
        if (!first || !one.state().isTerminal()) {
            say(words.word(Message.of("cli.change.transfer")) + " " + one.id() + " " + one.source() + " "
                    + one.studyDescription(),
                    words.word(one.state()) + " " + words.share(one.delivered(), one.expected())
                            + " " + words.size(one.bytes()) + because(one.reason()));
        }
    }

    private String because(@Nullable Reason reason) {
        return reason == null ? "" : " (" + terminal.text(reason) + ")";
    }

    private void say(String what, String state) {
        terminal.line(words.time(terminal.clock().instant()) + "  " + what + ": " + state);
    }
}
