package org.priorfetch.engine.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How procedures of others are coded here. */
public record LocalCodes(List<LocalCode> codes) {

    public static final LocalCodes EMPTY = new LocalCodes(List.of());

    public LocalCodes {
        codes = List.copyOf(codes);
    }

    /** Codes count before descriptions, exact patterns before those with wild cards, and then the first. */
    public Optional<LocalCode> lookup(Collection<CodedTerm> stated, String description) {
        return WildcardPattern.lookup(codes, code -> new WildcardPattern(code.pattern()), stated, description);
    }
}
