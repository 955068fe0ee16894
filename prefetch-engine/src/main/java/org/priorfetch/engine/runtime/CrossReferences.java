package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.CrossReference;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PatientIndex;
import org.priorfetch.engine.port.PeerException;

/**
 * What the patient indexes have said. An answer serves for some minutes before the same is asked again; what has been
 * answered stays known to those who judge while a search or a transfer goes on. Guarded by itself.
 */
final class CrossReferences {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 10_000;

    private record Question(String source, String patientId) {}

    private record Answer(CrossReference reference, Instant given) {}

    private final Map<String, PatientIndex> indexes;
    private final Clock clock;
    private final LinkedHashMap<Question, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);

    /** @param indexes by the name of the source */
    CrossReferences(Map<String, PatientIndex> indexes, Clock clock) {
        this.indexes = Map.copyOf(indexes);
        this.clock = clock;
    }

    /** Asks, unless it was answered lately. An index that does not answer has said nothing, whatever it said before. */
    CrossReference ask(String source, PatientKey local) throws PeerException {
        PatientIndex index = indexes.get(source);
        if (index == null) {
            return new CrossReference.NotInIndex();
        }
        Question question = question(source, local);
        Answer fresh = fresh(question);
        if (fresh != null) {
            return fresh.reference();
        }
        CrossReference reference = index.find(question.patientId());
        keep(question, reference);
        return reference;
    }

    /** The last answer; empty when there is none. */
    synchronized Optional<CrossReference> known(String source, PatientKey local) {
        return Optional.ofNullable(answers.get(question(source, local))).map(Answer::reference);
    }

    private synchronized @Nullable Answer fresh(Question question) {
        Answer last = answers.get(question);
        return last != null && clock.now().isBefore(last.given().plus(FRESH)) ? last : null;
    }

    private synchronized void keep(Question question, CrossReference reference) {
        answers.put(question, new Answer(reference, clock.now()));
        if (answers.size() > MOST_KEPT) {
            answers.pollFirstEntry();
        }
    }

    private static Question question(String source, PatientKey local) {
        return new Question(source, local.patientId().strip());
    }
}
