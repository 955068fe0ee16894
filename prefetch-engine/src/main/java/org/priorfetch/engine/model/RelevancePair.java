package org.priorfetch.engine.model;

import java.util.List;

/**
 * Examinations of different regions that a site compares all the same.
 *
 * @param name for people
 * @param modalities of the appointment (0008,0060), one of these; empty for any
 * @param regions that the appointment shows, one of these
 * @param priors of the earlier study, one of these; empty for any
 * @param with regions that the earlier study shows, one of these
 */
public record RelevancePair(String name, List<String> modalities, List<BodyRegion> regions, List<String> priors,
        List<BodyRegion> with) {

    public RelevancePair {
        modalities = List.copyOf(modalities);
        regions = List.copyOf(regions);
        priors = List.copyOf(priors);
        with = List.copyOf(with);
    }
}
