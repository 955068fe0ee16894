package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.CrossReference;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientSearch;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the PACS and all sources side by side, each with its own deadline. */
final class Inquiry {

    private static final Logger LOG = LoggerFactory.getLogger(Inquiry.class);

    /** How one peer is asked, to the end. */
    private interface Question {

        Found ask() throws PeerException;
    }

    /**
     * @param notAsked why it was not asked in the end, although priors may exist there; null when it was
     * @param notThere why there was nothing to ask it, because the patient is not known there; null when he is
     */
    private record Found(List<PriorCandidate> candidates, @Nullable Reason notAsked, @Nullable Reason notThere) {

        static Found of(List<PriorCandidate> candidates) {
            return new Found(candidates, null, null);
        }
    }

    private final List<StudyFinder> finders;
    private final CrossReferences references;
    private final PeerBoard board;
    private final Duration deadline;
    private final PeerRests rests;

    /** @param deadline for the whole answer of each peer, and of its patient index */
    Inquiry(List<StudyFinder> finders, CrossReferences references, PeerBoard board, PeerRests rests,
            Duration deadline) {
        this.references = references;
        this.finders = List.copyOf(finders);
        this.board = board;
        this.rests = rests;
        this.deadline = deadline;
    }

    /**
     * Who rests after failures is not asked, and counts as not answering; so does who is not to be asked.
     *
     * @param search what each is asked, by its name
     */
    Answers ask(Function<String, PatientSearch> search) {
        Map<StudyFinder, FutureTask<Found>> questions = new LinkedHashMap<>();
        Map<String, Reason> resting = rests.now();
        Map<String, Reason> notAsked = new LinkedHashMap<>();
        for (StudyFinder finder : finders) {
            Question question = question(finder, search.apply(finder.name()), notAsked);
            if (question != null && !resting.containsKey(finder.name())) {
                FutureTask<Found> asked = new FutureTask<>(question::ask);
                Thread.ofVirtual().name("inquiry-" + finder.name()).start(asked);
                questions.put(finder, asked);
            }
        }
        List<PriorCandidate> candidates = new ArrayList<>();
        Map<String, Reason> notThere = new LinkedHashMap<>();
        Map<String, Reason> unanswered = gather(questions, (name, found) -> {
            candidates.addAll(found.candidates());
            putIfSaid(notAsked, name, found.notAsked());
            putIfSaid(notThere, name, found.notThere());
        });
        unanswered.forEach(rests::failed);
        unanswered.forEach(board::failed);
        finders.stream()
                .map(StudyFinder::name)
                .filter(resting::containsKey)
                .forEach(name -> unanswered.put(name, resting.get(name)));
        unanswered.putAll(notAsked);
        return new Answers(candidates, unanswered, notThere, notAsked.keySet());
    }

    private static void putIfSaid(Map<String, Reason> reasons, String name, @Nullable Reason said) {
        if (said != null) {
            reasons.put(name, said);
        }
    }

    /** Null when there is nothing to ask. */
    private @Nullable Question question(StudyFinder finder, PatientSearch search, Map<String, Reason> notAsked) {
        return switch (search) {
            case PatientSearch.ById(List<PatientKey> keys) -> keys.isEmpty() ? null
                    : () -> Found.of(findAll(finder, ofPatient(keys)));
            case PatientSearch.ByPerson(var person) ->
                () -> Found.of(findAll(finder, List.of(new StudyQuery.OfPerson(person))));
            case PatientSearch.ByCrossReference(List<PatientKey> local) -> () -> findReferenced(finder, local);
            case PatientSearch.Nothing(Reason why) -> {
                notAsked.put(finder.name(), why);
                yield null;
            }
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
            return new Found(List.of(), Reason.of("runtime.noUsableIdThere"), null);
        }
        if (!there.isEmpty()) {
            return Found.of(findAll(finder, ofPatient(there)));
        }
        return known ? new Found(List.of(), null, Reason.of("identity.noIdThere"))
                : new Found(List.of(), Reason.of("identity.notInIndex"), null);
    }

    private static List<StudyQuery> ofPatient(Collection<PatientKey> keys) {
        return keys.stream().<StudyQuery>map(StudyQuery.OfPatient::new).toList();
    }

    private static List<PriorCandidate> findAll(StudyFinder finder, List<StudyQuery> queries) throws PeerException {
        Map<StudyRef, PriorCandidate> found = new LinkedHashMap<>();
        for (StudyQuery query : queries) {
            finder.findStudies(query).forEach(candidate -> found.putIfAbsent(candidate.ref(), candidate));
        }
        return List.copyOf(found.values());
    }

    private Map<String, Reason> gather(Map<StudyFinder, FutureTask<Found>> questions,
            BiConsumer<String, Found> taken) {
        Map<String, Reason> unanswered = new LinkedHashMap<>();
        long end = System.nanoTime() + deadline.toNanos();
        questions.forEach((finder, question) -> {
            try {
                taken.accept(finder.name(),
                        question.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
                rests.answered(finder.name());
                board.answered(finder.name());
            } catch (ExecutionException | TimeoutException failure) {
                unanswered.put(finder.name(), why(finder, failure));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                unanswered.put(finder.name(), Reason.of("runtime.noAnswer", finder.name()));
            } finally {
                question.cancel(true);
            }
        });
        return unanswered;
    }

    private static Reason why(StudyFinder finder, Exception failure) {
        return failure.getCause() instanceof PeerException peerFailure ? peerFailure.reason()
                : Reason.of("runtime.noAnswer", finder.name());
    }
}
