package org.priorfetch.engine.model;

/**
 * One candidate of one appointment with what was decided about it.
 *
 * @param expected instances at the source; negative when not known yet
 * @param delivered instances that the PACS holds or took
 */
public record AppointmentPrior(String appointmentId, PriorCandidate candidate, PriorState state, int expected,
        int delivered, int score, Reason reason) {

    public StudyRef ref() {
        return candidate.ref();
    }

    public AppointmentPrior with(PriorState newState, int newExpected, int newDelivered, Reason newReason) {
        return new AppointmentPrior(appointmentId, candidate, newState, newExpected, newDelivered, score, newReason);
    }
}
