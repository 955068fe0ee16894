package org.priorfetch.engine.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How procedures of others are coded here.
 *
 * @param otherwise what is looked into where this one says nothing; null when nothing is
 */
public record LocalCodes(List<LocalCode> codes, @Nullable LocalCodes otherwise) {

    public static final LocalCodes EMPTY = new LocalCodes(List.of());

    public LocalCodes {
        codes = List.copyOf(codes);
    }

    public LocalCodes(List<LocalCode> codes) {
        this(codes, null);
    }

    /** Codes count before descriptions, exact patterns before those with wild cards, and then the first. */
    public Optional<LocalCode> lookup(Collection<CodedTerm> stated, String description) {
        Optional<LocalCode> found = WildcardPattern.lookup(codes, code -> new WildcardPattern(code.pattern()), stated,
                description);
        return found.isPresent() || otherwise == null ? found : otherwise.lookup(stated, description);
    }
}
