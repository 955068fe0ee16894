package org.priorfetch.engine.prior;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.priorfetch.engine.model.BodyRegion;

/** What follows from regions that are named together. */
final class RegionSets {

    private static final Set<BodyRegion> GENERAL = EnumSet.of(BodyRegion.SPINE, BodyRegion.UPPER_LIMB,
            BodyRegion.LOWER_LIMB);

    /** From top to bottom. */
    private static final List<Set<BodyRegion>> LEVELS = List.of(EnumSet.of(BodyRegion.HEAD, BodyRegion.FACE),
            EnumSet.of(BodyRegion.NECK), EnumSet.of(BodyRegion.CHEST), EnumSet.of(BodyRegion.ABDOMEN),
            EnumSet.of(BodyRegion.PELVIS, BodyRegion.HIP), EnumSet.of(BodyRegion.THIGH, BodyRegion.LOWER_LIMB),
            EnumSet.of(BodyRegion.KNEE, BodyRegion.LOWER_LEG, BodyRegion.ANKLE, BodyRegion.FOOT));
    private static final int THIGH = 5;
    private static final List<BodyRegion> SPINE = List.of(BodyRegion.CERVICAL_SPINE, BodyRegion.THORACIC_SPINE,
            BodyRegion.LUMBAR_SPINE);

    private RegionSets() {}

    /** Without those that only repeat in general terms what another one says, and whole where the whole is meant. */
    static Set<BodyRegion> essence(Set<BodyRegion> found) {
        if (found.contains(BodyRegion.WHOLE_BODY) || isFromHeadToThigh(found)) {
            return EnumSet.of(BodyRegion.WHOLE_BODY);
        }
        Set<BodyRegion> essence = EnumSet.noneOf(BodyRegion.class);
        found.stream()
                .filter(region -> !GENERAL.contains(region) || found.stream().noneMatch(region::contains))
                .filter(region -> region != BodyRegion.VESSELS || found.size() == 1)
                .forEach(essence::add);
        return essence;
    }

    /** What lies between: "neck to pelvis" shows chest and abdomen, too. */
    static Set<BodyRegion> between(Collection<BodyRegion> from, Collection<BodyRegion> to) {
        int first = level(from);
        int last = level(to);
        Set<BodyRegion> between = EnumSet.noneOf(BodyRegion.class);
        if (first == 0 && last >= THIGH) {
            between.add(BodyRegion.WHOLE_BODY);
        } else if (first >= 0 && last < THIGH) {
            for (int i = first + 1; i < last; i++) {
                between.add(LEVELS.get(i).iterator().next());
            }
        }
        if (from.contains(SPINE.getFirst()) && to.contains(SPINE.getLast())) {
            between.addAll(SPINE);
        }
        return between;
    }

    /** Nobody examines only a head and a thigh: it is how the extent of a PET/CT is written. */
    private static boolean isFromHeadToThigh(Set<BodyRegion> found) {
        return found.contains(BodyRegion.THIGH) && found.size() > 1
                && found.stream().allMatch(region -> region == BodyRegion.THIGH || LEVELS.getFirst().contains(region));
    }

    private static int level(Collection<BodyRegion> regions) {
        for (int i = 0; i < LEVELS.size(); i++) {
            if (regions.stream().anyMatch(LEVELS.get(i)::contains)) {
                return i;
            }
        }
        return -1;
    }
}
