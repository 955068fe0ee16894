package org.priorfetch.engine.prior;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.priorfetch.engine.model.PastAppointment;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.PriorFeedback;
import org.priorfetch.engine.model.PriorFeedback.Kind;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.RuleSuggestion;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;

/** Days of a reading room: appointments with their candidates, and what people did with them. */
final class Practice {

    static final ZoneId ZONE = ZoneOffset.UTC;
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
    static final RelevanceRanker RANKER = new RelevanceRanker().remembering();

    private final List<PastAppointment> appointments = new ArrayList<>();
    private final List<PriorFeedback> feedback = new ArrayList<>();
    private int studies;

    /** A study that somebody could want. */
    record Prior(String modality, String description, int years) {}

    static Prior prior(String modality, String description, int years) {
        return new Prior(modality, description, years);
    }

    /** An appointment of a day; with its candidates nobody has done anything yet. */
    PastAppointment appointment(int day, String modality, String procedure, Prior... priors) {
        WorklistItem item = new WorklistItem("A" + (appointments.size() + 1), null, Patient.NOBODY,
                new TreeSet<>(Set.of(modality)), procedure, "", at(day), Urgency.ROUTINE, "", "", "", "");
        List<PriorCandidate> candidates = new ArrayList<>();
        for (Prior prior : priors) {
            candidates.add(study(prior, day));
        }
        PastAppointment past = new PastAppointment(item, candidates);
        appointments.add(past);
        return past;
    }

    PriorCandidate study(Prior prior, int day) {
        studies++;
        return new PriorCandidate(new StudyRef("1.2." + studies, "regional"), Patient.NOBODY, "",
                FIRST_DAY.plusDays(day).minusYears(prior.years()).minusDays(20 + studies % 7), null,
                prior.description(), new TreeSet<>(Set.of(prior.modality().split("/"))), Set.of(), 100);
    }

    private static Instant at(int day) {
        return FIRST_DAY.plusDays(day).atTime(9, 0).atZone(ZONE).toInstant();
    }

    /** Somebody does something with a candidate of the appointment. */
    Practice does(String who, Kind kind, PastAppointment past, int candidate) {
        return does(who, kind, past, past.candidates().get(candidate));
    }

    Practice does(String who, Kind kind, PastAppointment past, PriorCandidate study) {
        feedback.add(new PriorFeedback(past.item().scheduledStart().plus(Duration.ofMinutes(feedback.size())), who,
                kind, past.item().appointmentId(), past.item().scheduledStart(),
                past.item().requestedProcedureDescription(), RANKER.examined(past.item()), study,
                RANKER.examined(study), false, Reason.of("prior.anotherRegion")));
        return this;
    }

    /** So often, on a day each, by several people in turn: the one candidate is dealt with. */
    Practice often(int times, Kind kind, String modality, String procedure, Prior... priors) {
        for (int time = 0; time < times; time++) {
            PastAppointment past = appointment(time * 2, modality, procedure, priors);
            does("person" + time % 3, kind, past, 0);
        }
        return this;
    }

    List<PriorFeedback> feedback() {
        return feedback;
    }

    Wishes wishes() {
        return Wishes.of(appointments, feedback);
    }

    Wishes shuffled(Random random) {
        List<PastAppointment> past = new ArrayList<>(appointments);
        List<PriorFeedback> done = new ArrayList<>(feedback);
        Collections.shuffle(past, random);
        Collections.shuffle(done, random);
        return Wishes.of(past, done);
    }

    List<RuleSuggestion> suggest(RelevanceRules rules) {
        return suggest(rules, Set.of());
    }

    List<RuleSuggestion> suggest(RelevanceRules rules, Set<String> dismissed) {
        return new RuleAdvisor(RANKER, ZONE).suggest(wishes(), rules, dismissed);
    }

    /** How many of the wanted, or of the unwanted, studies the rules take. */
    static int taken(Wishes wishes, RelevanceRules rules, boolean wanted) {
        Set<Wishes.Study> taken = new Bench(RANKER, ZONE, wishes.appointments()).taken(rules);
        return wishes.count(wanted, taken);
    }
}
