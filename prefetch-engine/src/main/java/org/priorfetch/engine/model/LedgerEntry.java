package org.priorfetch.engine.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was put into the PACS by one try of a transfer, and what was changed on the way, so that it can be undone; or what a try carried
 * in vain that put nothing in.
 *
 * @param bytes data set bytes sent
 * @param took from the first question to the proof; zero when not known
 * @param byArchive whether the archive itself sent it, unchanged and without passing here; how many bytes is not known then
 * @param bytesTwice besides, how many bytes were carried in vain or once more
 */
public record LedgerEntry(Instant at, String studyInstanceUid, String source, @Nullable String appointmentId,
        String patientId, int instances, long bytes, TransferState outcome, List<AttributeChange> changes,
        Duration took, boolean byArchive, long bytesTwice) {

    /** What passed through this computer. */
    public LedgerEntry(Instant at, String studyInstanceUid, String source, @Nullable String appointmentId,
            String patientId, int instances, long bytes, TransferState outcome, List<AttributeChange> changes,
            Duration took) {
        this(at, studyInstanceUid, source, appointmentId, patientId, instances, bytes, outcome, changes, took, false,
                0);
    }

    public LedgerEntry {
        changes = List.copyOf(changes);
    }

    /** Whether it was a study of nobody, sent to see how the PACS takes it: nothing else comes from the PACS into it. */
    public boolean isTest() {
        return source.equals(StudyRef.PACS);
    }

    /** PS3.6 keywords of the attributes that were replaced. */
    public List<String> changedAttributes() {
        return changes.stream().map(AttributeChange::keyword).distinct().toList();
    }
}
