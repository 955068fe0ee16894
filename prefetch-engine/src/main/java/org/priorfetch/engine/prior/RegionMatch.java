package org.priorfetch.engine.prior;

import java.util.Collection;
import java.util.function.BiPredicate;

import org.priorfetch.engine.model.BodyRegion;

/** How the regions of two examinations lie to each other, the closest first. */
enum RegionMatch {
    SAME(50, "prior.sameRegion"), CONTAINING(40, "prior.containingRegion"),
    NEIGHBOURING(20, "prior.neighbouringRegion"),
    UNKNOWN(0, "prior.unknownRegion"), OTHER(0, "prior.anotherRegion");

    private final int points;
    private final String key;

    RegionMatch(int points, String key) {
        this.points = points;
        this.key = key;
    }

    static RegionMatch of(Collection<BodyRegion> some, Collection<BodyRegion> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return UNKNOWN;
        }
        if (any(some, others, BodyRegion::equals)) {
            return SAME;
        }
        if (any(some, others, BodyRegion::contains) || any(others, some, BodyRegion::contains)) {
            return CONTAINING;
        }
        return any(some, others, BodyRegion::isNextTo) ? NEIGHBOURING : OTHER;
    }

    int points() {
        return points;
    }

    /** The message that says it. */
    String key() {
        return key;
    }

    private static boolean any(Collection<BodyRegion> some, Collection<BodyRegion> others,
            BiPredicate<BodyRegion, BodyRegion> relation) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> relation.test(one, other)));
    }
}
