package org.priorfetch.engine.port;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.priorfetch.engine.model.ArchiveQuery;
import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.ArchiveStudy;

/** Looks into an archive, or the PACS, for a person. An interrupt ends any of it. */
public interface ArchiveSearch {

    /**
     * What was found.
     *
     * @param more whether there are, or may be, others
     */
    record Found(List<ArchiveStudy> studies, boolean more) {

        public Found {
            studies = List.copyOf(studies);
        }
    }

    /**
     * The first studies that match.
     *
     * @param most that the archive is asked for
     * @throws PeerException when it did not answer to the end; then nothing is known
     */
    Found search(ArchiveQuery query, int most) throws PeerException;

    /**
     * How many instances it holds of each of the studies; studies that it does not hold are missing. Negative where it does
     * not tell the number.
     *
     * @throws PeerException when the answer is not known to be complete; then nothing is known
     */
    Map<String, Integer> held(Set<String> studyInstanceUids) throws PeerException;

    /**
     * The series of a study; empty when it does not hold it.
     *
     * @throws PeerException when the answer is not known to be complete; then nothing is known
     */
    List<ArchiveSeries> series(String studyInstanceUid) throws PeerException;
}
