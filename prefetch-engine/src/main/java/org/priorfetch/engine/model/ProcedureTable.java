package org.priorfetch.engine.model;

/**
 * A site's table of procedures.
 *
 * @param shows what they show, by which relevance is judged
 * @param codes how they are coded here, which is written into what is imported
 */
public record ProcedureTable(ProcedureMap shows, LocalCodes codes) {

    public static final ProcedureTable EMPTY = new ProcedureTable(ProcedureMap.EMPTY, LocalCodes.EMPTY);
}
