package org.priorfetch.engine.model;

import java.util.List;

/** An appointment that is over, with all candidates that were its patient's. Who the patient was is not kept. */
public record PastAppointment(WorklistItem item, List<PriorCandidate> candidates) {

    public PastAppointment {
        candidates = List.copyOf(candidates);
    }
}
