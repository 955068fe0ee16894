package org.priorfetch.engine.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * A study as an archive answered to a search by hand (PS3.4 C.6.2.1, study level).
 *
 * @param patient as the archive states it; what it did not return is unknown
 * @param modalities Modalities in Study (0008,0061)
 * @param series Number of Study Related Series (0020,1206); negative when not returned
 * @param instances Number of Study Related Instances (0020,1208); negative when not returned
 * @param availability how soon it can be had there
 */
public record ArchiveStudy(String studyInstanceUid, Patient patient, String accessionNumber,
        @Nullable LocalDate studyDate, @Nullable LocalTime studyTime, String studyDescription,
        SortedSet<String> modalities, int series, int instances, Availability availability) {

    public static final int UNKNOWN_COUNT = -1;

    /** One of which the archive does not tell how soon it can be had. */
    public ArchiveStudy(String studyInstanceUid, Patient patient, String accessionNumber, @Nullable LocalDate studyDate,
            @Nullable LocalTime studyTime, String studyDescription, SortedSet<String> modalities, int series,
            int instances) {
        this(studyInstanceUid, patient, accessionNumber, studyDate, studyTime, studyDescription, modalities, series,
                instances, Availability.UNKNOWN);
    }

    public ArchiveStudy {
        modalities = Collections.unmodifiableSortedSet(new TreeSet<>(modalities));
    }
}
