package org.priorfetch.engine.store;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.priorfetch.engine.model.CodedTerm;

/** Codes in a column: of each its value, scheme and meaning. */
final class CodesColumn {

    private static final Comparator<CodedTerm> IN_ORDER = Comparator.comparing(CodedTerm::scheme)
            .thenComparing(CodedTerm::value)
            .thenComparing(CodedTerm::meaning);

    private CodesColumn() {}

    static String of(Set<CodedTerm> codes) {
        return Json.ofListsOfTexts(codes.stream()
                .sorted(IN_ORDER)
                .map(code -> List.of(code.value(), code.scheme(), code.meaning()))
                .toList());
    }

    static Set<CodedTerm> codes(String column) {
        return Json.toListsOfTexts(column)
                .stream()
                .map(code -> new CodedTerm(code.get(0), code.get(1), code.get(2)))
                .collect(Collectors.toSet());
    }
}
