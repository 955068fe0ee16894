package org.priorfetch.engine.prior;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.RelevanceLimits;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;

class RelevanceRuleTest {

    private static final RelevanceRule BREAST = new RelevanceRule("Mammography", List.of("MG"), List.of(),
            List.of("MG", "MR"), 4, Period.ofYears(20));
    private static final RelevanceRule LIMBS = new RelevanceRule("Limbs", List.of(),
            List.of(BodyRegion.UPPER_LIMB, BodyRegion.KNEE), List.of(), 2, null);
    private static final RelevanceRules RULES = new RelevanceRules(5, Period.ofYears(10), List.of(BREAST, LIMBS));

    @Test
    void theFirstRuleThatAppliesCounts() {
        assertThat(RULES.limitsFor(List.of("MG"), List.of(BodyRegion.KNEE)))
                .isEqualTo(new RelevanceLimits("Mammography", 4, Period.ofYears(20), List.of("MG", "MR")));
    }

    @Test
    void whatARuleLeavesOutIsAsElsewhere() {
        assertThat(RULES.limitsFor(List.of("CR"), List.of(BodyRegion.KNEE)))
                .isEqualTo(new RelevanceLimits("Limbs", 2, Period.ofYears(10), List.of()));
    }

    @Test
    void aRuleForARegionHoldsForItsParts() {
        assertThat(RULES.limitsFor(List.of("CR"), List.of(BodyRegion.HAND)).rule()).isEqualTo("Limbs");
        assertThat(RULES.limitsFor(List.of("CR"), List.of(BodyRegion.HIP)).rule()).isEmpty();
    }

    @Test
    void noRuleLeavesTheGeneralLimits() {
        assertThat(RULES.limitsFor(List.of("CT"), List.of(BodyRegion.CHEST)))
                .isEqualTo(new RelevanceLimits("", 5, Period.ofYears(10), List.of()));
    }

    @Test
    void modalitiesThatNobodyStatedAreNoReasonToLeaveAStudyOut() {
        RelevanceLimits limits = RULES.limitsFor(List.of("MG"), List.of());

        assertThat(limits.admits(List.of("MR", "SR"))).isTrue();
        assertThat(limits.admits(List.of("CT"))).isFalse();
        assertThat(limits.admits(List.of())).isTrue();
    }
}
