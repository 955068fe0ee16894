package org.priorfetch.engine.port;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.priorfetch.engine.model.ArchiveSeries;
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
     * The instances of a study, one series after the other, as far as can be told in the order in which they are read; empty when the peer does not hold it.
     *
     * @throws PeerException when the answer is not known to be complete; then nothing is known
     */
    List<InstanceRef> findInstances(String studyInstanceUid) throws PeerException;

    /** The same of a study that was found there before: what was told of it then helps to list it sooner. */
    default List<InstanceRef> findInstances(PriorCandidate found) throws PeerException {
        return findInstances(found.ref().studyInstanceUid());
    }

    /**
     * The series of a study in the order of their instances, as far as can be told, for archives that tell it much sooner; empty where
     * they have to be listed to know.
     *
     * @throws PeerException when the answer is not known to be complete
     */
    default List<ArchiveSeries> findSeries(String studyInstanceUid) throws PeerException {
        return List.of();
    }

    /**
     * The SOP Instance UIDs of a study, and nothing else of them: some archives must open every file to tell more.
     *
     * @throws PeerException when the answer is not known to be complete; then nothing is known
     */
    default Set<String> findInstanceUids(String studyInstanceUid) throws PeerException {
        return findInstances(studyInstanceUid).stream().map(InstanceRef::sopInstanceUid).collect(Collectors.toSet());
    }
}
