package org.priorfetch.engine.port;

import java.util.List;

import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PriorCandidate;

/** Asks an archive or the PACS what it holds. */
public interface StudyFinder {

    String name();

    /**
     * The studies that match.
     *
     * @throws PeerException when the answer is not known to be complete; then nothing is known
     */
    List<PriorCandidate> findStudies(StudyQuery query) throws PeerException;

    /**
     * The instances of a study, in the order of the series; empty when the peer does not hold it.
     *
     * @throws PeerException when the answer is not known to be complete; then nothing is known
     */
    List<InstanceRef> findInstances(String studyInstanceUid) throws PeerException;
}
