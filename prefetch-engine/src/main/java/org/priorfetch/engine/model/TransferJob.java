package org.priorfetch.engine.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The order to bring one study into the PACS.
 *
 * @param id assigned by the store
 * @param appointmentId the appointment that it is for; null when fetched by hand without one
 * @param patient who the study is to belong to in the PACS; null when it keeps its own identity
 * @param candidate the study as its source described it
 * @param due when it should be there
 * @param attempts tries begun so far
 * @param notBefore no try before this time
 * @param expected instances at the source; negative until known
 * @param delivered instances that the PACS took or already held
 * @param bytes data set bytes delivered
 * @param reason why it stands as it stands; null while nothing is to be said
 * @param seriesUids Series Instance UIDs (0020,000E) of the part that is wanted; empty for the whole study
 */
public record TransferJob(long id, @Nullable String appointmentId, @Nullable Patient patient, PriorCandidate candidate,
        Urgency urgency, Instant due, TransferState state, int attempts, Instant notBefore, int expected,
        int delivered, long bytes, @Nullable Reason reason, Instant updated, Set<String> seriesUids) {

    public static final long UNSAVED = 0;

    public TransferJob {
        seriesUids = Set.copyOf(seriesUids);
    }

    /** The order for a whole study. */
    public TransferJob(long id, @Nullable String appointmentId, @Nullable Patient patient, PriorCandidate candidate,
            Urgency urgency, Instant due, TransferState state, int attempts, Instant notBefore, int expected,
            int delivered, long bytes, @Nullable Reason reason, Instant updated) {
        this(id, appointmentId, patient, candidate, urgency, due, state, attempts, notBefore, expected, delivered,
                bytes, reason, updated, Set.of());
    }

    public boolean isWholeStudy() {
        return seriesUids.isEmpty();
    }

    /** Whether the instance is part of what is to be brought. */
    public boolean wants(InstanceRef instance) {
        return isWholeStudy() || seriesUids.contains(instance.seriesInstanceUid());
    }

    /** Whether everything that the other one brings of the same study comes with this one, and as the same patient's. */
    public boolean covers(TransferJob other) {
        boolean samePatient = Objects.equals(patient, other.patient());
        boolean sameStudy = ref().studyInstanceUid().equals(other.ref().studyInstanceUid());
        boolean allOfIt = isWholeStudy() || (!other.isWholeStudy() && seriesUids.containsAll(other.seriesUids));
        return sameStudy && samePatient && allOfIt;
    }

    public StudyRef ref() {
        return candidate.ref();
    }

    /** How many instances there are of it, as far as is known; negative where it is not. */
    public int wanted() {
        return Math.max(expected, candidate.instances());
    }

    public TransferJob with(TransferState newState, @Nullable Reason newReason, Instant now) {
        return new TransferJob(id, appointmentId, patient, candidate, urgency, due, newState, attempts, notBefore,
                expected, delivered, bytes, newReason, now, seriesUids);
    }

    /** As it is when nobody works on it any more: what was under way waits for its turn again. */
    public TransferJob left(@Nullable Reason why, Instant now) {
        return state.isUnderWay() ? with(TransferState.QUEUED, why, now) : this;
    }

    public TransferJob withProgress(int newExpected, int newDelivered, long newBytes, Instant now) {
        return new TransferJob(id, appointmentId, patient, candidate, urgency, due, state, attempts, notBefore,
                newExpected, newDelivered, newBytes, reason, now, seriesUids);
    }

    public TransferJob withAttempt(Instant now) {
        return new TransferJob(id, appointmentId, patient, candidate, urgency, due, TransferState.RUNNING,
                attempts + 1, notBefore, expected, delivered, bytes, null, now, seriesUids);
    }

    public TransferJob waitingUntil(Instant newNotBefore, Reason newReason, Instant now) {
        return new TransferJob(id, appointmentId, patient, candidate, urgency, due, TransferState.WAITING, attempts,
                newNotBefore, expected, delivered, bytes, newReason, now, seriesUids);
    }

    /** Waits for a person, and says about whom to decide: the patient whom its instances state, and who he may be. */
    public TransferJob held(TransferOutcome.Held why, Instant now) {
        Patient received = why.received();
        return new TransferJob(id, appointmentId, why.namesake() == null ? patient : why.namesake(),
                received == null ? candidate : candidate.of(received), urgency, due, TransferState.HELD, attempts,
                notBefore, expected, delivered, bytes, why.reason(), now, seriesUids);
    }

    public TransferJob withId(long newId) {
        return new TransferJob(newId, appointmentId, patient, candidate, urgency, due, state, attempts, notBefore,
                expected, delivered, bytes, reason, updated, seriesUids);
    }

    public TransferJob dueAt(Instant newDue, Urgency newUrgency) {
        return new TransferJob(id, appointmentId, patient, candidate, newUrgency, newDue, state, attempts, notBefore,
                expected, delivered, bytes, reason, updated, seriesUids);
    }

    public TransferJob onlySeries(Set<String> newSeriesUids) {
        return new TransferJob(id, appointmentId, patient, candidate, urgency, due, state, attempts, notBefore,
                expected, delivered, bytes, reason, updated, newSeriesUids);
    }
}
