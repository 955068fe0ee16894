package org.priorfetch.engine.demo;

import java.time.LocalDateTime;

/**
 * One scheduled procedure step of a worklist, PS3.4 K.6.1.2.
 *
 * @param stepId Scheduled Procedure Step ID (0040,0009); identifies the entry
 * @param station Scheduled Station AE Title (0040,0001)
 * @param priority Requested Procedure Priority (0040,1003)
 */
public record WorklistEntry(String stepId, String accessionNumber, String studyInstanceUid, Person patient,
        String modality, String station, String description, LocalDateTime start, String priority) {

    public WorklistEntry startingAt(LocalDateTime newStart) {
        return new WorklistEntry(stepId, accessionNumber, studyInstanceUid, patient, modality, station, description,
                newStart, priority);
    }
}
