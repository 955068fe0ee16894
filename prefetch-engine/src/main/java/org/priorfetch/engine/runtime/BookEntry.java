package org.priorfetch.engine.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.HandChoice;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;

/**
 * An appointment with all its candidates.
 *
 * @param choices what people decided, by Study Instance UID
 * @param unanswered why somebody did not answer, or was not asked, by name; empty until the first search since the start
 */
record BookEntry(Appointment appointment, List<AppointmentPrior> priors, Map<String, HandChoice> choices,
        Map<String, Reason> unanswered) {

    BookEntry {
        priors = List.copyOf(priors);
        choices = Map.copyOf(choices);
        unanswered = Map.copyOf(unanswered);
    }

    BookEntry(Appointment appointment, List<AppointmentPrior> priors) {
        this(appointment, priors, Map.of(), Map.of());
    }

    BookEntry with(Appointment newAppointment) {
        return new BookEntry(newAppointment, priors, choices, unanswered);
    }

    BookEntry with(List<AppointmentPrior> newPriors) {
        return new BookEntry(appointment, newPriors, choices, unanswered);
    }

    BookEntry with(Map<String, Reason> nowUnanswered) {
        return new BookEntry(appointment, priors, choices, nowUnanswered);
    }

    BookEntry with(HandChoice choice) {
        Map<String, HandChoice> more = new HashMap<>(choices);
        more.put(choice.studyInstanceUid(), choice);
        return new BookEntry(appointment, priors, more, unanswered);
    }

    /** With one candidate changed; the others, and their order, stay. */
    BookEntry with(String studyInstanceUid, UnaryOperator<AppointmentPrior> change) {
        return with(priors.stream()
                .map(prior -> prior.ref().studyInstanceUid().equals(studyInstanceUid) ? change.apply(prior) : prior)
                .toList());
    }

    Optional<AppointmentPrior> prior(String studyInstanceUid) {
        return priors.stream().filter(prior -> prior.ref().studyInstanceUid().equals(studyInstanceUid)).findFirst();
    }

    /** With what became of a job for the candidate that waits for it; what others have proven stays. */
    BookEntry after(TransferJob job, boolean decided) {
        return with(job.ref().studyInstanceUid(),
                prior -> waits(prior.state(), decided) ? JobRows.after(job, prior) : prior);
    }

    /** @param decided whether a person has, which also counts for what was held */
    private static boolean waits(PriorState state, boolean decided) {
        return switch (state) {
            case FETCH, PARTIAL, FAILED -> true;
            case HOLD -> decided;
            case PRESENT, SKIP -> false;
        };
    }

    /** Whether it is of just the patient for whom the job was ordered. */
    boolean isOfPatient(TransferJob job) {
        return appointment.item().patient().equals(job.patient());
    }

    /** Whether it waits for the study of the job. Single series say nothing about their study. */
    boolean waitsFor(TransferJob job) {
        return job.isWholeStudy() && priors.stream()
                .anyMatch(prior -> prior.state() == PriorState.FETCH
                        && prior.ref().studyInstanceUid().equals(job.ref().studyInstanceUid()));
    }
}
