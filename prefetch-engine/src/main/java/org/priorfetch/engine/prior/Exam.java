package org.priorfetch.engine.prior;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.ProcedureMap;
import org.priorfetch.engine.model.ProcedureTable;
import org.priorfetch.engine.model.WorklistItem;

/**
 * What an examination shows, and with what it was made.
 *
 * @param named whether its description is the one of the appointment, which counts where nothing else tells
 */
record Exam(Regions regions, Imaging imaging, boolean named) {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    static Exam of(WorklistItem item, ProcedureMap map) {
        return new Exam(Regions.of(item, map), Imaging.of(item.modalities()), true);
    }

    private static String name(String description) {
        return SPACES.matcher(description).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** Reads candidates for one appointment. What several state alike is read once; what comes to the same is one. */
    static final class Reader {

        private final String wanted;
        private final ProcedureTable procedures;
        private final Map<List<Object>, Exam> read = new HashMap<>();
        private final Map<Exam, Exam> known = new HashMap<>();

        Reader(WorklistItem item, ProcedureTable procedures) {
            wanted = name(item.requestedProcedureDescription());
            this.procedures = procedures;
        }

        Exam read(PriorCandidate candidate) {
            String source = candidate.ref().source();
            return read.computeIfAbsent(List.of(candidate.studyDescription(), candidate.bodyParts(),
                    candidate.modalities(), candidate.seriesDescriptions(), candidate.codes(),
                    procedures.isOwnOf(source) ? source : ""),
                    _ -> known.computeIfAbsent(of(candidate), exam -> exam));
        }

        private Exam of(PriorCandidate candidate) {
            boolean named = !wanted.isEmpty() && wanted.equals(name(candidate.studyDescription()));
            return new Exam(Regions.of(candidate, procedures.of(candidate.ref().source()).shows()),
                    Imaging.of(candidate.modalities()), named);
        }
    }
}
