package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientSearch;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;

/** Asks the PACS and all sources side by side, each with its own deadline. */
final class Inquiry {

    private final List<StudyFinder> finders;
    private final PeerBoard board;
    private final Duration deadline;
    private final PeerRests rests;

    /**
     * @param deadline for the whole answer of each peer
     */
    Inquiry(List<StudyFinder> finders, PeerBoard board, PeerRests rests, Duration deadline) {
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
        Map<StudyFinder, FutureTask<List<PriorCandidate>>> questions = new LinkedHashMap<>();
        Map<String, Reason> resting = rests.now();
        Map<String, Reason> notAsked = new LinkedHashMap<>();
        for (StudyFinder finder : finders) {
            List<StudyQuery> queries = queries(finder.name(), search.apply(finder.name()), notAsked);
            if (!queries.isEmpty() && !resting.containsKey(finder.name())) {
                FutureTask<List<PriorCandidate>> question = new FutureTask<>(() -> findAll(finder, queries));
                Thread.ofVirtual().name("inquiry-" + finder.name()).start(question);
                questions.put(finder, question);
            }
        }
        List<PriorCandidate> candidates = new ArrayList<>();
        Map<String, Reason> unanswered = gather(questions, candidates);
        unanswered.forEach(rests::failed);
        unanswered.forEach(board::failed);
        finders.stream()
                .map(StudyFinder::name)
                .filter(resting::containsKey)
                .forEach(name -> unanswered.put(name, resting.get(name)));
        unanswered.putAll(notAsked);
        return new Answers(candidates, unanswered, notAsked.keySet());
    }

    private static List<StudyQuery> queries(String name, PatientSearch search, Map<String, Reason> notAsked) {
        return switch (search) {
            case PatientSearch.ById(List<PatientKey> keys) ->
                keys.stream().<StudyQuery>map(StudyQuery.OfPatient::new).toList();
            case PatientSearch.ByPerson(var person) -> List.of(new StudyQuery.OfPerson(person));
            case PatientSearch.Nothing(Reason why) -> {
                notAsked.put(name, why);
                yield List.of();
            }
        };
    }

    private static List<PriorCandidate> findAll(StudyFinder finder, List<StudyQuery> queries) throws PeerException {
        Map<StudyRef, PriorCandidate> found = new LinkedHashMap<>();
        for (StudyQuery query : queries) {
            finder.findStudies(query).forEach(candidate -> found.putIfAbsent(candidate.ref(), candidate));
        }
        return List.copyOf(found.values());
    }

    private Map<String, Reason> gather(Map<StudyFinder, FutureTask<List<PriorCandidate>>> questions,
            List<PriorCandidate> candidates) {
        Map<String, Reason> unanswered = new LinkedHashMap<>();
        long end = System.nanoTime() + deadline.toNanos();
        questions.forEach((finder, question) -> {
            try {
                candidates.addAll(question.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
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
