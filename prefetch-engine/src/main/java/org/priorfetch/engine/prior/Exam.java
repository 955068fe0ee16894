package org.priorfetch.engine.prior;

import java.util.IdentityHashMap;

import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.WorklistItem;

/**
 * What an examination shows, and with what it was made.
 *
 * @param shown the regions, to be compared
 * @param named whether its description is the one of the appointment, which counts where nothing else tells
 */
record Exam(Regions regions, RegionSet shown, Imaging imaging, boolean named) {

    static Exam of(WorklistItem item, RegionReading regions) {
        Regions shown = regions.of(StudyWords.of(item));
        return new Exam(shown, RegionSet.of(shown.regions()), Imaging.of(item.modalities()), true);
    }

    /** Reads candidates for one appointment. What several state alike is one. */
    static final class Reader {

        private final String wanted;
        private final RegionReading regions;
        private final IdentityHashMap<Read, Exam> known = new IdentityHashMap<>();

        Reader(WorklistItem item, RegionReading regions) {
            wanted = Read.name(item.requestedProcedureDescription());
            this.regions = regions;
        }

        Exam read(PriorCandidate candidate) {
            return known.computeIfAbsent(regions.read(candidate.ref().source(), StudyWords.of(candidate)), this::exam);
        }

        private Exam exam(Read read) {
            return new Exam(read.regions(), read.shown(), read.imaging(),
                    !wanted.isEmpty() && wanted.equals(read.name()));
        }
    }
}
