package org.priorfetch.engine.runtime;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.identity.Likeness;
import org.priorfetch.engine.model.CrossReference;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientSearch;
import org.priorfetch.engine.model.PersonSearch;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.port.PatientDirectory;
import org.priorfetch.engine.port.PatientDirectory.Listing;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one source for the studies of a patient, after the index or directory that knows under which IDs. */
final class PatientStudies {

    private static final Logger LOG = LoggerFactory.getLogger(PatientStudies.class);

    /** More persons who may be one are found by the source itself as well, in fewer queries. */
    private static final int MOST_LISTED = 20;

    /**
     * @param notAsked why it was not asked in the end, although priors may exist there; null when it was
     * @param notThere why there was nothing to ask it, because the patient is not known there; null when he is
     */
    record Found(List<PriorCandidate> candidates, @Nullable Reason notAsked, @Nullable Reason notThere) {

        Found {
            candidates = List.copyOf(candidates);
        }

        private static Found of(Collection<PriorCandidate> candidates) {
            return new Found(List.copyOf(candidates), null, null);
        }

        private static Found notAsked(String key) {
            return new Found(List.of(), Reason.of(key), null);
        }
    }

    private final CrossReferences references;
    private final Map<String, PatientDirectory> directories;

    /** @param directories by the name of the source */
    PatientStudies(CrossReferences references, Map<String, PatientDirectory> directories) {
        this.references = references;
        this.directories = Map.copyOf(directories);
    }

    /** @param likeness how much somebody whom a directory or the source states is like the patient */
    Found find(StudyFinder finder, PatientSearch search, Function<Patient, Likeness> likeness) throws PeerException {
        return switch (search) {
            case PatientSearch.ById(List<PatientKey> keys) -> Found.of(findAll(finder, ofPatient(keys)).values());
            case PatientSearch.ByPerson(PersonSearch person) -> Found.of(findPerson(finder, person, likeness));
            case PatientSearch.ByCrossReference(List<PatientKey> local) -> findReferenced(finder, local);
            case PatientSearch.Nothing(Reason why) -> new Found(List.of(), why, null);
        };
    }

    /** What the index does not know is no proof that nothing is there; that it knows of no ID there is one. */
    private Found findReferenced(StudyFinder finder, List<PatientKey> local) throws PeerException {
        Set<PatientKey> there = new LinkedHashSet<>();
        boolean known = false;
        for (PatientKey key : local) {
            switch (references.ask(finder.name(), key)) {
                case CrossReference.Ids(List<String> ids) -> ids.forEach(id -> there.add(PatientKey.of(id)));
                case CrossReference.NoneThere _ -> known = true;
                case CrossReference.NotInIndex _ -> LOG.debug("An ID of a patient is not known to the index");
            }
        }
        if (there.stream().anyMatch(key -> !PriorSearch.isUsable(key.patientId()))) {
            return Found.notAsked("runtime.noUsableIdThere");
        }
        if (!there.isEmpty()) {
            return Found.of(findAll(finder, ofPatient(there)).values());
        }
        return known ? new Found(List.of(), null, Reason.of("identity.noIdThere"))
                : Found.notAsked("identity.notInIndex");
    }

    /**
     * A directory may not know everybody, and may be wrong: where its IDs lead to no study of somebody of the same name,
     * birth date and sex, the source is searched by name, too, as if there were none.
     */
    private Collection<PriorCandidate> findPerson(StudyFinder finder, PersonSearch person,
            Function<Patient, Likeness> likeness) throws PeerException {
        Map<StudyRef, PriorCandidate> found = findAll(finder, ofPatient(listed(finder, person, likeness)));
        if (found.values().stream().noneMatch(study -> likeness.apply(study.patient()) == Likeness.WHOLE)) {
            findAll(finder, List.of(new StudyQuery.OfPerson(person))).forEach(found::putIfAbsent);
        }
        return found.values();
    }

    /** The IDs of those who may be the patient; none where these would not be all. */
    private Set<PatientKey> listed(StudyFinder finder, PersonSearch person, Function<Patient, Likeness> likeness)
            throws PeerException {
        PatientDirectory directory = directories.get(finder.name());
        if (directory == null) {
            return Set.of();
        }
        Listing listing = directory.find(person);
        Set<PatientKey> ids = listing.patients()
                .stream()
                .filter(stated -> likeness.apply(stated) != Likeness.NONE)
                .map(Patient::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean all = listing.whole() && ids.size() <= MOST_LISTED
                && ids.stream().allMatch(key -> PriorSearch.isUsable(key.patientId()));
        return all ? ids : Set.of();
    }

    private static Stream<StudyQuery> ofPatient(Collection<PatientKey> keys) {
        return keys.stream().map(StudyQuery.OfPatient::new);
    }

    private static Map<StudyRef, PriorCandidate> findAll(StudyFinder finder, Stream<StudyQuery> queries)
            throws PeerException {
        return findAll(finder, queries.toList());
    }

    private static Map<StudyRef, PriorCandidate> findAll(StudyFinder finder, List<StudyQuery> queries)
            throws PeerException {
        Map<StudyRef, PriorCandidate> found = new LinkedHashMap<>();
        for (StudyQuery query : queries) {
            finder.findStudies(query).forEach(candidate -> found.putIfAbsent(candidate.ref(), candidate));
        }
        return found;
    }
}
