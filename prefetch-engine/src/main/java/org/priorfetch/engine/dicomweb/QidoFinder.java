package org.priorfetch.engine.dicomweb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.Availability;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.DicomText;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PersonSearch;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.ReadingOrder;
import org.priorfetch.engine.model.SeriesOrder;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;

/** Finds studies and their instances by QIDO-RS. */
public final class QidoFinder implements StudyFinder {

    private static final Pattern WILD_CARDS = Pattern.compile("[*?\\\\,]");
    private static final Attribute[] OF_A_STUDY = {Attribute.STUDY_DESCRIPTION, Attribute.ISSUER_OF_PATIENT_ID,
            Attribute.PROCEDURE_CODE_SEQUENCE, Attribute.MODALITIES_IN_STUDY,
            Attribute.NUMBER_OF_STUDY_RELATED_INSTANCES, Attribute.INSTANCE_AVAILABILITY};
    private static final Attribute[] TRAITS = {Attribute.OTHER_PATIENT_IDS_SEQUENCE, Attribute.PATIENT_ADDRESS,
            Attribute.PATIENT_TELEPHONE_NUMBERS, Attribute.PATIENT_MOTHER_BIRTH_NAME, Attribute.CONFIDENTIALITY};
    private static final Attribute[] OF_A_SERIES = {Attribute.SERIES_DESCRIPTION, Attribute.SERIES_DATE,
            Attribute.SERIES_TIME, Attribute.SERIES_NUMBER};

    private final WebServer server;
    private final QidoClient client;
    private final boolean confidential;
    private final SeriesOrder order;

    /** Asks one server in the order in which series are read. */
    public QidoFinder(WebServer server, boolean confidential) {
        this(server, confidential, SeriesOrder.READING);
    }

    /**
     * Asks one server.
     *
     * @param confidential whether each study is asked for its confidentiality, too
     * @param order in which the series of a study come
     */
    public QidoFinder(WebServer server, boolean confidential, SeriesOrder order) {
        this.server = server;
        this.client = new QidoClient(server);
        this.confidential = confidential;
        this.order = order;
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public List<PriorCandidate> findStudies(StudyQuery query) throws PeerException {
        List<Query> questions = switch (query) {
            case StudyQuery.OfPatient(var key) -> List.of(studies(Attribute.PATIENT_ID, exactly(key.patientId())));
            case StudyQuery.ByUid(String uid) -> List.of(studies(Attribute.STUDY_INSTANCE_UID, uid));
            case StudyQuery.OfPerson(PersonSearch person) -> studies(person);
        };
        Map<String, Match> matches = new LinkedHashMap<>();
        for (Query question : questions) {
            for (Match match : client.all(question, Attribute.STUDY_INSTANCE_UID)) {
                if (answers(query, match)) {
                    matches.putIfAbsent(match.text(Attribute.STUDY_INSTANCE_UID), match);
                }
            }
        }
        List<PriorCandidate> candidates = new ArrayList<>();
        for (Match match : matches.values()) {
            candidates.add(candidate(match));
        }
        return candidates;
    }

    /** A study of an ID that only looks alike, because a character was left open, is none of the patient's. */
    private static boolean answers(StudyQuery query, Match match) {
        return !(query instanceof StudyQuery.OfPatient(var key))
                || match.text(Attribute.PATIENT_ID).equals(key.patientId());
    }

    private Query studies(Attribute attribute, String value) {
        Query query = Query.studies().matching(attribute, value).including(OF_A_STUDY);
        return confidential ? query.including(Attribute.CONFIDENTIALITY) : query;
    }

    private static List<Query> studies(PersonSearch person) {
        String born = DicomText.da(person.birthDate());
        return person.namePatterns()
                .stream()
                .map(pattern -> Query.studies()
                        .matching(Attribute.PATIENT_NAME, pattern)
                        .matching(Attribute.PATIENT_BIRTH_DATE, born)
                        .including(OF_A_STUDY)
                        .including(TRAITS))
                .toList();
    }

    private String exactly(String patientId) throws PeerException {
        if (patientId.isBlank() || WILD_CARDS.matcher(patientId).find()) {
            throw WebFailures.protocol(name(), "dicomweb.unsearchableId");
        }
        return patientId;
    }

    private PriorCandidate candidate(Match match) throws PeerException {
        String uid = match.text(Attribute.STUDY_INSTANCE_UID);
        String description = match.text(Attribute.STUDY_DESCRIPTION);
        SortedSet<String> modalities = match.texts(Attribute.MODALITIES_IN_STUDY);
        Set<String> bodyParts = new TreeSet<>();
        Set<String> seriesDescriptions = new LinkedHashSet<>();
        Set<CodedTerm> codes = match.codes(Attribute.PROCEDURE_CODE_SEQUENCE);
        if (description.isEmpty() || modalities.isEmpty()) {
            Query query = Query.series(uid)
                    .pressing()
                    .including(Attribute.BODY_PART_EXAMINED, Attribute.SERIES_DESCRIPTION,
                            Attribute.ANATOMIC_REGION_SEQUENCE);
            for (Match series : client.all(query, Attribute.SERIES_INSTANCE_UID)) {
                modalities.addAll(series.texts(Attribute.MODALITY));
                bodyParts.addAll(series.texts(Attribute.BODY_PART_EXAMINED));
                seriesDescriptions.addAll(series.texts(Attribute.SERIES_DESCRIPTION));
                codes.addAll(series.codes(Attribute.ANATOMIC_REGION_SEQUENCE));
            }
        }
        return new PriorCandidate(new StudyRef(uid, name()), match.patient(), match.text(Attribute.ACCESSION_NUMBER),
                DicomText.date(match.text(Attribute.STUDY_DATE)), DicomText.time(match.text(Attribute.STUDY_TIME)),
                description, modalities, bodyParts, seriesDescriptions, codes,
                match.count(Attribute.NUMBER_OF_STUDY_RELATED_INSTANCES), match.traits(),
                Availability.of(match.text(Attribute.INSTANCE_AVAILABILITY)));
    }

    /** Localizers are told by their images, so that only what a series is called says here whether it is one. */
    @Override
    public List<ArchiveSeries> findSeries(String studyInstanceUid) throws PeerException {
        Query query = Query.series(studyInstanceUid)
                .including(OF_A_SERIES)
                .including(Attribute.NUMBER_OF_SERIES_RELATED_INSTANCES);
        return order.sorted(client.all(query, Attribute.SERIES_INSTANCE_UID), QidoFinder::facts)
                .stream()
                .map(Match::series)
                .toList();
    }

    @Override
    public List<InstanceRef> findInstances(String studyInstanceUid) throws PeerException {
        return findInstances(studyInstanceUid, PriorCandidate.UNKNOWN_COUNT);
    }

    /** Where the archive has told how many there are, a list that is as long needs no further proof that it is whole. */
    @Override
    public List<InstanceRef> findInstances(PriorCandidate found) throws PeerException {
        return findInstances(found.ref().studyInstanceUid(), found.instances());
    }

    /** All in one answer, which tells of their series, too. */
    private List<InstanceRef> findInstances(String studyInstanceUid, int told) throws PeerException {
        Query query = Query.instances(studyInstanceUid)
                .including(Attribute.SOP_CLASS_UID, Attribute.SERIES_INSTANCE_UID)
                .including(OF_A_SERIES);
        if (order.asksForLocalizers()) {
            query.including(Attribute.IMAGE_TYPE);
        }
        Map<String, List<Match>> bySeries = new LinkedHashMap<>();
        for (Match match : client.all(query, Attribute.SOP_INSTANCE_UID, told)) {
            String series = match.text(Attribute.SERIES_INSTANCE_UID);
            if (series.isEmpty()) {
                throw WebFailures.protocol(name(), "dicomweb.answerWithoutUid");
            }
            bySeries.computeIfAbsent(series, _ -> new ArrayList<>()).add(match);
        }
        return order.sorted(bySeries.values(), QidoFinder::series)
                .stream()
                .flatMap(List::stream)
                .map(match -> new InstanceRef(match.text(Attribute.SOP_INSTANCE_UID),
                        match.text(Attribute.SOP_CLASS_UID), match.text(Attribute.SERIES_INSTANCE_UID)))
                .toList();
    }

    private static ReadingOrder.Series series(List<Match> images) {
        return facts(images.getFirst()).ofLocalizers(ReadingOrder
                .areLocalizers(images.stream().map(image -> image.texts(Attribute.IMAGE_TYPE)).toList()));
    }

    private static ReadingOrder.Series facts(Match match) {
        return ReadingOrder.Series.of(match.text(Attribute.SERIES_DESCRIPTION),
                DicomText.date(match.text(Attribute.SERIES_DATE)), DicomText.time(match.text(Attribute.SERIES_TIME)),
                match.text(Attribute.SERIES_NUMBER));
    }
}
