package org.priorfetch.engine.model;

/**
 * A series as an archive lists it (PS3.4 C.6.2.1, series level).
 *
 * @param seriesNumber Series Number (0020,0011); empty when not returned
 * @param instances Number of Series Related Instances (0020,1209); negative when not returned
 */
public record ArchiveSeries(String seriesInstanceUid, String seriesNumber, String modality, String seriesDescription,
        String bodyPartExamined, int instances) {}
