package org.priorfetch.engine.transfer;

import java.time.Duration;

import org.priorfetch.engine.model.SlowStore;
import org.priorfetch.engine.port.StorageCommitment;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyRetriever;
import org.priorfetch.engine.port.StudyStore;

/**
 * Between whom a study is relayed.
 *
 * @param commitment of the PACS, as a further proof
 * @param lanes instances that may be under way at a time, 1 or more
 * @param patience how long the source may take until the first image of a study on its slow store comes
 */
public record RelayPeers(StudyFinder source, StudyRetriever retriever, StudyFinder pacs, StudyStore store,
        StorageCommitment commitment, int lanes, Duration patience) {

    /** Where the PACS is not asked to commit to anything. */
    public RelayPeers(StudyFinder source, StudyRetriever retriever, StudyFinder pacs, StudyStore store, int lanes) {
        this(source, retriever, pacs, store, StorageCommitment.NONE, lanes, SlowStore.DEFAULT.patience());
    }

    /** The same under other limits. */
    public RelayPeers within(int otherLanes, Duration otherPatience) {
        return new RelayPeers(source, retriever, pacs, store, commitment, otherLanes, otherPatience);
    }

    /** The same with another way out of the source. */
    RelayPeers with(StudyRetriever other) {
        return new RelayPeers(source, other, pacs, store, commitment, lanes, patience);
    }
}
