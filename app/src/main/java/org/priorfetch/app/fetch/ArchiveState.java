package org.priorfetch.app.fetch;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.engine.model.Message;

/**
 * How one archive stands in a search.
 *
 * @param why why it did not answer; null when it did, or still may
 */
record ArchiveState(String archive, Stage stage, int found, @Nullable Message why) {

    /** How far it is. */
    enum Stage {
        ASKING, FOUND, MORE, FAILED, STOPPED
    }

    static ArchiveState asking(String archive) {
        return new ArchiveState(archive, Stage.ASKING, 0, null);
    }

    Mark mark() {
        return switch (stage) {
            case ASKING -> Mark.WAITING;
            case FOUND -> found == 0 ? Mark.NONE : Mark.READY;
            case MORE -> Mark.PARTIAL;
            case FAILED -> Mark.UNREACHABLE;
            case STOPPED -> Mark.NONE;
        };
    }

    boolean canBeAskedAgain() {
        return stage == Stage.FAILED || stage == Stage.STOPPED;
    }
}
