package org.priorfetch.engine.dicomweb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.priorfetch.engine.model.ArchiveQuery;
import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.ArchiveStudy;
import org.priorfetch.engine.model.Availability;
import org.priorfetch.engine.model.DicomText;
import org.priorfetch.engine.port.AnswerCaps;
import org.priorfetch.engine.port.ArchiveSearch;
import org.priorfetch.engine.port.PeerException;

/** QIDO-RS for people: the first matches are enough, and an answer may be cut short. */
public final class QidoSearch implements ArchiveSearch {

    private final QidoClient client;

    public QidoSearch(WebServer server) {
        this.client = new QidoClient(server);
    }

    @Override
    public Found search(ArchiveQuery query, int most) throws PeerException {
        Map<String, ArchiveStudy> found = new LinkedHashMap<>();
        boolean more = false;
        for (Query question : questions(query)) {
            List<Match> matches = client.first(question, most);
            more |= matches.size() > most || AnswerCaps.mayBeCapped(matches.size());
            matches.stream()
                    .map(QidoSearch::study)
                    .filter(study -> !study.studyInstanceUid().isEmpty() && query.admits(study))
                    .forEach(study -> found.putIfAbsent(study.studyInstanceUid(), study));
        }
        return new Found(found.values().stream().limit(most).toList(), more || found.size() > most);
    }

    private static List<Query> questions(ArchiveQuery query) {
        List<String> names = query.namePatterns();
        return names.isEmpty() ? List.of(question(query, ""))
                : names.stream().map(name -> question(query, name)).toList();
    }

    private static Query question(ArchiveQuery query, String name) {
        Query question = Query.studies();
        match(question, Attribute.PATIENT_NAME, name);
        match(question, Attribute.PATIENT_ID, query.patientId());
        match(question, Attribute.PATIENT_BIRTH_DATE, DicomText.da(query.patientBirthDate()));
        match(question, Attribute.ACCESSION_NUMBER, query.accessionNumber());
        match(question, Attribute.STUDY_DATE, query.studyDates());
        match(question, Attribute.MODALITIES_IN_STUDY, query.modality());
        match(question, Attribute.STUDY_DESCRIPTION, query.descriptionPattern());
        return question.including(Attribute.STUDY_DESCRIPTION, Attribute.ISSUER_OF_PATIENT_ID,
                Attribute.MODALITIES_IN_STUDY, Attribute.NUMBER_OF_STUDY_RELATED_SERIES,
                Attribute.NUMBER_OF_STUDY_RELATED_INSTANCES, Attribute.INSTANCE_AVAILABILITY);
    }

    private static void match(Query query, Attribute attribute, String value) {
        if (!value.isEmpty()) {
            query.matching(attribute, value);
        }
    }

    private static ArchiveStudy study(Match match) {
        return new ArchiveStudy(match.text(Attribute.STUDY_INSTANCE_UID), match.patient(),
                match.text(Attribute.ACCESSION_NUMBER), DicomText.date(match.text(Attribute.STUDY_DATE)),
                DicomText.time(match.text(Attribute.STUDY_TIME)), match.text(Attribute.STUDY_DESCRIPTION),
                match.texts(Attribute.MODALITIES_IN_STUDY), match.count(Attribute.NUMBER_OF_STUDY_RELATED_SERIES),
                match.count(Attribute.NUMBER_OF_STUDY_RELATED_INSTANCES),
                Availability.of(match.text(Attribute.INSTANCE_AVAILABILITY)));
    }

    @Override
    public Map<String, Integer> held(Set<String> studyInstanceUids) throws PeerException {
        Map<String, Integer> held = new HashMap<>();
        for (String uid : studyInstanceUids) {
            Query query = Query.studies()
                    .matching(Attribute.STUDY_INSTANCE_UID, uid)
                    .including(Attribute.NUMBER_OF_STUDY_RELATED_INSTANCES);
            for (Match match : client.all(query, Attribute.STUDY_INSTANCE_UID)) {
                if (match.text(Attribute.STUDY_INSTANCE_UID).equals(uid)) {
                    held.put(uid, match.count(Attribute.NUMBER_OF_STUDY_RELATED_INSTANCES));
                }
            }
        }
        return held;
    }

    @Override
    public List<ArchiveSeries> series(String studyInstanceUid) throws PeerException {
        Query query = Query.series(studyInstanceUid)
                .pressing()
                .including(Attribute.SERIES_DESCRIPTION, Attribute.BODY_PART_EXAMINED,
                        Attribute.NUMBER_OF_SERIES_RELATED_INSTANCES);
        List<ArchiveSeries> series = new ArrayList<>();
        for (Match match : client.all(query, Attribute.SERIES_INSTANCE_UID)) {
            series.add(match.series());
        }
        return series;
    }
}
