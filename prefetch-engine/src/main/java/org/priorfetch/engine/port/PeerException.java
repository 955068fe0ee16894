package org.priorfetch.engine.port;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Reason;

/** A peer did not do what was asked. Says who, how it failed, and what happened in words. */
public final class PeerException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The ways to fail. */
    public enum Kind {
        /** No connection. */
        UNREACHABLE,
        /** The association was rejected. */
        REFUSED,
        /** The line dropped, or the peer aborted. */
        BROKEN,
        /** No answer in time. */
        SILENT,
        /** Answered with a failure status. */
        FAILED,
        /** Answered that it is out of resources. */
        BUSY,
        /** Answered against the rules of the protocol. */
        PROTOCOL,
        /** We stopped it ourselves. */
        CANCELLED
    }

    private final String peer;
    private final Kind kind;
    private final transient Message explanation;

    public PeerException(String peer, Kind kind, Message explanation) {
        this(peer, kind, explanation, null);
    }

    public PeerException(String peer, Kind kind, Message explanation,
            @Nullable Throwable cause) {
        super(explanation.text(), cause);
        this.peer = peer;
        this.kind = kind;
        this.explanation = explanation;
    }

    public String peer() {
        return peer;
    }

    public Kind kind() {
        return kind;
    }

    public Reason reason() {
        return new Reason(List.of(explanation));
    }
}
