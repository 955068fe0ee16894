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
 */
public record RuleTrial(int appointments, Volume present, Volume tried, List<Difference> differences,
        int different) {

    public static final int MOST_LISTED = 500;

    public RuleTrial {
        differences = List.copyOf(differences);
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
