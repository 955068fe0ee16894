package org.priorfetch.engine.dicom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.priorfetch.engine.dicom.StudyInstances.Told;
import org.priorfetch.engine.model.Availability;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.DicomText;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PersonSearch;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.SeriesOrder;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;

/** Study Root C-FIND (PS3.4 C.6.2.1.2), from the study down to its instances. */
public final class DimseFinder implements StudyFinder {

    /** The images of what is found may come on the association that it was found on. */
    private static final Contexts FIND_AND_RETRIEVE = Contexts
            .forListingAndRetrieving(StorageClassGuess.mostFrequent(Contexts.STORAGE_CLASSES));
    private static final Pattern WILD_CARDS = Pattern.compile("[*?\\\\]");

    private final AssociationPool pool;
    private final boolean confidential;
    private final SeriesOrder order;
    private final Contexts offered;
    private final StudyInstances.Helpers helpers;

    /** Asks one archive in the order in which series are read, on one association and on what others have nothing to do. */
    public DimseFinder(AssociationPool pool) {
        this(pool, false, SeriesOrder.READING, Contexts.FINDING, new IdleHelpers(pool));
    }

    /**
     * Asks one archive, and lists its studies on all associations that are free.
     *
     * @param confidential whether each study is asked for its confidentiality, too
     * @param order in which the series of a study come
     */
    public DimseFinder(AssociationPool pool, boolean confidential, SeriesOrder order) {
        this(pool, confidential, order, FIND_AND_RETRIEVE, new ListingHelpers(pool));
    }

    private DimseFinder(AssociationPool pool, boolean confidential, SeriesOrder order, Contexts offered,
            StudyInstances.Helpers helpers) {
        this.pool = pool;
        this.confidential = confidential;
        this.order = order;
        this.offered = offered;
        this.helpers = helpers;
    }

    @Override
    public String name() {
        return pool.peer().name();
    }

    @Override
    public List<PriorCandidate> findStudies(StudyQuery query) throws PeerException {
        List<Attributes> questions = switch (query) {
            case StudyQuery.OfPatient(var key) -> List.of(studies(Tag.PatientID, VR.LO, exactly(key.patientId())));
            case StudyQuery.ByUid(String uid) -> List.of(studies(Tag.StudyInstanceUID, VR.UI, uid));
            case StudyQuery.OfPerson(PersonSearch person) -> studies(person);
        };
        return ask(association -> candidates(association, questions));
    }

    private Attributes studies(int tag, VR vr, String value) {
        Attributes keys = StudyKeys.studies();
        if (confidential) {
            StudyKeys.addConfidentiality(keys);
        }
        keys.setString(tag, vr, value);
        return keys;
    }

    private static List<Attributes> studies(PersonSearch person) {
        return person.namePatterns().stream().map(pattern -> {
            Attributes keys = StudyKeys.studiesWithTraits();
            keys.setString(Tag.PatientName, VR.PN, pattern);
            keys.setString(Tag.PatientBirthDate, VR.DA, DicomText.da(person.birthDate()));
            return keys;
        }).toList();
    }

    private String exactly(String patientId) throws PeerException {
        if (patientId.isBlank() || WILD_CARDS.matcher(patientId).find()) {
            throw PeerFailures.protocol(pool.peer(), "dicom.unsearchableId");
        }
        return patientId;
    }

    private List<PriorCandidate> candidates(PeerAssociation association, List<Attributes> questions)
            throws PeerException {
        Map<String, Attributes> matches = new LinkedHashMap<>();
        for (Attributes keys : questions) {
            for (Attributes match : new CompleteFind(association, pool.peer(), keys).all()) {
                matches.putIfAbsent(DatasetValues.text(match, Tag.StudyInstanceUID), match);
            }
        }
        matches.remove("");
        List<PriorCandidate> candidates = new ArrayList<>();
        for (Attributes match : matches.values()) {
            candidates.add(candidate(association, match));
        }
        return candidates;
    }

    private PriorCandidate candidate(PeerAssociation association, Attributes match) throws PeerException {
        String uid = DatasetValues.text(match, Tag.StudyInstanceUID);
        String description = DatasetValues.text(match, Tag.StudyDescription);
        SortedSet<String> modalities = DatasetValues.texts(match, Tag.ModalitiesInStudy);
        Set<String> bodyParts = new TreeSet<>();
        Set<String> seriesDescriptions = new LinkedHashSet<>();
        Set<CodedTerm> codes = DatasetValues.codes(match, Tag.ProcedureCodeSequence);
        if (description.isEmpty() || modalities.isEmpty()) {
            for (Attributes series : association.find(Contexts.STUDY_ROOT_FIND, StudyKeys.series(uid))) {
                modalities.addAll(DatasetValues.texts(series, Tag.Modality));
                bodyParts.addAll(DatasetValues.texts(series, Tag.BodyPartExamined));
                seriesDescriptions.addAll(DatasetValues.texts(series, Tag.SeriesDescription));
                codes.addAll(DatasetValues.codes(series, Tag.AnatomicRegionSequence));
            }
        }
        return new PriorCandidate(new StudyRef(uid, name()), DatasetValues.patient(match),
                DatasetValues.text(match, Tag.AccessionNumber), DatasetValues.date(match, Tag.StudyDate),
                DatasetValues.time(match, Tag.StudyTime), description, modalities, bodyParts,
                seriesDescriptions, codes,
                match.getInt(Tag.NumberOfStudyRelatedInstances, PriorCandidate.UNKNOWN_COUNT),
                DatasetValues.traits(match), Availability.of(DatasetValues.text(match, Tag.InstanceAvailability)));
    }

    @Override
    public List<InstanceRef> findInstances(String studyInstanceUid) throws PeerException {
        return findInstances(studyInstanceUid, Told.NOTHING);
    }

    @Override
    public List<InstanceRef> findInstances(PriorCandidate found) throws PeerException {
        return findInstances(found.ref().studyInstanceUid(), new Told(found.modalities(), found.instances()));
    }

    private List<InstanceRef> findInstances(String studyInstanceUid, Told told) throws PeerException {
        return ask(association -> new StudyInstances(association, pool.peer()).inOrder(studyInstanceUid, order, helpers,
                told));
    }

    @Override
    public Set<String> findInstanceUids(String studyInstanceUid) throws PeerException {
        return ask(association -> new StudyInstances(association, pool.peer()).uids(studyInstanceUid, helpers));
    }

    private <T> T ask(AssociationPool.Work<T> work) throws PeerException {
        return pool.ask(Contexts.FINDING, offered, work);
    }
}
