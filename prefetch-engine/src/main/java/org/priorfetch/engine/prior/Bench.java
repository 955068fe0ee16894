package org.priorfetch.engine.prior;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.priorfetch.engine.model.Examined;
import org.priorfetch.engine.model.PastAppointment;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.Ranking;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RelevanceLimits;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.SkipReason;
import org.priorfetch.engine.prior.Wishes.Study;

/**
 * Past appointments to try rules on.
 *
 * @param alike the appointments by what they examine: the same limits hold for those that examine the same
 */
record Bench(RelevanceRanker ranker, ZoneId zone, Map<Examined, List<PastAppointment>> alike) {

    /**
     * What rules say of a study.
     *
     * @param rule name of the rule whose limits hold for the appointment; empty for the general ones
     */
    record Verdict(boolean taken, Reason reason, String rule) {}

    Bench {
        alike = Map.copyOf(alike);
    }

    Bench(RelevanceRanker ranker, ZoneId zone, Collection<PastAppointment> appointments) {
        this(ranker, zone, appointments.stream().collect(Collectors.groupingBy(past -> ranker.examined(past.item()))));
    }

    /** Only the appointments that a change of the rules can touch: all others are judged as before. */
    Bench touchedBy(Habit habit, RelevanceRules before, RelevanceRules after) {
        boolean otherPairs = !before.pairs().equals(after.pairs());
        Map<Examined, List<PastAppointment>> touched = new HashMap<>(alike);
        touched.keySet()
                .removeIf(examined -> limits(before, examined).equals(limits(after, examined))
                        && !(otherPairs && habit.key().coversAppointment(examined)));
        return new Bench(ranker, zone, touched);
    }

    private static RelevanceLimits limits(RelevanceRules rules, Examined examined) {
        return rules.limitsFor(examined.modalities(), examined.regions());
    }

    /** What the rules say of these studies. */
    Map<Study, Verdict> judge(RelevanceRules rules, Set<Study> studies) {
        Map<Study, Verdict> verdicts = new HashMap<>();
        alike.forEach((examined, appointments) -> {
            String rule = limits(rules, examined).rule();
            appointments.forEach(past -> judge(past, rules, rule, verdicts));
        });
        verdicts.keySet().retainAll(studies);
        return verdicts;
    }

    private void judge(PastAppointment past, RelevanceRules rules, String rule, Map<Study, Verdict> verdicts) {
        Ranking ranking = rank(past, rules);
        for (RankedPrior prior : ranking.relevant()) {
            verdicts.put(study(past, prior.candidate()), new Verdict(true, prior.reason(), rule));
        }
        for (SkipReason skip : ranking.skipped()) {
            verdicts.putIfAbsent(study(past, skip.candidate()), new Verdict(false, skip.reason(), rule));
        }
    }

    /** The studies that the rules take. */
    Set<Study> taken(RelevanceRules rules) {
        Set<Study> taken = new HashSet<>();
        alike.values()
                .forEach(appointments -> appointments.forEach(past -> rank(past, rules).relevant()
                        .forEach(prior -> taken.add(study(past, prior.candidate())))));
        return taken;
    }

    private static Study study(PastAppointment past, PriorCandidate candidate) {
        return new Study(past.item().appointmentId(), candidate.ref().studyInstanceUid());
    }

    private Ranking rank(PastAppointment past, RelevanceRules rules) {
        return ranker.rank(past.item(), past.candidates(), rules,
                LocalDate.ofInstant(past.item().scheduledStart(), zone));
    }
}
