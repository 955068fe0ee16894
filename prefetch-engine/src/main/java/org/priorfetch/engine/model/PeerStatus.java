package org.priorfetch.engine.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The state of one peer.
 *
 * @param lastAnswer when it last gave a complete answer; null when never
 * @param detail what went wrong at the last try; null when nothing did
 * @param way by which way studies come out of it, and why; null where there is nothing to choose
 */
public record PeerStatus(PeerKind kind, String name, PeerState state, @Nullable Instant lastAnswer,
        @Nullable Reason detail, @Nullable Reason way) {

    /** One out of which nothing comes by a chosen way. */
    public PeerStatus(PeerKind kind, String name, PeerState state, @Nullable Instant lastAnswer,
            @Nullable Reason detail) {
        this(kind, name, state, lastAnswer, detail, null);
    }

    public PeerStatus by(@Nullable Reason chosen) {
        return new PeerStatus(kind, name, state, lastAnswer, detail, chosen);
    }

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
