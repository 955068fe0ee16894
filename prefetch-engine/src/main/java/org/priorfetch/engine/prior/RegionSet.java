package org.priorfetch.engine.prior;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiPredicate;

import org.priorfetch.engine.model.BodyRegion;

/**
 * Regions of the body: how two sets of them lie to each other is asked for every pair of studies that are compared.
 *
 * @param bits a place for each of them, which nobody keeps
 */
@SuppressWarnings("EnumOrdinal")
record RegionSet(long bits) {

    /** What examinations of the whole body show well enough to be compared. */
    private static final Set<BodyRegion> TRUNK = EnumSet.of(BodyRegion.HEAD, BodyRegion.NECK,
            BodyRegion.CERVICAL_SPINE, BodyRegion.THORACIC_SPINE, BodyRegion.LUMBAR_SPINE, BodyRegion.SPINE,
            BodyRegion.CHEST, BodyRegion.ABDOMEN, BodyRegion.PELVIS);
    private static final BodyRegion[] REGIONS = BodyRegion.values();
    private static final long[] INCLUDED = each(RegionSet::includes);
    private static final long[] NEXT = each(BodyRegion::isNextTo);

    static RegionSet of(Collection<BodyRegion> regions) {
        long bits = 0;
        for (BodyRegion region : regions) {
            bits |= bit(region);
        }
        return new RegionSet(bits);
    }

    boolean isEmpty() {
        return bits == 0;
    }

    /** Whether they have one in common. */
    boolean meets(RegionSet others) {
        return (bits & others.bits) != 0;
    }

    /** Whether one of these includes one of the others. */
    boolean includesOneOf(RegionSet others) {
        return (related(INCLUDED) & others.bits) != 0;
    }

    /** Whether one of these lies beside one of the others. */
    boolean isNextToOneOf(RegionSet others) {
        return (related(NEXT) & others.bits) != 0;
    }

    /** Whether these show all that the others do. */
    boolean covers(RegionSet others) {
        return (others.bits & ~(bits | related(INCLUDED))) == 0;
    }

    private static boolean includes(BodyRegion one, BodyRegion other) {
        return one.contains(other) && (one != BodyRegion.WHOLE_BODY || TRUNK.contains(other));
    }

    private static long[] each(BiPredicate<BodyRegion, BodyRegion> relation) {
        long[] related = new long[REGIONS.length];
        for (BodyRegion one : REGIONS) {
            for (BodyRegion other : REGIONS) {
                related[one.ordinal()] |= relation.test(one, other) ? bit(other) : 0;
            }
        }
        return related;
    }

    private static long bit(BodyRegion region) {
        return 1L << region.ordinal();
    }

    private long related(long[] each) {
        long related = 0;
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            related |= each[Long.numberOfTrailingZeros(rest)];
        }
        return related;
    }
}
