package org.priorfetch.engine.prior;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiPredicate;

import org.priorfetch.engine.model.BodyRegion;

/** How the regions of two examinations lie to each other, the closest first. */
enum RegionMatch {
    SAME(50, "prior.sameRegion"),
    /** Nobody can tell what they show, but they are called the same. */
    NAMED(44, "prior.sameDescription"), CONTAINING(46, "prior.containingRegion"), PAIRED(30, "prior.paired"),
    NEIGHBOURING(20, "prior.neighbouringRegion"),
    UNKNOWN(0, "prior.unknownRegion"), OTHER(0, "prior.anotherRegion");

    /** What examinations of the whole body show well enough to be compared. */
    private static final Set<BodyRegion> TRUNK = EnumSet.of(BodyRegion.HEAD, BodyRegion.NECK,
            BodyRegion.CERVICAL_SPINE, BodyRegion.THORACIC_SPINE, BodyRegion.LUMBAR_SPINE, BodyRegion.SPINE,
            BodyRegion.CHEST, BodyRegion.ABDOMEN, BodyRegion.PELVIS);
    private static final Set<BodyRegion> VAGUE = EnumSet.of(BodyRegion.VESSELS);

    private final int points;
    private final String key;

    RegionMatch(int points, String key) {
        this.points = points;
        this.key = key;
    }

    /** As they lie in the body; never {@link #NAMED} or {@link #PAIRED}. */
    static RegionMatch of(Collection<BodyRegion> some, Collection<BodyRegion> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return UNKNOWN;
        }
        if (any(some, others, BodyRegion::equals)) {
            return SAME;
        }
        if (VAGUE.containsAll(some) || VAGUE.containsAll(others)) {
            return UNKNOWN;
        }
        if (any(some, others, RegionMatch::includes) || any(others, some, RegionMatch::includes)) {
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

    /** Whether the one shows all that the other does. */
    static boolean covers(Collection<BodyRegion> one, Collection<BodyRegion> other) {
        return other.stream()
                .allMatch(region -> one.contains(region) || one.stream().anyMatch(wider -> includes(wider, region)));
    }

    private static boolean includes(BodyRegion one, BodyRegion other) {
        return one.contains(other) && (one != BodyRegion.WHOLE_BODY || TRUNK.contains(other));
    }

    private static boolean any(Collection<BodyRegion> some, Collection<BodyRegion> others,
            BiPredicate<BodyRegion, BodyRegion> relation) {
        for (BodyRegion one : some) {
            for (BodyRegion other : others) {
                if (relation.test(one, other)) {
                    return true;
                }
            }
        }
        return false;
    }
}
