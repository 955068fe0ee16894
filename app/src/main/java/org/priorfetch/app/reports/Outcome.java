package org.priorfetch.app.reports;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.TransferState;

/** How transfers ended, in the order in which charts stack them. */
enum Outcome {
    COMPLETE, PARTIAL, HELD, FAILED, CANCELLED;

    /** Null for tries that went on later. */
    static @Nullable Outcome of(TransferState state) {
        return switch (state) {
            case COMPLETE -> COMPLETE;
            case PARTIAL -> PARTIAL;
            case HELD -> HELD;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
            case QUEUED, WAITING, RUNNING, VERIFYING -> null;
        };
    }
}
