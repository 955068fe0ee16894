package org.priorfetch.engine.prior;

import java.util.List;

/** How the modalities of two examinations go together. */
enum ModalityMatch {
    SAME(30), CLOSE(24), RELATED(18), UNKNOWN(10), OTHER(6);

    /**
     * Modalities that are read beside each other, the appointment's before the arrow.
     *
     * @param regions where; empty for everywhere
     */
    private record Related(ModalityMatch how, RegionSet regions, Families families, Families priors) {

        static Related parse(String line) {
            String[] parts = line.split(":|<-", 4);
            return new Related(valueOf(parts[0].strip()), Table.regions(parts[1]), Table.families(parts[2]),
                    Table.families(parts[3]));
        }

        boolean holds(Imaging appointment, Imaging prior, RegionSet shown) {
            return families.meets(appointment.families()) && priors.meets(prior.families())
                    && (regions.isEmpty() || regions.meets(shown));
        }
    }

    /** The closest first. */
    private static final List<Related> TABLE = """
            CLOSE:   any:    CT MR PT NM <- CT MR PT
            CLOSE:   breast: MG US MR    <- MG US MR
            CLOSE:   any:    XR FL       <- CT
            CLOSE:   neck, heart, vessels, abdomen, pelvis, limbs: US <- CT MR
            RELATED: any:    CT MR PT    <- XR FL NM
            RELATED: any:    XR FL       <- XR FL MR NM
            RELATED: any:    NM          <- XR
            RELATED: head, face, neck, heart, vessels, abdomen, pelvis, limbs, spine, whole-body: CT MR <- US
            RELATED: head, face, spine:  US <- CT MR
            RELATED: heart, abdomen, pelvis, vessels, limbs: US FL <- US FL
            RELATED: neck, heart, abdomen: US NM <- US NM
            RELATED: limbs:  US XR       <- US XR
            """.lines().map(Related::parse).toList();

    private final int points;

    ModalityMatch(int points) {
        this.points = points;
    }

    /** @param shown by the appointment */
    static ModalityMatch of(Imaging appointment, Imaging prior, RegionSet shown) {
        if (!appointment.isKnown() || !prior.isKnown()) {
            return UNKNOWN;
        }
        if (appointment.isAlike(prior)) {
            return SAME;
        }
        for (Related related : TABLE) {
            if (related.holds(appointment, prior, shown)) {
                return related.how();
            }
        }
        return OTHER;
    }

    int points() {
        return points;
    }
}
