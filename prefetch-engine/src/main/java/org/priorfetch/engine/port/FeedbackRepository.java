package org.priorfetch.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.priorfetch.engine.model.PriorFeedback;
import org.priorfetch.engine.model.PriorFeedback.Kind;

/** What people did with studies by hand, and the suggestions that they do not want to see. */
public interface FeedbackRepository {

    /** Adds it. It is kept as long as its appointment is among the past ones: 60 days. */
    void add(PriorFeedback feedback);

    /** Forgets what was done to the study for the appointment, because it was taken back. */
    void takeBack(String appointmentId, String studyInstanceUid, Kind kind);

    /** What was done for appointments that were scheduled at or after the instant, oldest first. */
    List<PriorFeedback> since(Instant from);

    /** What was done for the appointment, oldest first. */
    List<PriorFeedback> of(String appointmentId);

    /** IDs of the suggestions that are not to be shown. */
    Set<String> dismissed();

    void dismiss(String suggestionId, String who, Instant at);

    /** Shows it again. */
    void restore(String suggestionId);
}
