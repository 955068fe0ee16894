package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import org.priorfetch.engine.model.Appointment;

/**
 * How the last search for an appointment went, and so when the next one is due.
 *
 * @param changed of the appointment as it was searched for
 * @param failed whether it ended in a defect
 * @param notAsked who was left out on purpose
 */
record LastSearch(Instant changed, Instant ended, boolean failed, Set<String> notAsked) {

    private static final Duration AFTER_SILENCE = Duration.ofSeconds(60);
    private static final Duration REFRESHED = Duration.ofMinutes(15);

    LastSearch {
        notAsked = Set.copyOf(notAsked);
    }

    /** Whether it was for the appointment as it is now. */
    boolean isOf(Appointment appointment) {
        return changed.equals(appointment.changed());
    }

    /** Whether everybody has answered for the appointment as it is now. */
    boolean isAnswered(Appointment appointment) {
        return isOf(appointment) && !failed && appointment.unanswered().isEmpty();
    }

    /** @param resting who is left alone for a while */
    boolean isDueAgain(Appointment appointment, Instant now, Set<String> resting) {
        boolean refresh = now.isAfter(ended.plus(refreshedAfter(appointment, now)));
        boolean again = now.isAfter(ended.plus(AFTER_SILENCE)) && (failed || isAnyBack(appointment, resting));
        return !isOf(appointment) || refresh || again;
    }

    /** What arrives late at a source is of use until the appointment is over, but less and less. */
    private static Duration refreshedAfter(Appointment appointment, Instant now) {
        Duration half = Duration.between(appointment.item().scheduledStart(), now).dividedBy(2);
        return half.compareTo(REFRESHED) > 0 ? half : REFRESHED;
    }

    /** Whether somebody who did not answer may be asked again. */
    private boolean isAnyBack(Appointment appointment, Set<String> resting) {
        Set<String> waitedFor = new HashSet<>(appointment.unanswered());
        waitedFor.removeAll(notAsked);
        return !resting.containsAll(waitedFor);
    }
}
