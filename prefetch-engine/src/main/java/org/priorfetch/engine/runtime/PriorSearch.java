package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.priorfetch.engine.identity.Likeness;
import org.priorfetch.engine.model.HandChoice;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientSearch;
import org.priorfetch.engine.model.PrefetchPlan;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.plan.ByHand;
import org.priorfetch.engine.plan.Identified;
import org.priorfetch.engine.plan.PrefetchPlanner;
import org.priorfetch.engine.plan.Relevance;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.prior.RelevanceRanker;

/** From an appointment to a plan: everybody is asked, every answer is judged. Changes nothing. */
final class PriorSearch {

    /**
     * @param choices of people, by which it was planned
     * @param unanswered who did not answer, or was not asked, and why; the plan then says nothing about what they hold
     * @param notThere who knows nothing of the patient, in words
     * @param notAsked of those who were not asked on purpose
     */
    record Findings(PrefetchPlan plan, Map<String, Reason> unanswered, Map<String, Reason> notThere,
            Set<String> notAsked, Map<String, HandChoice> choices, Instant begun) {

        /** What is to be said of sources and the PACS. */
        Map<String, Reason> remarks() {
            Map<String, Reason> remarks = new LinkedHashMap<>(notThere);
            remarks.putAll(unanswered);
            return remarks;
        }
    }

    private static final String NOBODY_ASKED = "nobody";
    private static final PrefetchPlan NOTHING = new PrefetchPlan(List.of(), List.of(), List.of(), List.of(), List.of());

    private final Inquiry inquiry;
    private final SitePolicy policy;
    private final Relevance ranker;
    private final RelevanceRules rules;
    private final List<String> sourceOrder;
    private final Clock clock;

    PriorSearch(Inquiry inquiry, SitePolicy policy, RelevanceRules rules, List<String> sourceOrder, Clock clock) {
        this(inquiry, policy, new RelevanceRanker(), rules, sourceOrder, clock);
    }

    /** @param ranker who knows the site's procedures */
    PriorSearch(Inquiry inquiry, SitePolicy policy, RelevanceRanker ranker, RelevanceRules rules,
            List<String> sourceOrder, Clock clock) {
        this.inquiry = inquiry;
        this.policy = policy;
        this.ranker = ranker::rank;
        this.rules = rules;
        this.sourceOrder = List.copyOf(sourceOrder);
        this.clock = clock;
    }

    /** @param choices what people decided about candidates, by Study Instance UID */
    Findings search(WorklistItem item, Map<String, HandChoice> choices) {
        return search(item, choices, _ -> {});
    }

    /**
     * The same.
     *
     * @param soFar told what is known, where a source takes long
     */
    Findings search(WorklistItem item, Map<String, HandChoice> choices, Consumer<Findings> soFar) {
        Instant begun = clock.now();
        if (!isUsable(item.patient().key().patientId())) {
            return new Findings(NOTHING, Map.of(NOBODY_ASKED, Reason.of("runtime.noUsableId")), Map.of(),
                    Set.of(NOBODY_ASKED),
                    choices, begun);
        }
        Answers answers = inquiry.ask(asked(item), some -> soFar.accept(findings(item, some, choices, begun)));
        return findings(item, answers, choices, begun);
    }

    private Findings findings(WorklistItem item, Answers answers, Map<String, HandChoice> choices, Instant begun) {
        List<Identified> found = answers.candidates()
                .stream()
                .map(policy::withoutMark)
                .map(candidate -> policy.identify(item, candidate))
                .toList();
        LocalDate today = LocalDate.ofInstant(begun, clock.zone());
        PrefetchPlanner planner = new PrefetchPlanner(new ByHand(ranker, choices));
        return new Findings(planner.plan(item, found, rules, today, sourceOrder), answers.unanswered(),
                answers.notThere(), answers.notAsked(), choices, begun);
    }

    private Inquiry.Asked asked(WorklistItem item) {
        return new Inquiry.Asked() {

            @Override
            public PatientSearch search(String peer) {
                return usable(policy.search(item, peer));
            }

            @Override
            public boolean isUrgent() {
                return item.urgency() == Urgency.STAT;
            }

            @Override
            public Likeness likeness(String peer, Patient stated) {
                return policy.likeness(item, peer, stated);
            }
        };
    }

    /** Without the linked IDs that archives would take for a pattern. */
    private static PatientSearch usable(PatientSearch search) {
        return search instanceof PatientSearch.ById(List<PatientKey> keys)
                ? new PatientSearch.ById(keys.stream().filter(key -> isUsable(key.patientId())).toList())
                : search;
    }

    /** An ID that is missing, or that archives would take for a pattern, finds the wrong people. */
    static boolean isUsable(String patientId) {
        return !patientId.isBlank() && patientId.chars().noneMatch(character -> "*?\\".indexOf(character) >= 0);
    }
}
