package org.priorfetch.engine.prior;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiPredicate;

import org.priorfetch.engine.model.BodyRegion;

/** Sets of regions as bits: how two of them lie to each other is asked for every pair of studies that are compared. */
@SuppressWarnings("EnumOrdinal") // a place for each of them, which nobody keeps
final class RegionBits {

    /** What examinations of the whole body show well enough to be compared. */
    private static final Set<BodyRegion> TRUNK = EnumSet.of(BodyRegion.HEAD, BodyRegion.NECK,
            BodyRegion.CERVICAL_SPINE, BodyRegion.THORACIC_SPINE, BodyRegion.LUMBAR_SPINE, BodyRegion.SPINE,
            BodyRegion.CHEST, BodyRegion.ABDOMEN, BodyRegion.PELVIS);
    private static final BodyRegion[] REGIONS = BodyRegion.values();
    private static final long[] INCLUDED = each(RegionBits::includes);
    private static final long[] NEXT = each(BodyRegion::isNextTo);

    private RegionBits() {}

    private static boolean includes(BodyRegion one, BodyRegion other) {
        return one.contains(other) && (one != BodyRegion.WHOLE_BODY || TRUNK.contains(other));
    }

    private static long[] each(BiPredicate<BodyRegion, BodyRegion> relation) {
        long[] related = new long[REGIONS.length];
        for (BodyRegion one : REGIONS) {
            for (BodyRegion other : REGIONS) {
                related[one.ordinal()] |= relation.test(one, other) ? of(other) : 0;
            }
        }
        return related;
    }

    private static long of(BodyRegion region) {
        return 1L << region.ordinal();
    }

    static long of(Collection<BodyRegion> regions) {
        long bits = 0;
        for (BodyRegion region : regions) {
            bits |= of(region);
        }
        return bits;
    }

    /** All that one of these includes. */
    static long included(long regions) {
        return related(regions, INCLUDED);
    }

    /** All that one of these lies beside. */
    static long nextTo(long regions) {
        return related(regions, NEXT);
    }

    private static long related(long regions, long[] each) {
        long related = 0;
        for (long rest = regions; rest != 0; rest &= rest - 1) {
            related |= each[Long.numberOfTrailingZeros(rest)];
        }
        return related;
    }
}
