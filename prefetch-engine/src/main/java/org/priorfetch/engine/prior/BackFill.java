package org.priorfetch.engine.prior;

import java.util.ArrayList;
import java.util.List;

import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.RelevanceLimits;
import org.priorfetch.engine.model.SkipReason;

/** Fills places that stay free with recent studies that do not match, where the site wants that. */
final class BackFill {

    private static final int LOWEST = 1;

    private final List<RankedPrior> taken = new ArrayList<>();
    private final List<SkipReason> skipped = new ArrayList<>();

    /** @param newestFirst those that do not match */
    BackFill(RelevanceLimits limits, List<Assessment> newestFirst, int free) {
        int places = Math.min(limits.selection().recent(), free);
        for (Assessment assessment : newestFirst) {
            if (assessment.tooOld()) {
                skipped.add(new SkipReason(assessment.candidate(), 0, Comparison.tooOld(assessment)));
            } else if (taken.size() < places) {
                taken.add(new RankedPrior(assessment.candidate(), LOWEST,
                        Reasons.recent(assessment, Shortlist.byRule(limits))));
            } else {
                skipped.add(new SkipReason(assessment.candidate(), 0, Reasons.irrelevant(assessment)));
            }
        }
    }

    List<RankedPrior> taken() {
        return taken;
    }

    List<SkipReason> skipped() {
        return skipped;
    }
}
