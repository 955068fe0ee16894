package org.priorfetch.engine.plan;

import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.PriorCandidate;

/**
 * A candidate of a source or of the PACS itself, with the decision whether its patient is the appointment's.
 *
 * @param accessionInPacs the Accession Number (0008,0050) that the study has in the PACS, or would have once it is there
 */
public record Identified(PriorCandidate candidate, IdentityDecision identity, String accessionInPacs) {

    /** A copy that the PACS holds. */
    public static Identified inPacs(PriorCandidate candidate, IdentityDecision identity) {
        return new Identified(candidate, identity, candidate.accessionNumber());
    }

    String studyInstanceUid() {
        return candidate.ref().studyInstanceUid();
    }

    boolean isLocal() {
        return candidate.ref().isLocal();
    }

    /** Whether the study may be brought in as this copy states it: its own number, or the one that it is given. */
    boolean explainsAccession(String accessionNumber) {
        String stated = accessionNumber.strip();
        return stated.equals(candidate.accessionNumber().strip()) || stated.equals(accessionInPacs.strip());
    }
}
