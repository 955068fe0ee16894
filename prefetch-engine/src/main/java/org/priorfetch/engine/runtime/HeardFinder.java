package org.priorfetch.engine.runtime;

import java.util.List;
import java.util.Set;

import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;

/** What transfers ask an archive or the PACS. */
record HeardFinder(StudyFinder finder, Hearing hearing) implements StudyFinder {

    @Override
    public String name() {
        return finder.name();
    }

    @Override
    public List<PriorCandidate> findStudies(StudyQuery query) throws PeerException {
        return hearing.answered(() -> finder.findStudies(query));
    }

    @Override
    public List<InstanceRef> findInstances(String studyInstanceUid) throws PeerException {
        return hearing.answered(() -> finder.findInstances(studyInstanceUid));
    }

    @Override
    public List<InstanceRef> findInstances(PriorCandidate found) throws PeerException {
        return hearing.answered(() -> finder.findInstances(found));
    }

    @Override
    public List<ArchiveSeries> findSeries(String studyInstanceUid) throws PeerException {
        return hearing.answered(() -> finder.findSeries(studyInstanceUid));
    }

    @Override
    public Set<String> findInstanceUids(String studyInstanceUid) throws PeerException {
        return hearing.answered(() -> finder.findInstanceUids(studyInstanceUid));
    }
}
