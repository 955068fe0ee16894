package org.priorfetch.engine.runtime;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;

/**
 * What the sources and the PACS said of a patient.
 *
 * @param unanswered who did not answer, or was not asked, and why
 * @param notThere who has answered that the patient is not known there, in words
 * @param notAsked of those who were not asked on purpose: asking again would change nothing
 */
record Answers(List<PriorCandidate> candidates, Map<String, Reason> unanswered,
        Map<String, Reason> notThere, Set<String> notAsked) {

    Answers {
        candidates = List.copyOf(candidates);
        unanswered = Map.copyOf(unanswered);
        notThere = Map.copyOf(notThere);
        notAsked = Set.copyOf(notAsked);
    }
}
