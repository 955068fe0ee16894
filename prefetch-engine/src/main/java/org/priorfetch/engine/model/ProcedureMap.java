package org.priorfetch.engine.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a site's own procedures show, by code or by description; it knows better than any word list. */
public record ProcedureMap(List<MappedProcedure> procedures) {

    public static final ProcedureMap EMPTY = new ProcedureMap(List.of());

    public ProcedureMap {
        procedures = List.copyOf(procedures);
    }

    /** Codes count before descriptions, exact patterns before those with wild cards, and then the first. */
    public Optional<MappedProcedure> lookup(Collection<CodedTerm> codes, String description) {
        return WildcardPattern.lookup(procedures, procedure -> new WildcardPattern(procedure.pattern()), codes,
                description);
    }
}
