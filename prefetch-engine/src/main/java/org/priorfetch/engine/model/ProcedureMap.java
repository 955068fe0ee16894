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
        if (procedures.isEmpty()) {
            return Optional.empty();
        }
        return codes.stream()
                .map(CodedTerm::value)
                .flatMap(code -> find(code).stream())
                .findFirst()
                .or(() -> find(description));
    }

    private Optional<MappedProcedure> find(String text) {
        String folded = MappedProcedure.folded(text);
        if (folded.isEmpty()) {
            return Optional.empty();
        }
        MappedProcedure found = null;
        for (MappedProcedure procedure : procedures) {
            if ((found == null || procedure.isExact()) && procedure.matches(folded)) {
                if (procedure.isExact()) {
                    return Optional.of(procedure);
                }
                found = procedure;
            }
        }
        return Optional.ofNullable(found);
    }
}
