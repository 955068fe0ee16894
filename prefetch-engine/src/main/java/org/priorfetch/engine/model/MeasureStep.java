package org.priorfetch.engine.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is measured at a peer, in its order. */
public enum MeasureStep {
    /** How long the line takes there and back. */
    ROUND_TRIP,
    /** What a program loses there that does not keep TCP from stalling small messages. */
    PLAIN_CLIENT,
    /** Whether it takes several operations at a time on one association. */
    WINDOW,
    /** How many associations it grants at the same time. */
    ASSOCIATIONS,
    /** What its web server offers. */
    HTTP,
    /** How fast images come. */
    DOWN,
    /** How fast images are taken. */
    UP;

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that follows; empty after the last. */
    public Optional<MeasureStep> next() {
        return Arrays.stream(values()).dropWhile(step -> step != this).skip(1).findFirst();
    }
}
