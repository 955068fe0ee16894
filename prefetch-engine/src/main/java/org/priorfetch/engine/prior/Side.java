package org.priorfetch.engine.prior;

/** Which of two like parts of the body. */
public enum Side {
    LEFT, RIGHT, BOTH, UNKNOWN;

    /** Whether it is certain that nothing of the one is seen in the other. */
    public boolean isOppositeOf(Side other) {
        return (this == LEFT && other == RIGHT) || (this == RIGHT && other == LEFT);
    }
}
