package org.priorfetch.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * One step of the connectivity doctor.
 *
 * @param step the word of a {@link CheckStep}
 * @param ok whether nothing is wrong, also when it was skipped
 * @param detail what was seen, or why it was skipped
 * @param advice what to do; null when the step passed
 * @param skipped whether there was nothing to try
 */
public record ProbeStep(String step, boolean ok, long millis, Message detail, @Nullable Message advice,
        boolean skipped) {

    public static ProbeStep skipped(CheckStep step, Message why) {
        return new ProbeStep(step.word(), true, 0, why, null, true);
    }
}
