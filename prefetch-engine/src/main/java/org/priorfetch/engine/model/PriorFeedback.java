package org.priorfetch.engine.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * What a person did with one study of one appointment, beside what the rules had said of it. Who the patient is stays out.
 *
 * @param who the account of the person
 * @param procedure requested, as the worklist describes it
 * @param appointment what the appointment is to examine
 * @param candidate the study, without its patient
 * @param shown what the study shows
 * @param taken whether the rules of that time took it
 * @param reason what they said of it
 */
public record PriorFeedback(Instant at, String who, Kind kind, String appointmentId, Instant scheduledStart,
        String procedure, Examined appointment, PriorCandidate candidate, Examined shown, boolean taken,
        Reason reason) {

    /** What was done. */
    public enum Kind {
        /** Fetched by hand, for the appointment. */
        FETCHED,
        /** Left where it is, or its transfer stopped. */
        SKIPPED,
        /** Opened in the viewer. */
        OPENED
    }

    public PriorFeedback {
        candidate = candidate.withoutPatient();
    }

    /** Whether somebody had a use for the study. */
    public boolean isWanted() {
        return kind != Kind.SKIPPED;
    }

    public String studyInstanceUid() {
        return candidate.ref().studyInstanceUid();
    }

    /** How old the study is at the appointment; null when its date is unknown. */
    public @Nullable Integer ageDays(ZoneId zone) {
        LocalDate date = candidate.studyDate();
        return date == null ? null
                : (Integer) (int) ChronoUnit.DAYS.between(date, LocalDate.ofInstant(scheduledStart, zone));
    }
}
