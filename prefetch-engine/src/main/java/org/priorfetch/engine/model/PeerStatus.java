package org.priorfetch.engine.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The state of one peer.
 *
 * @param lastAnswer when it last gave a complete answer; null when never
 * @param detail what went wrong at the last try; null when nothing did
 */
public record PeerStatus(PeerKind kind, String name, PeerState state, @Nullable Instant lastAnswer,
        @Nullable Reason detail) {

    public static PeerStatus unknown(PeerKind kind, String name) {
        return new PeerStatus(kind, name, PeerState.UNKNOWN, null, null);
    }

    public PeerStatus answered(Instant at) {
        return new PeerStatus(kind, name, PeerState.OK, at, null);
    }

    public PeerStatus failed(Reason why) {
        return new PeerStatus(kind, name, PeerState.UNREACHABLE, lastAnswer, why);
    }

    public PeerStatus silent() {
        return new PeerStatus(kind, name, PeerState.SILENT, lastAnswer, detail);
    }
}
