package org.priorfetch.engine.model;

import java.util.Map;

/**
 * A site's table of procedures.
 *
 * @param shows what they show, by which relevance is judged
 * @param codes how they are coded here, which is written into what is imported
 * @param ofSources what holds at a source before all that, by its name
 */
public record ProcedureTable(ProcedureMap shows, LocalCodes codes, Map<String, ProcedureTable> ofSources) {

    public static final ProcedureTable EMPTY = new ProcedureTable(ProcedureMap.EMPTY, LocalCodes.EMPTY);

    public ProcedureTable {
        ofSources = Map.copyOf(ofSources);
    }

    /** One that holds for all sources alike. */
    public ProcedureTable(ProcedureMap shows, LocalCodes codes) {
        this(shows, codes, Map.of());
    }

    /** Whether the source has entries of its own. */
    public boolean isOwnOf(String source) {
        return ofSources.containsKey(source);
    }

    /** What holds for studies of the source: its own entries, and where they say nothing, the site's. */
    public ProcedureTable of(String source) {
        ProcedureTable own = ofSources.get(source);
        return own == null ? this
                : new ProcedureTable(new ProcedureMap(own.shows.procedures(), shows),
                        new LocalCodes(own.codes.codes(), codes));
    }
}
