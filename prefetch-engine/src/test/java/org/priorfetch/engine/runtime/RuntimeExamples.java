package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;

/** One appointment, one prior, one job. */
final class RuntimeExamples {

    static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    static final Patient PATIENT = new Patient(PatientKey.of("P1"), "Example^Eva", LocalDate.of(1970, 5, 4), Sex.F);
    static final Reason RELEVANT = Reason.of("prior.sameRegion");

    private RuntimeExamples() {}

    static Appointment appointment(String accession) {
        return Appointment.newlySeen(new WorklistItem(accession, null, PATIENT, new TreeSet<>(Set.of("CT")),
                "CT Chest", "", NOW.plusSeconds(3600), Urgency.ROUTINE, "ris", "", "", ""), NOW);
    }

    static Appointment asked(String accession, String... unanswered) {
        return appointment(accession).askedAt(NOW, Set.of(unanswered));
    }

    static PriorCandidate candidate(String studyUid) {
        return new PriorCandidate(new StudyRef(studyUid, "regional"), PATIENT, "", LocalDate.of(2025, 1, 1), null,
                "CT Chest", new TreeSet<>(Set.of("CT")), Set.of(), 10);
    }

    static AppointmentPrior prior(String accession, String studyUid, PriorState state) {
        return new AppointmentPrior(accession, candidate(studyUid), state, 10, 0, 80, RELEVANT);
    }

    static TransferJob job(long id, String studyUid, TransferState state) {
        return new TransferJob(id, "A1", PATIENT, candidate(studyUid), Urgency.ROUTINE, NOW.plusSeconds(3600), state, 1,
                NOW, 10, 4, 4000, null, NOW);
    }

    static List<AppointmentPrior> listOf(AppointmentPrior... priors) {
        return List.of(priors);
    }
}
