package org.priorfetch.app.review;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.engine.api.ReviewCommand.MadeDecision;
import org.priorfetch.engine.api.ReviewItem;

/**
 * What a row shows of something that waits for a person, or of a decision.
 *
 * @param item null for a decision
 * @param decision null for something that waits
 * @param heading what stands above the first row of a group; empty for the others
 * @param quiet whether it was put off
 */
record ReviewLine(String id, @Nullable ReviewItem item, @Nullable MadeDecision decision, String heading, boolean quiet,
        Mark mark, String title, String hint, String when) {

    ReviewLine under(String newHeading) {
        return new ReviewLine(id, item, decision, newHeading, quiet, mark, title, hint, when);
    }
}
