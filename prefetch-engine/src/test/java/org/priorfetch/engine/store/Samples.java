package org.priorfetch.engine.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.AppointmentStatus;
import org.priorfetch.engine.model.AttributeChange;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.Examined;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.PastAppointment;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.PriorFeedback;
import org.priorfetch.engine.model.PriorFeedback.Kind;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.Side;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;

/** Rows to store: with everything, and with nothing that can be left out. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-03-29T12:00:00.123456Z");
    static final Reason REASON = Reason.of("prior.sameRegion")
            .and("prior.age", "14", "#prior.months",
                    "\"'{}\\^=\n\u5c71\u7530 M\u00fcller \ud83e\ude7b", "");
    static final Patient FULL_PATIENT = new Patient(new PatientKey("P\\1", "HOSP"),
            "Yamada^Tarou=\u5c71\u7530^\u592a\u90ce=\u3084\u307e\u3060^\u305f\u308d\u3046", LocalDate.of(1899, 12, 31),
            Sex.F);
    static final Patient BARE_PATIENT = new Patient(PatientKey.of("M\u00fcller-7"), "", null, Sex.UNKNOWN);

    private static final Set<CodedTerm> CODES = Set.of(new CodedTerm("T-A0100", "SRT", "Brain"),
            new CodedTerm("12738006", "SCT", ""));

    private Samples() {}

    static PriorCandidate fullCandidate(String uid) {
        return new PriorCandidate(new StudyRef(uid, "regional"), FULL_PATIENT, "A-77", LocalDate.of(2024, 2, 29),
                LocalTime.of(23, 59, 59, 999_999_000), "CT Sch\u00e4del " + "x".repeat(200_000), sorted("CT", "SR"),
                Set.of("HEAD", "NECK\\CHEST", "\u982d"), Set.of("t2_tse", "", "\u982d 5 mm"),
                CODES, 812, PatientTraits.NONE);
    }

    static PriorCandidate bareCandidate(String uid) {
        return new PriorCandidate(new StudyRef(uid, "university"), BARE_PATIENT, "", null, null, "", sorted(), Set.of(),
                PriorCandidate.UNKNOWN_COUNT);
    }

    static Appointment fullAppointment(String accession) {
        return new Appointment(
                new WorklistItem(accession, "1.2.3", FULL_PATIENT, sorted("CT", "PT"), "PET-CT \u00e0 jeun",
                        "WHOLEBODY", NOON, Urgency.STAT, "ris", "CT 1", "Geb\u00e4ude 3", "Lang^Eva",
                        PatientTraits.NONE,
                        CODES),
                AppointmentStatus.VANISHED, NOON.minusSeconds(1), NOON, sorted("pacs", "university"), true);
    }

    static Appointment bareAppointment(String studyUid) {
        return new Appointment(
                new WorklistItem("", studyUid, BARE_PATIENT, sorted(), "", "", NOON.plusSeconds(60), Urgency.LOW, "",
                        "", "", ""),
                AppointmentStatus.SCHEDULED, NOON, null, sorted(), false);
    }

    static PastAppointment past(String accession, Instant scheduledStart) {
        WorklistItem full = fullAppointment(accession).item();
        return new PastAppointment(
                new WorklistItem(accession, null, FULL_PATIENT, full.modalities(), full.requestedProcedureDescription(),
                        full.bodyPartExamined(), scheduledStart, Urgency.STAT, "ris", "CT 1", "Building 3", "Lang^Eva",
                        PatientTraits.NONE, CODES),
                List.of(fullCandidate("1.2"), bareCandidate("1.3")));
    }

    static PriorFeedback feedback(String appointment, Instant scheduledStart) {
        return feedback(appointment, fullCandidate("1.2"), Kind.FETCHED, scheduledStart);
    }

    static PriorFeedback feedback(String appointment, PriorCandidate study, Kind kind, Instant scheduledStart) {
        return new PriorFeedback(scheduledStart.minusSeconds(600), "M\u00fcller", kind, appointment, scheduledStart,
                "CT Sch\u00e4del nativ",
                new Examined(sorted("CT", "PT"), Set.of(BodyRegion.HEAD, BodyRegion.NECK), Side.UNKNOWN), study,
                new Examined(study.modalities(), Set.of(BodyRegion.KNEE), Side.LEFT), kind == Kind.OPENED, REASON);
    }

    static AppointmentPrior prior(String appointment, PriorCandidate candidate, PriorState state) {
        return new AppointmentPrior(appointment, candidate, state, 5, 3, 77, REASON);
    }

    static TransferJob fullJob() {
        return new TransferJob(TransferJob.UNSAVED, "A1", FULL_PATIENT, fullCandidate("1.2.840.1"), Urgency.HIGH, NOON,
                TransferState.WAITING, 3, NOON.plusSeconds(90), 812, 400, 5_000_000_000L, REASON, NOON.minusMillis(1),
                Set.of("1.2.840.1.3", "1.2.840.1.7"));
    }

    static TransferJob bareJob() {
        return new TransferJob(TransferJob.UNSAVED, null, null, bareCandidate("1.2.840.2"), Urgency.ROUTINE, NOON,
                TransferState.QUEUED, 0, Instant.EPOCH, PriorCandidate.UNKNOWN_COUNT, 0, 0, null, NOON);
    }

    static LedgerEntry ledgerEntry(Instant at) {
        return new LedgerEntry(at, "1.2.840.1", "regional", "A1", "P1", 812, 5_000_000_000L, TransferState.COMPLETE,
                List.of(new AttributeChange("PatientID", "R\"7", "P1"), new AttributeChange("AccessionNumber", "A", ""),
                        AttributeChange.of("PatientComments")),
                Duration.ofMillis(83_456));
    }

    static InstanceRef instance(String uid) {
        return new InstanceRef(uid, "1.2.840.10008.5.1.4.1.1.2", "1.2.3.4");
    }

    private static SortedSet<String> sorted(String... texts) {
        return new TreeSet<>(List.of(texts));
    }
}
