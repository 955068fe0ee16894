package org.priorfetch.engine.prior;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.priorfetch.engine.model.PastAppointment;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.PriorFeedback;

/**
 * Past appointments beside what people did with their studies. Of one study of one appointment the last word counts.
 *
 * @param appointments with what people fetched though no search had found it
 * @param last what was done last with each study of these appointments, oldest first
 */
public record Wishes(List<PastAppointment> appointments, List<PriorFeedback> last) {

    /** A study of an appointment. */
    public record Study(String appointmentId, String studyInstanceUid) {

        static Study of(PriorFeedback feedback) {
            return new Study(feedback.appointmentId(), feedback.studyInstanceUid());
        }
    }

    private static final Comparator<PriorFeedback> OLDEST_FIRST = Comparator.comparing(PriorFeedback::at)
            .thenComparing(PriorFeedback::appointmentId)
            .thenComparing(PriorFeedback::studyInstanceUid)
            .thenComparing(PriorFeedback::kind)
            .thenComparing(PriorFeedback::who);

    public Wishes {
        appointments = List.copyOf(appointments);
        last = List.copyOf(last);
    }

    /** Joins the two, in any order; feedback about none of the appointments is left out. */
    public static Wishes of(Collection<PastAppointment> appointments, Collection<PriorFeedback> feedback) {
        Map<String, PastAppointment> known = new LinkedHashMap<>();
        appointments.forEach(past -> known.put(past.item().appointmentId(), past));
        Map<Study, PriorFeedback> last = new LinkedHashMap<>();
        feedback.stream()
                .filter(one -> known.containsKey(one.appointmentId()))
                .sorted(OLDEST_FIRST)
                .forEach(one -> last.put(Study.of(one), one));
        Map<String, List<PriorFeedback>> ofAppointment = new HashMap<>();
        last.values()
                .forEach(one -> ofAppointment.computeIfAbsent(one.appointmentId(), _ -> new ArrayList<>()).add(one));
        known.replaceAll((id, past) -> joined(past, ofAppointment.getOrDefault(id, List.of())));
        return new Wishes(List.copyOf(known.values()), last.values().stream().sorted(OLDEST_FIRST).toList());
    }

    private static PastAppointment joined(PastAppointment past, List<PriorFeedback> feedback) {
        Set<String> found = studies(past.candidates());
        List<PriorCandidate> candidates = new ArrayList<>(past.candidates());
        feedback.stream()
                .map(PriorFeedback::candidate)
                .filter(study -> !found.contains(study.ref().studyInstanceUid()))
                .forEach(candidates::add);
        return new PastAppointment(past.item(), candidates);
    }

    private static Set<String> studies(Collection<PriorCandidate> candidates) {
        return candidates.stream().map(study -> study.ref().studyInstanceUid()).collect(Collectors.toSet());
    }

    /** What people had a use for, and what they did not want. */
    public List<PriorFeedback> wanted(boolean wanted) {
        return last.stream().filter(one -> one.isWanted() == wanted).toList();
    }

    /** How many of what people had a use for, or of what they did not want, are among these studies. */
    public int count(boolean wanted, Set<Study> studies) {
        return (int) wanted(wanted).stream().filter(one -> studies.contains(Study.of(one))).count();
    }

    /** The appointments of which people did something with a study. */
    List<PastAppointment> judged() {
        Set<String> ids = last.stream().map(PriorFeedback::appointmentId).collect(Collectors.toSet());
        return appointments.stream().filter(past -> ids.contains(past.item().appointmentId())).toList();
    }
}
