package org.priorfetch.app.review;

import java.util.List;
import org.priorfetch.engine.api.NextStep;

/** What a person can say to something on the screen "Review". */
enum Answer {
    SAME, DIFFERENT, RETRY, OTHER_SOURCE, ACCEPT, GIVE_UP, LATER, WITHDRAW;

    static Answer of(NextStep step) {
        return switch (step) {
            case RETRY -> RETRY;
            case OTHER_SOURCE -> OTHER_SOURCE;
            case ACCEPT -> ACCEPT;
            case GIVE_UP -> GIVE_UP;
            case LATER -> LATER;
        };
    }

    /** What has to be said before it is done. */
    boolean needsReason() {
        return this != RETRY && this != OTHER_SOURCE && this != WITHDRAW;
    }

    /** Whether it is asked first, naming what will happen. */
    boolean isAskedFirst() {
        return needsReason() || this == WITHDRAW;
    }

    /** How many reasons are offered to choose from. */
    List<Integer> offeredReasons() {
        return switch (this) {
            case SAME -> List.of(1, 2, 3);
            case DIFFERENT, LATER -> List.of(1, 2, 3);
            case ACCEPT, GIVE_UP -> List.of(1, 2);
            case RETRY, OTHER_SOURCE, WITHDRAW -> List.of();
        };
    }
}
