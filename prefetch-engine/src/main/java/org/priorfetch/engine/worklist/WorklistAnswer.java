package org.priorfetch.engine.worklist;

import java.time.Instant;
import java.util.List;

import org.priorfetch.engine.model.WorklistItem;

/**
 * A complete answer of one worklist.
 *
 * @param from start of the interval that was asked for, inclusive
 * @param to its end, exclusive
 */
public record WorklistAnswer(String worklist, Instant from, Instant to, List<WorklistItem> items) {

    public WorklistAnswer {
        items = List.copyOf(items);
    }

    /** The same interval with other appointments. */
    public WorklistAnswer with(List<WorklistItem> others) {
        return new WorklistAnswer(worklist, from, to, others);
    }

    boolean covers(WorklistItem item) {
        return item.worklist().equals(worklist) && !item.scheduledStart().isBefore(from)
                && item.scheduledStart().isBefore(to);
    }
}
