package org.priorfetch.engine.prior;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.prior.LabelledHistories.Figures;

class LabelledHistoriesTest {

    private static final double LEAST_RECALL = 0.95;
    private static final double MOST_BYTES = 0.30;

    @Test
    void theUsualRulesFindWhatIsWantedInFewBytes() throws IOException {
        Figures figures = LabelledHistories.read("histories.tsv").measure(RelevanceRules.DEFAULT);
        System.out.println("histories.tsv: " + figures);

        assertThat(figures.recall()).as("%s%n%s", figures, String.join("\n", figures.misses()))
                .isGreaterThanOrEqualTo(LEAST_RECALL);
        assertThat(figures.share()).as(figures.toString()).isLessThanOrEqualTo(MOST_BYTES);
    }

    /** Histories by which nothing was ever set; they tell whether the rules are right for others too. */
    @Test
    void tellsHowTheyDoOnHistoriesThatWereHeldOut() throws IOException {
        Figures figures = LabelledHistories.read("histories-heldout.tsv").measure(RelevanceRules.DEFAULT);
        System.out.println("histories-heldout.tsv: " + figures);

        assertThat(figures.wanted()).isPositive();
    }
}
