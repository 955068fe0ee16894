package org.priorfetch.engine.api;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Urgency;

/**
 * An appointment as screens show it.
 *
 * @param id accession number, or the study's UID where the worklist gives none
 * @param etaSeconds until all is here; null when nothing is under way or nothing is known
 * @param priors all candidates, the relevant ones first
 * @param regions what the examination shows, each with its side where it has one; empty when nothing tells
 */
public record AppointmentView(String id, Patient patient, SortedSet<String> modalities, String procedure,
        Instant scheduledStart, Urgency urgency, ReadinessVerdict verdict, @Nullable Long etaSeconds,
        List<PriorView> priors, List<Message> regions) {

    public AppointmentView {
        priors = List.copyOf(priors);
        regions = List.copyOf(regions);
    }

    /** Relevant priors, whether here or not. */
    public long relevant() {
        return priors.stream().filter(prior -> prior.state().isRelevant()).count();
    }

    /** Relevant priors that are wholly here. */
    public long here() {
        return priors.stream().filter(PriorView::isHere).count();
    }
}
