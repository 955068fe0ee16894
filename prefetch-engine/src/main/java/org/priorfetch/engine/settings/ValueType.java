package org.priorfetch.engine.settings;

import java.util.Optional;
import java.util.function.Function;

import org.priorfetch.engine.model.Message;

/**
 * A kind of scalar value.
 *
 * @param parser empty when the text is not of this kind
 * @param problem the sentence for a text that is not; called with the key and the text as it may be shown
 * @param standIn what reading goes on with after a problem was noted; never reaches the settings
 */
record ValueType<T>(Function<String, Optional<T>> parser, Problem problem, T standIn) {

    /** Makes the sentence of a bad value. */
    @FunctionalInterface
    interface Problem {

        Message of(String key, String shown);
    }
}
