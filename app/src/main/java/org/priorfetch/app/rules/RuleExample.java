package org.priorfetch.app.rules;

import java.time.Period;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.RelevanceRule;

/** Rules to begin with. */
enum RuleExample {
    MAMMOGRAPHY(List.of("MG"), List.of(BodyRegion.BREAST), List.of("MG", "US", "MR"), 4, Period.ofYears(20)), //
    HANDS(List.of(), List.of(BodyRegion.HAND, BodyRegion.WRIST), List.of(), 2, null), //
    CT_ONCOLOGY(List.of("CT", "PT"), List.of(BodyRegion.CHEST, BodyRegion.ABDOMEN), List.of(), 8, null);

    private final List<String> modalities;
    private final List<BodyRegion> regions;
    private final List<String> priors;
    private final int maxPriors;
    private final @Nullable Period maxAge;

    RuleExample(List<String> modalities, List<BodyRegion> regions, List<String> priors, int maxPriors,
            @Nullable Period maxAge) {
        this.modalities = modalities;
        this.regions = regions;
        this.priors = priors;
        this.maxPriors = maxPriors;
        this.maxAge = maxAge;
    }

    RelevanceRule rule(String name) {
        return new RelevanceRule(name, modalities, regions, priors, maxPriors, maxAge);
    }
}
