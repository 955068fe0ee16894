package org.priorfetch.engine.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.NextStep;
import org.priorfetch.engine.api.ReviewItem.ConcernedAppointment;
import org.priorfetch.engine.api.ReviewItem.ConcernedStudy;
import org.priorfetch.engine.api.ReviewItem.DoubtfulPatient;
import org.priorfetch.engine.api.ReviewItem.Trouble;
import org.priorfetch.engine.api.ReviewItem.TroubledStudy;
import org.priorfetch.engine.identity.PatientComparison;
import org.priorfetch.engine.identity.RememberedDecisions;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.plan.PacsConflict;

/** Makes the items of the review from candidates and transfers. */
final class ReviewItems {

    /** One question: is the patient of a source the local one? */
    record Doubt(Patient local, String source, Patient found) {}

    /** What a question is about, while it is being gathered. */
    record DoubtDraft(Reason reason, Map<String, ConcernedStudy> studies,
            Map<String, ConcernedAppointment> appointments) {}

    private final DecisionBook decisions;
    private final boolean severalSources;

    ReviewItems(DecisionBook decisions, boolean severalSources) {
        this.decisions = decisions;
        this.severalSources = severalSources;
    }

    /** Whether a person's word about the patient helps. */
    static boolean isDoubt(PriorCandidate candidate, Reason reason) {
        boolean conflict = PacsConflict.isIn(reason) && !candidate.ref().isLocal();
        return !conflict && !reason.has(Reason.INSTANCES_DISAGREE);
    }

    static boolean isDoubt(TransferJob job) {
        return isDoubt(job.candidate(), reasonOf(job));
    }

    void add(Doubt doubt, TransferJob job, List<BookEntry> concerned, Map<Doubt, DoubtDraft> doubts) {
        DoubtDraft draft = draft(doubt, reasonOf(job), doubts);
        draft.studies().put(job.ref().studyInstanceUid(), study(job.candidate()));
        concerned.forEach(entry -> draft.appointments().put(entry.appointment().id(), appointment(entry)));
    }

    void add(Doubt doubt, AppointmentPrior prior, BookEntry entry, Map<Doubt, DoubtDraft> doubts) {
        DoubtDraft draft = draft(doubt, prior.reason(), doubts);
        draft.studies().put(prior.ref().studyInstanceUid(), study(prior.candidate()));
        draft.appointments().put(entry.appointment().id(), appointment(entry));
    }

    private static DoubtDraft draft(Doubt doubt, Reason reason, Map<Doubt, DoubtDraft> doubts) {
        return doubts.computeIfAbsent(doubt,
                asked -> new DoubtDraft(reason, new LinkedHashMap<>(), new LinkedHashMap<>()));
    }

    Stream<DoubtfulPatient> finished(Map<Doubt, DoubtDraft> doubts) {
        return doubts.entrySet().stream().map(asked -> doubtful(asked.getKey(), asked.getValue()));
    }

    private DoubtfulPatient doubtful(Doubt doubt, DoubtDraft draft) {
        String id = "patient-" + fingerprint(doubt.source(), told(doubt.local()), told(doubt.found()),
                studiesAskedOf(doubt, draft));
        return new DoubtfulPatient(id, doubt.source(), doubt.local(), doubt.found(),
                PatientComparison.of(doubt.local(), doubt.found()), draft.reason(),
                List.copyOf(draft.studies().values()), inOrder(draft.appointments().values().stream()),
                decisions.setAside(id));
    }

    /** Where the answer holds for these studies only, one more makes it another question. */
    private static String studiesAskedOf(Doubt doubt, DoubtDraft draft) {
        return RememberedDecisions.holdsForOtherStudies(doubt.source(), doubt.found()) ? ""
                : String.join("\n", new TreeSet<>(draft.studies().keySet()));
    }

    TroubledStudy trouble(TransferJob job, List<BookEntry> concerned) {
        Trouble trouble = troubleOf(job);
        Patient patient = job.patient() == null ? job.candidate().patient() : Objects.requireNonNull(job.patient());
        String id = "transfer-" + job.id() + "-" + job.attempts();
        return new TroubledStudy(id, trouble, job.id(), job.ref().source(), patient, study(job.candidate()),
                reasonOf(job), job.expected(), job.delivered(), nextSteps(trouble, true), job.updated(),
                inOrder(concerned.stream().map(ReviewItems::appointment)), decisions.setAside(id));
    }

    /** The PACS stands in the way, and nothing was transferred. One item, for however many appointments. */
    void addConflict(AppointmentPrior prior, BookEntry entry, List<TroubledStudy> troubles) {
        Patient local = entry.appointment().item().patient();
        String id = "study-" + fingerprint(prior.ref().studyInstanceUid(), told(local));
        TroubledStudy known = troubles.stream().filter(item -> item.id().equals(id)).findFirst().orElse(null);
        List<ConcernedAppointment> appointments = new ArrayList<>(known == null ? List.of() : known.appointments());
        appointments.add(appointment(entry));
        troubles.removeIf(item -> item.id().equals(id));
        troubles.add(new TroubledStudy(id, Trouble.PACS_CONFLICT, null, prior.ref().source(), local,
                study(prior.candidate()), prior.reason(), prior.expected(), prior.delivered(),
                nextSteps(Trouble.PACS_CONFLICT, false), entry.appointment().changed(), appointments,
                decisions.setAside(id)));
    }

    private static Trouble troubleOf(TransferJob job) {
        return switch (job.state()) {
            case HELD -> reasonOf(job).has(Reason.INSTANCES_DISAGREE) ? Trouble.INSTANCES_DISAGREE
                    : Trouble.PACS_CONFLICT;
            case PARTIAL -> Trouble.PARTIAL;
            case FAILED, QUEUED, WAITING, RUNNING, VERIFYING, COMPLETE, CANCELLED -> Trouble.FAILED;
        };
    }

    private List<NextStep> nextSteps(Trouble trouble, boolean transfer) {
        List<NextStep> steps = new ArrayList<>(switch (trouble) {
            case FAILED -> List.of(NextStep.RETRY, NextStep.OTHER_SOURCE, NextStep.GIVE_UP, NextStep.LATER);
            case PARTIAL -> List.of(NextStep.RETRY, NextStep.OTHER_SOURCE, NextStep.ACCEPT, NextStep.LATER);
            case INSTANCES_DISAGREE -> List.of(NextStep.GIVE_UP);
            case PACS_CONFLICT -> transfer ? List.of(NextStep.RETRY, NextStep.GIVE_UP, NextStep.LATER)
                    : List.of(NextStep.RETRY, NextStep.LATER);
        });
        if (!severalSources) {
            steps.remove(NextStep.OTHER_SOURCE);
        }
        return steps;
    }

    private static ConcernedStudy study(PriorCandidate candidate) {
        return new ConcernedStudy(candidate.ref().studyInstanceUid(), candidate.studyDate(),
                candidate.studyDescription(), candidate.modalities(), candidate.accessionNumber(),
                candidate.instances());
    }

    private static ConcernedAppointment appointment(BookEntry entry) {
        return new ConcernedAppointment(entry.appointment().id(), entry.appointment().item().scheduledStart(),
                entry.appointment().item().requestedProcedureDescription());
    }

    private static List<ConcernedAppointment> inOrder(Stream<ConcernedAppointment> appointments) {
        return appointments.sorted(Comparator.comparing(ConcernedAppointment::scheduledStart)).toList();
    }

    private static Reason reasonOf(TransferJob job) {
        Reason reason = job.reason();
        return reason == null ? new Reason(List.of()) : reason;
    }

    private static String told(Patient patient) {
        @Nullable
        String issuer = patient.key().issuerOfPatientId();
        return String.join("\n", patient.key().patientId(), String.valueOf(issuer), patient.patientName(),
                String.valueOf(patient.patientBirthDate()), patient.patientSex().name());
    }

    /** The same for the same texts, and telling nothing of them. */
    private static String fingerprint(String... texts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n\n", texts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
