package org.priorfetch.engine.port;

import java.util.Set;

/** The lengths at which archives are set to end their answers, with or without saying so. */
public final class AnswerCaps {

    private static final Set<Integer> KNOWN = Set.of(50, 100, 200, 250, 300, 400, 500, 1000, 1500, 2000, 5000, 10_000);

    private AnswerCaps() {}

    /** Whether an answer of this length may have been ended by the archive before its end. */
    public static boolean mayBeCapped(int matches) {
        return KNOWN.contains(matches);
    }
}
