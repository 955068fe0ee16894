package org.priorfetch.engine.prior;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.WorklistItem;

/**
 * What an examination shows, and with what it was made.
 *
 * @param name its description in one spelling
 */
record Exam(Regions regions, Imaging imaging, String name) {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    static Exam of(WorklistItem item) {
        return new Exam(Regions.of(item), Imaging.of(item.modalities()),
                name(item.requestedProcedureDescription()));
    }

    private static String name(String description) {
        return SPACES.matcher(description).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
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
            return new Exam(Regions.of(description, bodyParts, modalities), Imaging.of(modalities),
                    name(description));
        }
    }
}
