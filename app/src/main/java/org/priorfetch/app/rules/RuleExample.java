package org.priorfetch.app.rules;

import java.time.Period;
import java.util.List;

import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.RelevanceRule;

/** Rules to begin with. */
enum RuleExample {
    MAMMOGRAPHY, HANDS, CT_ONCOLOGY;

    RelevanceRule rule(String name) {
        return switch (this) {
            case MAMMOGRAPHY -> new RelevanceRule(name, List.of("MG"), List.of(BodyRegion.BREAST),
                    List.of("MG", "US", "MR"), 4, Period.ofYears(20));
            case HANDS -> new RelevanceRule(name, List.of(), List.of(BodyRegion.HAND, BodyRegion.WRIST), List.of(), 2,
                    null);
            case CT_ONCOLOGY -> new RelevanceRule(name, List.of("CT", "PT"),
                    List.of(BodyRegion.CHEST, BodyRegion.ABDOMEN), List.of(), 8, null);
        };
    }
}
