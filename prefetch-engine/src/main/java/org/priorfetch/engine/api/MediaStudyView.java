package org.priorfetch.engine.api;

import java.time.LocalDate;
import java.util.SortedSet;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Patient;

/**
 * A study on a disc or in a folder.
 *
 * @param patient as its first image states it
 * @param mixesPatients whether its images name different patients; then it cannot be imported as it is
 * @param bytes of its files
 * @param presence whether the PACS holds it already
 */
public record MediaStudyView(String studyUid, Patient patient, boolean mixesPatients, String accessionNumber,
        @Nullable LocalDate studyDate, String studyDescription, SortedSet<String> modalities, int instances,
        long bytes, Presence presence) {}
