package org.priorfetch.engine.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a site's own procedures show, by code or by description; it knows better than any word list.
 *
 * @param otherwise what is looked into where this one says nothing; null when nothing is
 */
public record ProcedureMap(List<MappedProcedure> procedures, @Nullable ProcedureMap otherwise) {

    public static final ProcedureMap EMPTY = new ProcedureMap(List.of());

    public ProcedureMap {
        procedures = List.copyOf(procedures);
    }

    public ProcedureMap(List<MappedProcedure> procedures) {
        this(procedures, null);
    }

    /** Codes count before descriptions, exact patterns before those with wild cards, and then the first. */
    public Optional<MappedProcedure> lookup(Collection<CodedTerm> codes, String description) {
        Optional<MappedProcedure> found = WildcardPattern.lookup(procedures,
                procedure -> new WildcardPattern(procedure.pattern()), codes, description);
        return found.isPresent() || otherwise == null ? found : otherwise.lookup(codes, description);
    }
}
