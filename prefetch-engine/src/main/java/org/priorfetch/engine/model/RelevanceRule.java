package org.priorfetch.engine.model;

import java.time.Period;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What holds for some appointments instead of the site's general limits.
 *
 * @param name for people
 * @param modalities the rule is for appointments with one of these (0008,0060); empty for any
 * @param regions the rule is for appointments that show one of these; empty for any
 * @param priors only studies with one of these modalities are relevant; empty for any
 * @param maxPriors null where the general limit holds
 * @param maxAge null where the general limit holds
 * @param selection what it changes of the general selection
 */
public record RelevanceRule(String name, List<String> modalities, List<BodyRegion> regions, List<String> priors,
        @Nullable Integer maxPriors, @Nullable Period maxAge, SelectionChange selection) {

    public RelevanceRule {
        modalities = List.copyOf(modalities);
        regions = List.copyOf(regions);
        priors = List.copyOf(priors);
    }

    /** With the general selection. */
    public RelevanceRule(String name, List<String> modalities, List<BodyRegion> regions, List<String> priors,
            @Nullable Integer maxPriors, @Nullable Period maxAge) {
        this(name, modalities, regions, priors, maxPriors, maxAge, SelectionChange.NONE);
    }

    boolean appliesTo(Collection<String> ofAppointment, Collection<BodyRegion> shown) {
        boolean modality = modalities.isEmpty() || !Collections.disjoint(modalities, ofAppointment);
        boolean region = regions.isEmpty() || regions.stream().anyMatch(wanted -> shows(wanted, shown));
        return modality && region;
    }

    private static boolean shows(BodyRegion wanted, Collection<BodyRegion> shown) {
        return shown.contains(wanted) || shown.stream().anyMatch(wanted::contains);
    }

    RelevanceLimits limitsOver(RelevanceLimits general) {
        return new RelevanceLimits(name, Objects.requireNonNullElse(maxPriors, general.maxPriors()),
                Objects.requireNonNullElse(maxAge, general.maxAge()), priors, selection.over(general.selection()));
    }
}
