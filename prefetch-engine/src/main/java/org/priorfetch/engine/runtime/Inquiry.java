package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
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
     * Asks for the studies of a person. Who rests after failures is not asked, and counts as not answering.
     *
     * @param ids all patient IDs of that person
     */
    Answers ask(Set<PatientKey> ids) {
        Map<StudyFinder, FutureTask<List<PriorCandidate>>> questions = new LinkedHashMap<>();
        Map<String, Reason> resting = rests.now();
        for (StudyFinder finder : finders) {
            if (resting.containsKey(finder.name())) {
                continue;
            }
            FutureTask<List<PriorCandidate>> question = new FutureTask<>(() -> studies(finder, ids));
            Thread.ofVirtual().name("inquiry-" + finder.name()).start(question);
            questions.put(finder, question);
        }
        List<PriorCandidate> candidates = new ArrayList<>();
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
        unanswered.forEach(rests::failed);
        unanswered.forEach(board::failed);
        finders.stream()
                .map(StudyFinder::name)
                .filter(resting::containsKey)
                .forEach(name -> unanswered.put(name, resting.get(name)));
        return new Answers(candidates, unanswered);
    }

    /** One that is found under several IDs is one. Whoever does not answer for one of them has not answered. */
    private static List<PriorCandidate> studies(StudyFinder finder, Set<PatientKey> ids) throws PeerException {
        Map<String, PriorCandidate> studies = new LinkedHashMap<>();
        for (PatientKey id : ids) {
            finder.findStudies(new StudyQuery.OfPatient(id))
                    .forEach(study -> studies.putIfAbsent(study.ref().studyInstanceUid(), study));
        }
        return List.copyOf(studies.values());
    }

    private static Reason why(StudyFinder finder, Exception failure) {
        return failure.getCause() instanceof PeerException peerFailure ? peerFailure.reason()
                : Reason.of("runtime.noAnswer", finder.name());
    }
}
