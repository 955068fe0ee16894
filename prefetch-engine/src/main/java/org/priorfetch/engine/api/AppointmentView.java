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
 * @param section where it takes place: its location, else its station; empty when the worklist tells neither
 * @param reader who is scheduled to perform or read it, in the form of a person name; empty when the worklist does not tell
 * @param pinned whether a person wants it on top, and kept after its time
 * @param notes why somebody was not asked or did not answer, each once
 * @param late whether all will be here only after the start, as it looks now
 */
public record AppointmentView(String id, Patient patient, SortedSet<String> modalities, String procedure,
        Instant scheduledStart, Urgency urgency, ReadinessVerdict verdict, @Nullable Long etaSeconds,
        List<PriorView> priors, List<Message> regions, String section, String reader, boolean pinned,
        List<Message> notes, boolean late) {

    public AppointmentView {
        priors = List.copyOf(priors);
        regions = List.copyOf(regions);
        notes = List.copyOf(notes);
    }

    /** One of which there is nothing to note. */
    public AppointmentView(String id, Patient patient, SortedSet<String> modalities, String procedure,
            Instant scheduledStart, Urgency urgency, ReadinessVerdict verdict, @Nullable Long etaSeconds,
            List<PriorView> priors, List<Message> regions, String section, String reader, boolean pinned) {
        this(id, patient, modalities, procedure, scheduledStart, urgency, verdict, etaSeconds, priors, regions, section,
                reader, pinned, List.of());
    }

    /** One that will be in time, as far as is known. */
    public AppointmentView(String id, Patient patient, SortedSet<String> modalities, String procedure,
            Instant scheduledStart, Urgency urgency, ReadinessVerdict verdict, @Nullable Long etaSeconds,
            List<PriorView> priors, List<Message> regions, String section, String reader, boolean pinned,
            List<Message> notes) {
        this(id, patient, modalities, procedure, scheduledStart, urgency, verdict, etaSeconds, priors, regions, section,
                reader, pinned, notes, false);
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
