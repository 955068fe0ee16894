package org.priorfetch.app.controls;

import java.util.Locale;

import org.priorfetch.engine.model.AlertKind;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.TransferState;

/** How something stands, as one shape and colour that is the same on every screen. */
public enum Mark {
    READY, FETCHING, HELD, UNREACHABLE, PARTIAL, FAILED, NONE, WAITING;

    private static final String STYLE_PREFIX = "mark-";

    public static Mark of(ReadinessVerdict verdict) {
        return switch (verdict) {
            case FETCHING -> FETCHING;
            case HELD -> HELD;
            case UNREACHABLE -> UNREACHABLE;
            case FAILED -> FAILED;
            case PARTIAL -> PARTIAL;
            case READY -> READY;
            case NONE_EXIST -> NONE;
        };
    }

    public static Mark of(PriorState state) {
        return switch (state) {
            case FETCH -> FETCHING;
            case PRESENT -> READY;
            case SKIP -> NONE;
            case HOLD -> HELD;
            case PARTIAL -> PARTIAL;
            case FAILED -> FAILED;
        };
    }

    public static Mark of(TransferState state) {
        return switch (state) {
            case QUEUED, WAITING -> WAITING;
            case RUNNING, VERIFYING -> FETCHING;
            case HELD -> HELD;
            case COMPLETE -> READY;
            case PARTIAL -> PARTIAL;
            case FAILED -> FAILED;
            case CANCELLED -> NONE;
        };
    }

    public static Mark of(PeerState state) {
        return switch (state) {
            case UNKNOWN -> WAITING;
            case OK -> READY;
            case UNREACHABLE, SILENT -> UNREACHABLE;
        };
    }

    public static Mark of(AlertKind alert) {
        return switch (alert) {
            case PACS_DOWN, WORKLIST_SILENT, SOURCE_DOWN -> UNREACHABLE;
            case DISK_LOW, SETTINGS_WRONG, JOBS_FAILING, MESSAGES_REFUSED, MISDELIVERED -> FAILED;
            case APPOINTMENTS_LATE -> PARTIAL;
            case CERTIFICATE_EXPIRING -> WAITING;
        };
    }

    /** The style class that gives the colour. */
    public String styleClass() {
        return STYLE_PREFIX + name().toLowerCase(Locale.ROOT);
    }

    /** Whether a person should look at it. */
    public boolean asksForAttention() {
        return switch (this) {
            case HELD, UNREACHABLE, PARTIAL, FAILED -> true;
            case READY, FETCHING, NONE, WAITING -> false;
        };
    }
}
