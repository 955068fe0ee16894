package org.priorfetch.engine.runtime;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.priorfetch.engine.api.RuleTrial;
import org.priorfetch.engine.api.RuleTrial.Difference;
import org.priorfetch.engine.api.RuleTrial.Recall;
import org.priorfetch.engine.api.RuleTrial.Volume;
import org.priorfetch.engine.model.PastAppointment;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.Ranking;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.SkipReason;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.plan.Relevance;
import org.priorfetch.engine.prior.Wishes;
import org.priorfetch.engine.prior.Wishes.Study;

/** Judges past appointments by two sets of rules and tells the difference. */
final class TryOut {

    private final Relevance relevance;
    private final StudyWeights weights;
    private final ZoneId zone;
    private final List<PriorCandidate> byPresent = new ArrayList<>();
    private final List<PriorCandidate> byTried = new ArrayList<>();
    private final Set<Study> takenByPresent = new HashSet<>();
    private final Set<Study> takenByTried = new HashSet<>();
    private final List<Difference> differences = new ArrayList<>();

    TryOut(Relevance relevance, StudyWeights weights, ZoneId zone) {
        this.relevance = relevance;
        this.weights = weights;
        this.zone = zone;
    }

    RuleTrial compare(Wishes wishes, RelevanceRules present, RelevanceRules tried) {
        wishes.appointments().forEach(appointment -> judge(appointment, present, tried));
        return new RuleTrial(wishes.appointments().size(), volume(byPresent), volume(byTried),
                differences.stream().limit(RuleTrial.MOST_LISTED).toList(), differences.size(), recall(wishes));
    }

    private Recall recall(Wishes wishes) {
        return new Recall(wishes.wanted(true).size(), wishes.count(true, takenByPresent),
                wishes.count(true, takenByTried), wishes.wanted(false).size(), wishes.count(false, takenByPresent),
                wishes.count(false, takenByTried));
    }

    private void judge(PastAppointment past, RelevanceRules present, RelevanceRules tried) {
        LocalDate day = LocalDate.ofInstant(past.item().scheduledStart(), zone);
        Ranking before = relevance.rank(past.item(), past.candidates(), present, day);
        Ranking after = relevance.rank(past.item(), past.candidates(), tried, day);
        Set<String> takenBefore = taken(before, byPresent);
        Set<String> takenAfter = taken(after, byTried);
        String id = past.item().appointmentId();
        takenBefore.forEach(uid -> takenByPresent.add(new Study(id, uid)));
        takenAfter.forEach(uid -> takenByTried.add(new Study(id, uid)));
        for (RankedPrior prior : after.relevant()) {
            if (!takenBefore.contains(uid(prior.candidate()))) {
                differences.add(difference(past.item(), prior.candidate(), true, prior.reason()));
            }
        }
        for (SkipReason skip : after.skipped()) {
            if (takenBefore.contains(uid(skip.candidate())) && !takenAfter.contains(uid(skip.candidate()))) {
                differences.add(difference(past.item(), skip.candidate(), false, skip.reason()));
            }
        }
    }

    private static Set<String> taken(Ranking ranking, List<PriorCandidate> all) {
        Set<String> uids = new HashSet<>();
        for (RankedPrior prior : ranking.relevant()) {
            uids.add(uid(prior.candidate()));
            all.add(prior.candidate());
        }
        return uids;
    }

    private Volume volume(List<PriorCandidate> studies) {
        return new Volume(studies.size(), studies.stream().mapToLong(weights::images).sum(),
                studies.stream().mapToLong(weights::bytes).sum());
    }

    private static String uid(PriorCandidate candidate) {
        return candidate.ref().studyInstanceUid();
    }

    private static Difference difference(WorklistItem item, PriorCandidate study, boolean taken, Reason reason) {
        return new Difference(item.appointmentId(), item.scheduledStart(), item.requestedProcedureDescription(),
                uid(study), study.ref().source(), study.studyDescription(), study.modalities(), study.studyDate(),
                taken, reason);
    }
}
