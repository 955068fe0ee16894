package org.priorfetch.engine.prior;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.priorfetch.engine.model.PastAppointment;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.Ranking;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.SkipReason;
import org.priorfetch.engine.prior.Wishes.Study;

/** Past appointments to try rules on. */
record Bench(RelevanceRanker ranker, ZoneId zone, List<PastAppointment> appointments) {

    /**
     * What rules say of a study.
     *
     * @param rule name of the rule whose limits hold for the appointment; empty for the general ones
     */
    record Verdict(boolean taken, Reason reason, String rule) {}

    Bench {
        appointments = List.copyOf(appointments);
    }

    Bench of(Collection<PastAppointment> others) {
        return new Bench(ranker, zone, List.copyOf(others));
    }

    Map<Study, Verdict> judge(RelevanceRules rules) {
        Map<Study, Verdict> verdicts = new HashMap<>();
        for (PastAppointment past : appointments) {
            String id = past.item().appointmentId();
            String rule = ranker.limits(past.item(), rules).rule();
            Ranking ranking = ranker.rank(past.item(), past.candidates(), rules, day(past));
            for (RankedPrior prior : ranking.relevant()) {
                verdicts.put(new Study(id, prior.candidate().ref().studyInstanceUid()),
                        new Verdict(true, prior.reason(), rule));
            }
            for (SkipReason skip : ranking.skipped()) {
                verdicts.putIfAbsent(new Study(id, skip.candidate().ref().studyInstanceUid()),
                        new Verdict(false, skip.reason(), rule));
            }
        }
        return verdicts;
    }

    LocalDate day(PastAppointment past) {
        return LocalDate.ofInstant(past.item().scheduledStart(), zone);
    }
}
