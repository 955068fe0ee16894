package org.priorfetch.engine.plan;

import java.util.List;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;

/** What is to be done with one study, should it prove relevant. */
sealed interface Proposal {

    /** The copy that stands for the study. */
    PriorCandidate candidate();

    /**
     * To be brought in.
     *
     * @param partlyHere whether the PACS already holds a part
     */
    record Fetch(PriorCandidate candidate, boolean partlyHere) implements Proposal {}

    /**
     * In the PACS.
     *
     * @param copies the sources' copies to compare it with
     */
    record Present(PriorCandidate candidate, List<PriorCandidate> copies) implements Proposal {}

    /**
     * A person must decide.
     *
     * @param always whether even when it is not relevant
     */
    record Hold(PriorCandidate candidate, Reason reason, boolean always) implements Proposal {}

    /** Lies where it cannot be had. */
    record Unavailable(PriorCandidate candidate) implements Proposal {}

    /** Somebody else's. */
    record Refuse(PriorCandidate candidate, Reason reason) implements Proposal {}
}
