package org.priorfetch.engine.runtime;

import java.util.List;
import java.util.Map;

import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;

/**
 * What the sources and the PACS said of a patient.
 *
 * @param unanswered who did not answer, and why
 */
record Answers(List<PriorCandidate> candidates, Map<String, Reason> unanswered) {

    Answers {
        candidates = List.copyOf(candidates);
        unanswered = Map.copyOf(unanswered);
    }
}
