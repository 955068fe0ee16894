package org.priorfetch.engine.transfer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.StudyMover;

/** Has an archive send what is missing straight to the PACS; whatever comes of it, the PACS then says what has arrived. */
final class DirectRound {

    private final StudyMover mover;
    private final Proof proof;
    private final JobRepository jobs;
    private final TransferJob job;
    private final JobProgress progress;
    private final Cancellation cancellation;
    private @Nullable PeerException unanswered;

    DirectRound(StudyMover mover, Proof proof, JobRepository jobs, TransferJob job, JobProgress progress,
            Cancellation cancellation) {
        this.mover = mover;
        this.proof = proof;
        this.jobs = jobs;
        this.job = job;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** The last request that failed while the archive could be asked further; null when none did. */
    @Nullable
    PeerException unanswered() {
        return unanswered;
    }

    /**
     * Asks once for all that is missing.
     *
     * @param there what the PACS is known to hold; what comes is added
     * @return what keeps us from going on; null when nothing does
     */
    @Nullable
    PeerException run(Map<String, InstanceRef> expected, Set<String> there) throws PeerException, RelayStopped {
        Missing missing = new Missing(job.ref().studyInstanceUid(), List.copyOf(expected.values())).without(there);
        remember(missing.instances());
        PeerException trouble = null;
        boolean said = false;
        try {
            for (RetrieveRequest request : missing.lists(Pieces.LARGEST)) {
                said |= progress.times().alone(TimePart.SOURCE, () -> move(request));
            }
        } catch (PeerException failure) {
            trouble = failure;
            said = true; // who broke off may have sent much
        }
        boolean cancelled = cancellation.isCancelled();
        Set<String> absent = absent(missing, cancelled || !said);
        missing.instances()
                .stream()
                .map(InstanceRef::sopInstanceUid)
                .filter(uid -> !absent.contains(uid))
                .forEach(there::add);
        if (!cancelled) {
            jobs.unmarkDelivered(job.id(), absent); // otherwise the archive may be sending still
        }
        progress.begin(expected.size(), there.size());
        return trouble;
    }

    /** @param once whether there is no time to wait for a PACS that indexes late */
    private Set<String> absent(Missing missing, boolean once) throws PeerException, RelayStopped {
        String studyUid = job.ref().studyInstanceUid();
        Set<String> uids = missing.instances().stream().map(InstanceRef::sopInstanceUid).collect(Collectors.toSet());
        if (once) {
            uids.removeAll(proof.held(studyUid));
            return uids;
        }
        progress.verifying(true);
        try {
            return progress.times().alone(TimePart.PACS, () -> proof.absent(studyUid, uids, missing.instances()));
        } finally {
            progress.verifying(false);
        }
    }

    /** Before they are asked for, so that nothing arrives that is not listed as ours, even when the program is killed. */
    private void remember(List<InstanceRef> asked) {
        Set<String> known = jobs.delivered(job.id());
        asked.stream()
                .filter(instance -> !known.contains(instance.sopInstanceUid()))
                .forEach(instance -> jobs.markDelivered(job.id(), instance, 0));
        Set<String> _ = jobs.delivered(job.id()); // what is read back is on the disk
    }

    /** Answers whether the archive says that it has sent any. Where it fails, the next request may be answered all the same. */
    private boolean move(RetrieveRequest request) throws PeerException {
        AtomicInteger shown = new AtomicInteger();
        try {
            mover.move(request, sent -> {
                for (int more = shown.getAndUpdate(old -> Math.max(old, sent)); more < sent; more++) {
                    progress.instanceDelivered();
                }
            }, cancellation);
            return true;
        } catch (PeerException failure) {
            if (failure.kind() != PeerException.Kind.FAILED) {
                throw failure;
            }
            unanswered = failure;
            return shown.get() > 0;
        }
    }
}
