package org.priorfetch.engine.prior;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.WorklistItem;

/**
 * What an examination shows, and with what it was made.
 *
 * @param named whether its description is the one of the appointment, which counts where nothing else tells
 */
record Exam(Regions regions, Imaging imaging, boolean named) {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    static Exam of(WorklistItem item, RegionReading regions) {
        return new Exam(regions.of(StudyWords.of(item)), Imaging.of(item.modalities()), true);
    }

    private static String name(String description) {
        return SPACES.matcher(description).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** Reads candidates for one appointment. What several state alike is read once; what comes to the same is one. */
    static final class Reader {

        private final String wanted;
        private final RegionReading regions;
        private final Map<List<Object>, Exam> read = new HashMap<>();
        private final Map<Exam, Exam> known = new HashMap<>();

        Reader(WorklistItem item, RegionReading regions) {
            wanted = name(item.requestedProcedureDescription());
            this.regions = regions;
        }

        Exam read(PriorCandidate candidate) {
            return read.computeIfAbsent(List.of(candidate.studyDescription(), candidate.bodyParts(),
                    candidate.modalities(), candidate.seriesDescriptions(), candidate.codes(),
                    regions.scope(candidate.ref().source())),
                    _ -> known.computeIfAbsent(of(candidate), exam -> exam));
        }

        private Exam of(PriorCandidate candidate) {
            boolean named = !wanted.isEmpty() && wanted.equals(name(candidate.studyDescription()));
            return new Exam(regions.of(candidate.ref().source(), StudyWords.of(candidate)),
                    Imaging.of(candidate.modalities()), named);
        }
    }
}
