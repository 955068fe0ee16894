package org.priorfetch.engine.prior;

import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.priorfetch.engine.model.BodyRegion;

/** How the modalities of two examinations go together. */
enum ModalityMatch {
    SAME(30), RELATED(18), UNKNOWN(10), OTHER(6);

    /**
     * Modalities that are read beside each other.
     *
     * @param regions where; empty for everywhere
     */
    private record Related(Set<ModalityFamily> families, Set<BodyRegion> regions) {

        static Related parse(String line) {
            int colon = line.indexOf(':');
            return new Related(Table.families(line.substring(colon + 1)), Table.regions(line.substring(0, colon)));
        }

        /** Both of these are among the families, in one of the regions. */
        boolean holds(Imaging one, Imaging other, Set<BodyRegion> shown) {
            boolean where = regions.isEmpty() || !Collections.disjoint(regions, shown);
            return where && !Collections.disjoint(families, one.families())
                    && !Collections.disjoint(families, other.families());
        }
    }

    private static final List<Related> TABLE = """
            any: CT MR
            any: CT XR
            any: CT FL
            any: CT NM PT
            any: MR XR
            any: MR FL
            any: MR NM PT
            any: XR FL
            any: XR NM
            breast: MG US MR
            head, face, neck, heart, vessels, abdomen, pelvis, limbs, whole-body: US CT
            head, face, neck, heart, vessels, abdomen, pelvis, limbs, spine: US MR
            heart, abdomen, pelvis, vessels, limbs: US FL
            neck, heart, abdomen: US NM
            limbs: US XR
            """.lines().map(Related::parse).toList();

    private final int points;

    ModalityMatch(int points) {
        this.points = points;
    }

    /** @param shown where: the regions of the one */
    static ModalityMatch of(Imaging one, Imaging other, Set<BodyRegion> shown) {
        if (!one.isKnown() || !other.isKnown()) {
            return UNKNOWN;
        }
        if (one.isAlike(other)) {
            return SAME;
        }
        return TABLE.stream().anyMatch(related -> related.holds(one, other, shown)) ? RELATED : OTHER;
    }

    int points() {
        return points;
    }
}
