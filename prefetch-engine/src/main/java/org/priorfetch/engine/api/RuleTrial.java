package org.priorfetch.engine.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Reason;

/**
 * What rules would have made of past appointments.
 *
 * @param appointments how many were judged
 * @param present what the rules that hold now take
 * @param tried what the tried ones take
 * @param differences at most {@link #MOST_LISTED} of them
 * @param different studies that one of the two takes and the other does not
 * @param recall beside what people did with studies of these appointments
 */
public record RuleTrial(int appointments, Volume present, Volume tried, List<Difference> differences,
        int different, Recall recall) {

    public static final int MOST_LISTED = 500;

    public RuleTrial {
        differences = List.copyOf(differences);
    }

    /** Where people did nothing by hand. */
    public RuleTrial(int appointments, Volume present, Volume tried, List<Difference> differences, int different) {
        this(appointments, present, tried, differences, different, Recall.NONE);
    }

    /**
     * How the rules do beside people. Each study of an appointment counts once, as it was dealt with last.
     *
     * @param wanted studies that people opened or fetched by hand
     * @param wantedByPresent those of them that the present rules take
     * @param wantedByTried those of them that the tried rules take
     * @param skipped studies that people skipped
     * @param skippedByPresent those of them that the present rules take
     * @param skippedByTried those of them that the tried rules take
     */
    public record Recall(int wanted, int wantedByPresent, int wantedByTried, int skipped, int skippedByPresent,
            int skippedByTried) {

        public static final Recall NONE = new Recall(0, 0, 0, 0, 0, 0);
    }

    /**
     * Studies taken.
     *
     * @param bytes estimated from their numbers of images and what such images weighed here before
     */
    public record Volume(int studies, long images, long bytes) {}

    /**
     * A study that the tried rules judge differently.
     *
     * @param taken whether they take it
     * @param reason what they say of it
     */
    public record Difference(String appointmentId, Instant scheduledStart, String procedure, String studyUid,
            String source, String studyDescription, SortedSet<String> modalities, @Nullable LocalDate studyDate,
            boolean taken, Reason reason) {}
}
