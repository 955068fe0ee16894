package org.priorfetch.engine.prior;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.WorklistItem;

/** What an examination shows, and with what it was made. */
record Exam(Regions regions, Imaging imaging) {

    static Exam of(WorklistItem item) {
        return new Exam(Regions.of(item), Imaging.of(item.modalities()));
    }

    /** Reads candidates; what several state alike is read once. */
    static final class Reader {

        private final Map<List<Object>, Exam> known = new HashMap<>();

        Exam read(PriorCandidate candidate) {
            return known.computeIfAbsent(
                    List.of(candidate.studyDescription(), candidate.bodyParts(), candidate.modalities()),
                    _ -> of(candidate.studyDescription(), candidate.bodyParts(), candidate.modalities()));
        }

        private static Exam of(String description, Set<String> bodyParts, Set<String> modalities) {
            return new Exam(Regions.of(description, bodyParts, modalities), Imaging.of(modalities));
        }
    }
}
