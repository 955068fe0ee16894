package org.priorfetch.engine.prior;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.ProcedureTable;

/** Reads what studies show, by the procedures of the site and of their source. */
final class RegionReading {

    /** Whoever has no procedures of its own is read as the site is. */
    private static final String SITE = "";

    private record Key(String scope, StudyWords words) {}

    private final ProcedureTable procedures;
    private final @Nullable Map<Key, Regions> remembered;

    private RegionReading(ProcedureTable procedures, @Nullable Map<Key, Regions> remembered) {
        this.procedures = procedures;
        this.remembered = remembered;
    }

    static RegionReading by(ProcedureTable procedures) {
        return new RegionReading(procedures, null);
    }

    /** The same, which reads everything once, for as long as it is kept. */
    RegionReading remembering() {
        return new RegionReading(procedures, new ConcurrentHashMap<>());
    }

    /** Of an appointment. */
    Regions of(StudyWords words) {
        return read(SITE, words);
    }

    /** Of a study at a source. */
    Regions of(String source, StudyWords words) {
        return read(scope(source), words);
    }

    /** Sources in the same scope are read alike. */
    String scope(String source) {
        return procedures.isOwnOf(source) ? source : SITE;
    }

    private Regions read(String scope, StudyWords words) {
        return remembered == null ? recognised(scope, words)
                : remembered.computeIfAbsent(new Key(scope, words), key -> recognised(key.scope(), key.words()));
    }

    private Regions recognised(String scope, StudyWords words) {
        return RegionRecognition.of(words, scope.equals(SITE) ? procedures.shows() : procedures.of(scope).shows());
    }
}
