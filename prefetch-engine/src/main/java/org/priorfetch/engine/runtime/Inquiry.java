package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.identity.Likeness;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientSearch;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.runtime.PatientStudies.Found;

/** Asks the PACS and all sources side by side, each with its own deadline. */
final class Inquiry {

    /** What is asked about one patient. */
    interface Asked {

        /** What the peer is asked. */
        PatientSearch search(String peer);

        /** How much somebody whom the peer, or a directory of it, states is like the patient. */
        Likeness likeness(String peer, Patient stated);

        /** Whether it cannot wait until a peer has rested after a failure. */
        default boolean isUrgent() {
            return false;
        }
    }

    /** How one peer is asked, to the end. */
    private interface Question {

        Found ask() throws PeerException;
    }

    /** Who needs longer keeps nobody waiting for what others have found. */
    private static final Duration SOON = Duration.ofSeconds(4);

    private final List<StudyFinder> finders;
    private final PatientStudies studies;
    private final PeerBoard board;
    private final Duration deadline;
    private final PeerRests rests;

    /** @param deadline for the whole answer of each peer, and of its patient index */
    Inquiry(List<StudyFinder> finders, PatientStudies studies, PeerBoard board, PeerRests rests, Duration deadline) {
        this.studies = studies;
        this.finders = List.copyOf(finders);
        this.board = board;
        this.rests = rests;
        this.deadline = deadline;
    }

    /**
     * Who rests after failures is asked in an emergency only, and else counts as not answering; so does who is not to be asked.
     *
     * @param soFar told what others have answered, where a source takes long
     */
    Answers ask(Asked asked, Consumer<Answers> soFar) {
        Map<StudyFinder, FutureTask<Found>> questions = new LinkedHashMap<>();
        Map<String, Reason> resting = asked.isUrgent() ? Map.of() : rests.now();
        Map<String, Reason> notAsked = new LinkedHashMap<>();
        for (StudyFinder finder : finders) {
            Question question = question(finder, asked, notAsked);
            if (question != null && !resting.containsKey(finder.name())) {
                FutureTask<Found> task = new FutureTask<>(question::ask);
                Thread.ofVirtual().name("inquiry-" + finder.name()).start(task);
                questions.put(finder, task);
            }
        }
        tell(soFar, questions);
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

    /** Without the PACS nobody knows what is to be fetched. */
    private static void tell(Consumer<Answers> soFar, Map<StudyFinder, FutureTask<Found>> questions) {
        if (awaitAll(questions.values())) {
            return;
        }
        List<PriorCandidate> candidates = new ArrayList<>();
        Map<String, Reason> asked = new LinkedHashMap<>();
        Set<String> answered = new HashSet<>();
        questions.forEach((finder, question) -> {
            if (question.state() == Future.State.SUCCESS) {
                answered.add(finder.name());
                candidates.addAll(question.resultNow().candidates());
            } else if (question.state() == Future.State.RUNNING) {
                asked.put(finder.name(), Reason.of("runtime.stillAsked", finder.name()));
            }
        });
        boolean any = candidates.stream().anyMatch(candidate -> !candidate.ref().isLocal());
        if (any && answered.contains(StudyRef.PACS)) {
            soFar.accept(new Answers(candidates, asked, Map.of(), Set.of()));
        }
    }

    /** Whether all come to an end soon. */
    private static boolean awaitAll(Collection<FutureTask<Found>> questions) {
        long end = System.nanoTime() + SOON.toNanos();
        boolean all = true;
        for (FutureTask<Found> question : questions) {
            try {
                question.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (ExecutionException failed) {
                // it has come to its end
            } catch (TimeoutException notYet) {
                all = false;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
        return all;
    }

    private static void putIfSaid(Map<String, Reason> reasons, String name, @Nullable Reason said) {
        if (said != null) {
            reasons.put(name, said);
        }
    }

    /** Null when there is nothing to ask. */
    private @Nullable Question question(StudyFinder finder, Asked asked, Map<String, Reason> notAsked) {
        PatientSearch search = asked.search(finder.name());
        return switch (search) {
            case PatientSearch.ById(List<PatientKey> keys) when keys.isEmpty() -> null;
            case PatientSearch.Nothing(Reason why) -> {
                notAsked.put(finder.name(), why);
                yield null;
            }
            case PatientSearch.ById _,PatientSearch.ByPerson _,PatientSearch.ByCrossReference _ ->
                () -> studies.find(finder, search, stated -> asked.likeness(finder.name(), stated));
        };
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
