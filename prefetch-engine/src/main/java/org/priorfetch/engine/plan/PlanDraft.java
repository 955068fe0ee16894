package org.priorfetch.engine.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.priorfetch.engine.model.PrefetchPlan;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.SkipReason;

/** A plan while its lists are being filled. */
final class PlanDraft {

    private static final Comparator<SkipReason> HIGHEST_FIRST = Comparator.comparingInt(SkipReason::score).reversed();

    /** Never undecided, where they come in the order in which they were found. */
    private static final Comparator<SkipReason> ALWAYS_ALIKE = HIGHEST_FIRST
            .thenComparing(skip -> skip.candidate().ref().studyInstanceUid());

    private final List<RankedPrior> fetch = new ArrayList<>();
    private final List<RankedPrior> present = new ArrayList<>();
    private final List<SkipReason> held = new ArrayList<>();
    private final List<SkipReason> skipped = new ArrayList<>();
    private final List<SkipReason> refused = new ArrayList<>();
    private final List<RankedPrior> unproven = new ArrayList<>();

    void fetch(RankedPrior prior, boolean partlyHere) {
        Reason reason = partlyHere ? prior.reason().and("plan.partlyHere") : prior.reason();
        fetch.add(new RankedPrior(prior.candidate(), prior.score(), switch (prior.candidate().availability()) {
            case NEARLINE -> reason.and("plan.nearline");
            case OFFLINE -> reason.and("plan.offline");
            case ONLINE, UNAVAILABLE, UNKNOWN -> reason;
        }));
    }

    void present(RankedPrior prior, Proposal.Present proposal) {
        present.add(prior);
        proposal.copies().forEach(copy -> unproven.add(new RankedPrior(copy, prior.score(), prior.reason())));
    }

    void hold(Proposal.Hold proposal, int score) {
        held.add(new SkipReason(proposal.candidate(), score, proposal.reason()));
    }

    void unavailable(RankedPrior prior) {
        refused.add(new SkipReason(prior.candidate(), prior.score(), Reason.of(Reason.UNAVAILABLE)));
    }

    void refuse(Proposal.Refuse proposal) {
        refused.add(new SkipReason(proposal.candidate(), 0, proposal.reason()));
    }

    /** To be called in the order of their ranking, in which those with the same score stay. */
    void skip(SkipReason skip) {
        skipped.add(skip);
    }

    PrefetchPlan plan() {
        held.sort(ALWAYS_ALIKE);
        refused.sort(ALWAYS_ALIKE);
        skipped.addAll(refused);
        skipped.sort(HIGHEST_FIRST);
        return new PrefetchPlan(fetch, present, held, skipped, unproven);
    }
}
