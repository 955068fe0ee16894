package org.priorfetch.engine.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.priorfetch.engine.model.PrefetchPlan;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.Ranking;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.SkipReason;
import org.priorfetch.engine.model.WorklistItem;

/**
 * Turns what the sources and the PACS hold of a patient into a plan for an appointment. The plan does not depend on the
 * order of what was found.
 */
public final class PrefetchPlanner {

    private final Relevance relevance;

    public PrefetchPlanner(Relevance relevance) {
        this.relevance = relevance;
    }

    /**
     * Plans one appointment. Studies that wait for a person take no place from those that are certain.
     *
     * @param found candidates of all sources and of the PACS itself
     * @param sourceOrder names of the sources, the preferred first
     */
    public PrefetchPlan plan(WorklistItem item, Collection<Identified> found, RelevanceRules rules, LocalDate today,
            List<String> sourceOrder) {
        Map<String, Proposal> proposals = proposals(found, sourceOrder);
        PlanDraft draft = new PlanDraft();
        Ranking certain = relevance.rank(item, candidates(proposals, PrefetchPlanner::isCertain), rules, today);
        certain.relevant().forEach(prior -> take(prior, proposals, draft));
        certain.skipped().forEach(draft::skip);
        if (proposals.values().stream().anyMatch(Proposal.Hold.class::isInstance)) { // else all is said
            Ranking all = relevance.rank(item, candidates(proposals, PrefetchPlanner::isPossible), rules, today);
            all.relevant().forEach(prior -> holdRelevant(prior, proposals, draft));
            all.skipped().forEach(skip -> holdOrSkip(skip, proposals, draft));
        }
        List<PriorCandidate> unavailable = candidates(proposals, Proposal.Unavailable.class::isInstance);
        if (!unavailable.isEmpty()) {
            Ranking missing = relevance.rank(item, unavailable, rules, today);
            missing.relevant().forEach(draft::unavailable);
            missing.skipped().forEach(draft::skip);
        }
        proposals.values().forEach(proposal -> refuse(proposal, draft));
        return draft.plan();
    }

    private static Map<String, Proposal> proposals(Collection<Identified> found, List<String> sourceOrder) {
        Map<String, List<Identified>> byStudy = LinkedHashMap.newLinkedHashMap(found.size());
        for (Identified copy : found) {
            byStudy.computeIfAbsent(copy.studyInstanceUid(), _ -> new ArrayList<>(2)).add(copy);
        }
        Map<String, Proposal> proposals = LinkedHashMap.newLinkedHashMap(byStudy.size());
        byStudy.forEach((uid, copies) -> proposals.put(uid, StudyCopies.of(copies, sourceOrder).propose()));
        return proposals;
    }

    private static List<PriorCandidate> candidates(Map<String, Proposal> proposals, Predicate<Proposal> which) {
        List<PriorCandidate> candidates = new ArrayList<>(proposals.size());
        for (Proposal proposal : proposals.values()) {
            if (which.test(proposal)) {
                candidates.add(proposal.candidate());
            }
        }
        return candidates;
    }

    private static boolean isCertain(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Fetch _,Proposal.Present _ -> true;
            case Proposal.Hold _,Proposal.Unavailable _,Proposal.Refuse _ -> false;
        };
    }

    private static boolean isPossible(Proposal proposal) {
        return isCertain(proposal) || proposal instanceof Proposal.Hold;
    }

    private static void take(RankedPrior prior, Map<String, Proposal> proposals, PlanDraft draft) {
        Proposal proposal = proposals.get(prior.candidate().ref().studyInstanceUid());
        if (proposal instanceof Proposal.Fetch fetch) {
            draft.fetch(prior, fetch.partlyHere());
        } else if (proposal instanceof Proposal.Present present) {
            draft.present(prior, present);
        }
    }

    private static void holdRelevant(RankedPrior prior, Map<String, Proposal> proposals, PlanDraft draft) {
        if (proposals.get(prior.candidate().ref().studyInstanceUid()) instanceof Proposal.Hold hold) {
            draft.hold(hold, prior.score());
        }
    }

    private static void holdOrSkip(SkipReason skip, Map<String, Proposal> proposals, PlanDraft draft) {
        if (!(proposals.get(skip.candidate().ref().studyInstanceUid()) instanceof Proposal.Hold hold)) {
            return;
        }
        if (hold.always()) {
            draft.hold(hold, skip.score());
        } else {
            draft.skip(skip);
        }
    }

    private static void refuse(Proposal proposal, PlanDraft draft) {
        if (proposal instanceof Proposal.Refuse refuse) {
            draft.refuse(refuse);
        }
    }
}
