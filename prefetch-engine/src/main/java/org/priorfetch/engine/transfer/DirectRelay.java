package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Exclusions;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PatientDecision;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RepositoryException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.StudyMover;
import org.priorfetch.engine.port.StudyQuery;

/**
 * One try to have an archive send one study straight to the PACS. Nothing passes here, so nothing can be sampled or changed:
 * the archive must state beforehand that the patient is the same, and the PACS is asked afterwards what it holds, and as whose.
 */
final class DirectRelay {

    private static final int ROUNDS = 2;

    private final RelayPeers peers;
    private final StudyMover mover;
    private final ImportPolicy policy;
    private final JobRepository jobs;
    private final TransferJob job;
    private final JobProgress progress;
    private final Cancellation cancellation;
    private final String studyUid;
    private final Proof proof;
    private final PacsCheck pacs;
    private @Nullable PeerException unanswered;

    DirectRelay(RelayPeers peers, StudyMover mover, ImportPolicy policy, JobRepository jobs, Clock clock,
            TransferJob job, JobProgress progress, Cancellation cancellation) {
        this.peers = peers;
        this.mover = mover;
        this.policy = policy;
        this.jobs = jobs;
        this.job = job;
        this.progress = progress;
        this.cancellation = cancellation;
        this.studyUid = job.ref().studyInstanceUid();
        // storage commitment vouches for what we sent ourselves
        this.proof = new Proof(
                new RelayPeers(peers.source(), peers.retriever(), peers.pacs(), peers.store(), peers.lanes()), clock,
                cancellation);
        this.pacs = new PacsCheck(peers.pacs(), policy, job);
    }

    RelayResult run() {
        try {
            policy.prepare(job);
            Optional<PriorCandidate> stated = peers.source()
                    .findStudies(new StudyQuery.ByUid(studyUid))
                    .stream()
                    .filter(study -> study.ref().studyInstanceUid().equals(studyUid))
                    .findFirst();
            if (stated.isEmpty()) {
                return RelayResult.nothingDone(new TransferOutcome.Failed(Reason.of("transfer.goneAtSource")));
            }
            Optional<TransferOutcome> doubt = doubt(stated.get()).or(() -> unfit(stated.get()));
            if (doubt.isEmpty()) {
                doubt = new PacsConflict(peers.pacs(), policy).of(job);
            }
            return doubt.isPresent() ? RelayResult.nothingDone(doubt.get()) : relay();
        } catch (PeerException failure) {
            return RelayResult.nothingDone(postponed(failure));
        } catch (RepositoryException failure) {
            return RelayResult.nothingDone(StudyRelay.NOT_RECORDED);
        }
    }

    /** The same check as of a received instance, of what the archive states of the study now. What it leaves out is a gap. */
    private Optional<TransferOutcome> doubt(PriorCandidate stated) {
        return switch (policy.check(job, header(stated))) {
            case IdentityDecision.Accept _ -> Optional.empty();
            case IdentityDecision.Hold held ->
                Optional.of(new TransferOutcome.Held(held.reason(), stated.patient(), null));
            case IdentityDecision.Refuse(Reason reason) -> Optional.of(isDecided(reason)
                    ? new TransferOutcome.Refused(reason)
                    : new TransferOutcome.Held(reason));
        };
    }

    private static boolean isDecided(Reason reason) {
        return PatientDecision.isRefusal(reason) || Exclusions.isIn(reason);
    }

    /** What would have to be changed on the way cannot go this way. */
    private Optional<TransferOutcome> unfit(PriorCandidate stated) {
        Map<String, String> replaced = policy.changes(job, header(stated)).replacements();
        return replaced.containsKey("PatientID") || replaced.containsKey("AccessionNumber")
                ? Optional.of(new TransferOutcome.Held(Reason.of("transfer.direct.wouldChange")))
                : Optional.empty();
    }

    private InstanceHeader header(PriorCandidate stated) {
        return new InstanceHeader(new InstanceRef("", "", ""), studyUid, stated.patient(), stated.accessionNumber(),
                stated.traits());
    }

    private RelayResult relay() throws PeerException {
        List<InstanceRef> listed = peers.source().findInstances(studyUid).stream().filter(job::wants).toList();
        Map<String, InstanceRef> expected = policy.chosen(job, listed)
                .stream()
                .collect(Collectors.toMap(InstanceRef::sopInstanceUid, Function.identity(), (first, _) -> first,
                        LinkedHashMap::new));
        if (expected.isEmpty()) {
            return RelayResult.nothingDone(new TransferOutcome.Failed(Reason.of("transfer.goneAtSource")));
        }
        Set<String> before = new HashSet<>(proof.held(studyUid));
        before.retainAll(expected.keySet());
        progress.begin(expected.size(), before.size());
        Set<String> there = new HashSet<>(before);
        TransferOutcome outcome = bring(expected, there);
        there.removeAll(before);
        return new RelayResult(outcome, there.size(), 0, List.of(), Duration.ZERO);
    }

    /** @param there what the PACS is known to hold; what comes is added */
    private TransferOutcome bring(Map<String, InstanceRef> expected, Set<String> there) {
        TransferOutcome trouble = null;
        try {
            for (int round = 0; round < ROUNDS && there.size() < expected.size(); round++) {
                trouble = round(expected, there);
                Optional<TransferOutcome> wrong = pacs.mismatch(there.size());
                if (wrong.isPresent()) {
                    return wrong.get();
                }
                if (trouble != null) {
                    return trouble;
                }
            }
            return outcome(expected.size(), there.size(), pacs.mismatch(there.size()));
        } catch (RelayStopped stopped) {
            return stopped.outcome();
        } catch (PeerException failure) {
            return postponed(failure);
        } catch (RepositoryException failure) {
            return StudyRelay.NOT_RECORDED;
        }
    }

    private TransferOutcome outcome(int expected, int there, Optional<TransferOutcome> wrong) {
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (there == expected) {
            return new TransferOutcome.Complete(expected);
        }
        PeerException last = unanswered;
        if (there == 0 && last != null) {
            return postponed(last);
        }
        Reason reason = Reason.of("transfer.direct.absent", String.valueOf(expected - there));
        return there == 0 ? new TransferOutcome.Failed(reason) : new TransferOutcome.Partial(there, expected, reason);
    }

    /** Asks for all that is missing; whatever comes of it, the PACS then says what has arrived. */
    private @Nullable TransferOutcome round(Map<String, InstanceRef> expected, Set<String> there)
            throws PeerException, RelayStopped {
        Missing missing = new Missing(studyUid, List.copyOf(expected.values())).without(there);
        remember(missing.instances());
        TransferOutcome trouble = null;
        boolean said = false;
        try {
            for (RetrieveRequest request : missing.lists(Pieces.LARGEST)) {
                said |= progress.times().alone(TimePart.SOURCE, () -> move(request));
            }
        } catch (PeerException failure) {
            trouble = postponed(failure);
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

    private TransferOutcome postponed(PeerException failure) {
        return cancellation.isCancelled() ? new TransferOutcome.Cancelled()
                : new TransferOutcome.Postponed(failure.peer(), failure.reason());
    }
}
