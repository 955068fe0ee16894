package org.priorfetch.engine.transfer;

import org.priorfetch.engine.port.StorageCommitment;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyRetriever;
import org.priorfetch.engine.port.StudyStore;

/**
 * Between whom a study is relayed.
 *
 * @param commitment of the PACS, as a further proof
 * @param lanes instances that may be under way at a time, 1 or more
 */
public record RelayPeers(StudyFinder source, StudyRetriever retriever, StudyFinder pacs, StudyStore store,
        StorageCommitment commitment, int lanes) {

    /** Where the PACS is not asked to commit to anything. */
    public RelayPeers(StudyFinder source, StudyRetriever retriever, StudyFinder pacs, StudyStore store, int lanes) {
        this(source, retriever, pacs, store, StorageCommitment.NONE, lanes);
    }

    /** The same with another number of lanes. */
    public RelayPeers withLanes(int wanted) {
        return new RelayPeers(source, retriever, pacs, store, commitment, wanted);
    }

    /** The same with another way out of the source. */
    RelayPeers with(StudyRetriever other) {
        return new RelayPeers(source, other, pacs, store, commitment, lanes);
    }
}
