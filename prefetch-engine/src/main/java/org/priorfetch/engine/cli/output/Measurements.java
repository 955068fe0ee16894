package org.priorfetch.engine.cli.output;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.diagnosis.Bottleneck;
import org.priorfetch.engine.diagnosis.MeasureLines;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerMeasures;

/** All that was measured, in the order of the peers. */
public record Measurements(List<PeerMeasures> peers) {

    private static final String INDENT = "    ";

    public static final Measurements NONE = new Measurements(List.of());

    public Measurements {
        peers = List.copyOf(peers);
    }

    private Optional<PeerMeasures> of(String name) {
        return peers.stream().filter(peer -> peer.name().equals(name)).findFirst();
    }

    private Optional<Bottleneck> bottleneck(PeerMeasures peer) {
        if (peer.kind() != PeerKind.SOURCE) {
            return Optional.empty();
        }
        PeerMeasures pacs = peers.stream().filter(one -> one.kind() == PeerKind.PACS).findFirst().orElse(null);
        return Bottleneck.of(peer, pacs);
    }

    @Nullable
    MeasuredJson json(String name) {
        return of(name).map(peer -> MeasuredJson.of(peer, bottleneck(peer))).orElse(null);
    }

    /** For people, below what was checked. */
    void print(String name, Terminal terminal) {
        of(name).ifPresent(peer -> {
            print(MeasureLines.of(peer, terminal.locale()), terminal);
            bottleneck(peer).ifPresent(found -> print(MeasureLines.of(found, terminal.locale()), terminal));
        });
    }

    private static void print(List<MeasureLines.Line> lines, Terminal terminal) {
        int width = lines.stream().mapToInt(line -> line.label().length()).max().orElse(0);
        lines.forEach(line -> terminal
                .line(INDENT + line.label() + " ".repeat(width - line.label().length()) + "  " + line.value()));
    }
}
