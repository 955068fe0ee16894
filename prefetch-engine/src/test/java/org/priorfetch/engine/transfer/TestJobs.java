package org.priorfetch.engine.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;

/** Orders to bring in a study of patient 4711. */
final class TestJobs {

    static final String SOURCE = "regional";
    static final Instant DUE = Instant.parse("2026-03-02T12:00:00Z");
    static final Patient PATIENT = new Patient(PatientKey.of("4711"), "Doe^Jane", LocalDate.of(1970, 1, 2), Sex.F);

    private TestJobs() {}

    static TransferJob of(String studyUid) {
        return of(studyUid, null);
    }

    static TransferJob of(String studyUid, @Nullable Patient target) {
        PriorCandidate candidate = new PriorCandidate(new StudyRef(studyUid, SOURCE), PATIENT, "A-1", null, null,
                "Chest", new TreeSet<>(Set.of("OT")), Set.of(), PriorCandidate.UNKNOWN_COUNT);
        return new TransferJob(TransferJob.UNSAVED, "ACC", target, candidate, Urgency.ROUTINE, DUE,
                TransferState.QUEUED, 0, Instant.EPOCH, -1, 0, 0, null, Instant.EPOCH);
    }
}
