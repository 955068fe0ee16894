package org.priorfetch.engine.prior;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.priorfetch.engine.model.ProcedureTable;

/**
 * Reads what studies show, by the procedures of the site and of their source. A site describes its studies in the same few
 * words again and again, so what was read is kept.
 */
final class RegionReading {

    /** Whoever has no procedures of its own is read as the site is. */
    private static final String SITE = "";

    /** More is forgotten, all at once: sources may send anything. */
    private static final int MOST_KEPT = 4000;

    private record Key(String scope, StudyWords words) {}

    private final ProcedureTable procedures;
    private final int mostKept;
    private final Map<Key, Read> kept = new ConcurrentHashMap<>();

    private RegionReading(ProcedureTable procedures, int mostKept) {
        this.procedures = procedures;
        this.mostKept = mostKept;
    }

    static RegionReading by(ProcedureTable procedures) {
        return new RegionReading(procedures, MOST_KEPT);
    }

    /** The same, which reads everything once, for as long as it is kept. */
    RegionReading remembering() {
        return new RegionReading(procedures, Integer.MAX_VALUE);
    }

    /** All that the words of an appointment tell. */
    Read read(StudyWords words) {
        return read(SITE, words);
    }

    /** All that the words of a study at a source tell; the same object for the same words, as long as it is kept. */
    Read read(String source, StudyWords words) {
        if (kept.size() >= mostKept) {
            kept.clear();
        }
        return kept.computeIfAbsent(new Key(procedures.isOwnOf(source) ? source : SITE, words), this::recognised);
    }

    private Read recognised(Key key) {
        Regions regions = RegionRecognition.of(key.words(),
                key.scope().equals(SITE) ? procedures.shows() : procedures.of(key.scope()).shows());
        return Read.of(key.words(), regions);
    }
}
