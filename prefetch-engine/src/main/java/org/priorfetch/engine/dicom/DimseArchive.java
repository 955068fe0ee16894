package org.priorfetch.engine.dicom;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.priorfetch.engine.model.ArchiveQuery;
import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.ArchiveStudy;
import org.priorfetch.engine.model.Availability;
import org.priorfetch.engine.port.AnswerCaps;
import org.priorfetch.engine.port.ArchiveSearch;
import org.priorfetch.engine.port.PeerException;

/** Study Root C-FIND for people: the first matches are enough, and an answer may be cut short. */
public final class DimseArchive implements ArchiveSearch {

    private final AssociationPool pool;

    public DimseArchive(AssociationPool pool) {
        this.pool = pool;
    }

    @Override
    public Found search(ArchiveQuery query, int most) throws PeerException {
        return pool.ask(Contexts.FINDING, association -> search(association, query, most));
    }

    private static Found search(PeerAssociation association, ArchiveQuery query, int most) throws PeerException {
        Map<String, ArchiveStudy> found = new LinkedHashMap<>();
        boolean more = false;
        for (Attributes keys : SearchKeys.studies(query)) {
            List<Attributes> matches = association.findFirst(Contexts.STUDY_ROOT_FIND, keys, most);
            more |= matches.size() > most || AnswerCaps.mayBeCapped(matches.size());
            matches.stream()
                    .map(DimseArchive::study)
                    .filter(study -> !study.studyInstanceUid().isEmpty() && query.admits(study))
                    .forEach(study -> found.putIfAbsent(study.studyInstanceUid(), study));
        }
        return new Found(found.values().stream().limit(most).toList(), more || found.size() > most);
    }

    private static ArchiveStudy study(Attributes match) {
        return new ArchiveStudy(DatasetValues.text(match, Tag.StudyInstanceUID), DatasetValues.patient(match),
                DatasetValues.text(match, Tag.AccessionNumber), DatasetValues.date(match, Tag.StudyDate),
                DatasetValues.time(match, Tag.StudyTime), DatasetValues.text(match, Tag.StudyDescription),
                DatasetValues.texts(match, Tag.ModalitiesInStudy),
                match.getInt(Tag.NumberOfStudyRelatedSeries, ArchiveStudy.UNKNOWN_COUNT),
                match.getInt(Tag.NumberOfStudyRelatedInstances, ArchiveStudy.UNKNOWN_COUNT),
                Availability.of(DatasetValues.text(match, Tag.InstanceAvailability)));
    }

    @Override
    public Map<String, Integer> held(Set<String> studyInstanceUids) throws PeerException {
        if (studyInstanceUids.isEmpty()) {
            return Map.of();
        }
        Map<String, Integer> held = new HashMap<>();
        for (Attributes match : all(SearchKeys.held(studyInstanceUids))) {
            String uid = DatasetValues.text(match, Tag.StudyInstanceUID);
            if (studyInstanceUids.contains(uid)) {
                held.put(uid, match.getInt(Tag.NumberOfStudyRelatedInstances, ArchiveStudy.UNKNOWN_COUNT));
            }
        }
        return held;
    }

    @Override
    public List<ArchiveSeries> series(String studyInstanceUid) throws PeerException {
        return all(SearchKeys.series(studyInstanceUid)).stream()
                .filter(match -> match.containsValue(Tag.SeriesInstanceUID))
                .map(DimseArchive::series)
                .toList();
    }

    private static ArchiveSeries series(Attributes match) {
        return new ArchiveSeries(DatasetValues.text(match, Tag.SeriesInstanceUID),
                DatasetValues.text(match, Tag.SeriesNumber), DatasetValues.text(match, Tag.Modality),
                DatasetValues.text(match, Tag.SeriesDescription), DatasetValues.text(match, Tag.BodyPartExamined),
                match.getInt(Tag.NumberOfSeriesRelatedInstances, ArchiveStudy.UNKNOWN_COUNT));
    }

    private Collection<Attributes> all(Attributes keys) throws PeerException {
        return pool.ask(Contexts.FINDING, association -> association.find(Contexts.STUDY_ROOT_FIND, keys));
    }
}
