package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.priorfetch.engine.model.PrefetchPlan;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.plan.Identified;
import org.priorfetch.engine.plan.PrefetchPlanner;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.prior.RelevanceRanker;

/** From an appointment to a plan: everybody is asked, every answer is judged. Changes nothing. */
final class PriorSearch {

    /**
     * @param unanswered who did not answer, and why; the plan then says nothing about what they hold
     */
    record Findings(PrefetchPlan plan, Map<String, Reason> unanswered, Instant begun) {}

    private static final String NOBODY_ASKED = "nobody";
    private static final PrefetchPlan NOTHING = new PrefetchPlan(List.of(), List.of(), List.of(), List.of(), List.of());

    private final Inquiry inquiry;
    private final SitePolicy policy;
    private final PrefetchPlanner planner = new PrefetchPlanner(new RelevanceRanker()::rank);
    private final RelevanceRules rules;
    private final List<String> sourceOrder;
    private final Clock clock;

    PriorSearch(Inquiry inquiry, SitePolicy policy, RelevanceRules rules, List<String> sourceOrder, Clock clock) {
        this.inquiry = inquiry;
        this.policy = policy;
        this.rules = rules;
        this.sourceOrder = List.copyOf(sourceOrder);
        this.clock = clock;
    }

    Findings search(WorklistItem item) {
        Instant begun = clock.now();
        if (!isUsable(item.patient().key().patientId())) {
            return new Findings(NOTHING, Map.of(NOBODY_ASKED, Reason.of("runtime.noUsableId")), begun);
        }
        Answers answers = inquiry.ask(item.patient().key());
        List<Identified> found = answers.candidates()
                .stream()
                .map(candidate -> policy.identify(item.patient(), candidate, item.accessionNumber()))
                .toList();
        LocalDate today = LocalDate.ofInstant(begun, clock.zone());
        return new Findings(planner.plan(item, found, rules, today, sourceOrder), answers.unanswered(), begun);
    }

    /** An ID that is missing, or that archives would take for a pattern, finds the wrong people. */
    private static boolean isUsable(String patientId) {
        return !patientId.isBlank() && patientId.chars().noneMatch(character -> "*?\\".indexOf(character) >= 0);
    }
}
