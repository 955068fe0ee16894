package org.priorfetch.engine.model;

import java.util.Locale;

/** Which of two like parts of the body. */
public enum Side {
    LEFT, RIGHT, BOTH, UNKNOWN;

    /** The message that adds it to the name of a region; there is none for {@link #UNKNOWN}. */
    public String key() {
        return "prior.side." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is certain that nothing of the one is seen in the other. */
    public boolean isOppositeOf(Side other) {
        return (this == LEFT && other == RIGHT) || (this == RIGHT && other == LEFT);
    }
}
