package org.priorfetch.engine.runtime;

import java.time.Instant;

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
        return job(item, study, item.urgency(), item.scheduledStart(), now);
    }

    /** For an appointment, and a person waits for it. */
    static TransferJob byHand(WorklistItem item, PriorCandidate study, Instant now) {
        return job(item, study, item.urgency() == Urgency.STAT ? Urgency.STAT : Urgency.HIGH, now, now);
    }

    private static TransferJob job(WorklistItem item, PriorCandidate study, Urgency urgency, Instant due,
            Instant now) {
        return new TransferJob(TransferJob.UNSAVED, item.appointmentId(), item.patient(), study, urgency, due,
                TransferState.QUEUED, 0, now,
                study.instances(), 0, 0, null, now);
    }
}
