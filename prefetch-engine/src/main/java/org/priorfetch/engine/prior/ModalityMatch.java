package org.priorfetch.engine.prior;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/** How the modalities of two examinations go together. */
enum ModalityMatch {
    SAME(30), RELATED(18), UNKNOWN(10), OTHER(6);

    private final int points;

    ModalityMatch(int points) {
        this.points = points;
    }

    static ModalityMatch of(Collection<String> some, Collection<String> others, boolean breast) {
        Set<ModalityFamily> families = ModalityFamily.of(some);
        Set<ModalityFamily> otherFamilies = ModalityFamily.of(others);
        if (families.isEmpty() || otherFamilies.isEmpty()) {
            return UNKNOWN;
        }
        if (!Collections.disjoint(families, otherFamilies)) {
            return SAME;
        }
        boolean related = families.stream()
                .anyMatch(one -> otherFamilies.stream().anyMatch(other -> one.isRelatedTo(other, breast)));
        return related ? RELATED : OTHER;
    }

    int points() {
        return points;
    }
}
