package org.priorfetch.engine.port;

import java.time.Instant;
import java.util.List;
import org.priorfetch.engine.model.PatientDecision;
import org.priorfetch.engine.model.SetAside;

/** What people decided, and what they put off. A decision that was added is never lost. */
public interface ReviewRepository {

    /** Stores a new decision and returns it with its ID. */
    PatientDecision add(PatientDecision decision);

    /** The decisions that were not withdrawn, oldest first. */
    List<PatientDecision> decisions();

    /** Takes a decision back; it stays as history. */
    void withdraw(long decisionId, String who, Instant at);

    List<SetAside> setAside();

    /** Replaces what was set aside of the same item. */
    void save(SetAside setAside);

    void remove(String itemId);
}
