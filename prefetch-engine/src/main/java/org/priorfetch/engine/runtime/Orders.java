package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.util.Set;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;

/** New transfer jobs. */
final class Orders {

    private Orders() {}

    /** For an appointment, when it needs it. */
    static TransferJob byRule(WorklistItem item, PriorCandidate study, Instant now) {
        return job(item, study, Set.of(), item.urgency(), item.scheduledStart(), now);
    }

    /** A person waits for it, with or without an appointment. */
    static TransferJob byHand(@Nullable WorklistItem item, PriorCandidate study, Instant now) {
        return byHand(item, study, Set.of(), now);
    }

    /** The same for a part of the study; all of it where no series is named. */
    static TransferJob byHand(@Nullable WorklistItem item, PriorCandidate study, Set<String> seriesUids,
            Instant now) {
        boolean stat = item != null && item.urgency() == Urgency.STAT;
        return job(item, study, seriesUids, stat ? Urgency.STAT : Urgency.HIGH, now, now);
    }

    private static TransferJob job(@Nullable WorklistItem item, PriorCandidate study, Set<String> seriesUids,
            Urgency urgency, Instant due, Instant now) {
        int expected = seriesUids.isEmpty() ? study.instances() : PriorCandidate.UNKNOWN_COUNT;
        return new TransferJob(TransferJob.UNSAVED, item == null ? null : item.appointmentId(),
                item == null ? null : item.patient(), study, urgency, due, TransferState.QUEUED, 0, now,
                expected, 0, 0, null, now, seriesUids);
    }
}
