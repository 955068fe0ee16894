package org.priorfetch.engine.prior;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

import org.priorfetch.engine.model.Companion;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.WorklistItem;

/**
 * What an examination shows, and with what it was made.
 *
 * @param read what its words tell
 * @param named whether its description is the one of the appointment, which counts where nothing else tells
 */
record Exam(Read read, boolean named) {

    static Exam of(WorklistItem item, RegionReading regions) {
        return new Exam(regions.read(StudyWords.of(item)), true);
    }

    Regions regions() {
        return read.regions();
    }

    /** The regions, to be compared. */
    RegionSet shown() {
        return read.shown();
    }

    /** The regions, for people. */
    List<Message> names() {
        return read.names();
    }

    Imaging imaging() {
        return read.imaging();
    }

    /** What it is where it is no prior of its own. */
    Optional<Companion> companion() {
        return read.companion();
    }

    /** Reads candidates for one appointment. What several state alike is one. */
    static final class Reader {

        /** More than most patients have. */
        private static final int SEVERAL = 64;

        private final String wanted;
        private final RegionReading regions;
        private final IdentityHashMap<Read, Exam> known = new IdentityHashMap<>(SEVERAL);

        Reader(Exam appointment, RegionReading regions) {
            wanted = appointment.read().name();
            this.regions = regions;
        }

        Exam read(PriorCandidate candidate) {
            return known.computeIfAbsent(regions.read(candidate.ref().source(), StudyWords.of(candidate)), this::exam);
        }

        private Exam exam(Read read) {
            return new Exam(read, !wanted.isEmpty() && wanted.equals(read.name()));
        }
    }
}
