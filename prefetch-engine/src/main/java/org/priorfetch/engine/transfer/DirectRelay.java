package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RepositoryException;
import org.priorfetch.engine.port.StudyMover;
import org.priorfetch.engine.port.StudyQuery;

/**
 * One try to have an archive send one study straight to the PACS. Nothing passes here, so nothing can be sampled or changed:
 * the archive must state beforehand that the patient is the same, and the PACS is asked afterwards what it holds, and as whose.
 */
final class DirectRelay {

    private static final int ROUNDS = 2;

    private final RelayPeers peers;
    private final ImportPolicy policy;
    private final TransferJob job;
    private final JobProgress progress;
    private final Cancellation cancellation;
    private final String studyUid;
    private final Proof proof;
    private final PacsCheck pacs;
    private final DirectRound archive;

    DirectRelay(RelayPeers peers, StudyMover mover, ImportPolicy policy, JobRepository jobs, Clock clock,
            TransferJob job, JobProgress progress, Cancellation cancellation) {
        this.peers = peers;
        this.policy = policy;
        this.job = job;
        this.progress = progress;
        this.cancellation = cancellation;
        this.studyUid = job.ref().studyInstanceUid();
        // storage commitment vouches for what we sent ourselves
        this.proof = new Proof(
                new RelayPeers(peers.source(), peers.retriever(), peers.pacs(), peers.store(), peers.lanes()), clock,
                cancellation);
        this.pacs = new PacsCheck(peers.pacs(), policy, job);
        this.archive = new DirectRound(mover, proof, jobs, job, progress, cancellation);
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
            Optional<TransferOutcome> doubt = new DirectCheck(policy, job).objection(stated.get());
            return doubt.isPresent() ? RelayResult.nothingDone(doubt.get())
                    : relay(AtPacs.ask(job, peers.pacs(), policy, proof));
        } catch (PeerException failure) {
            return RelayResult.nothingDone(postponed(failure));
        } catch (RepositoryException failure) {
            return RelayResult.nothingDone(StudyRelay.NOT_RECORDED);
        }
    }

    private RelayResult relay(AtPacs atPacs) throws PeerException {
        if (atPacs.conflict().isPresent()) {
            return RelayResult.nothingDone(atPacs.conflict().get());
        }
        List<InstanceRef> listed = peers.source().findInstances(studyUid).stream().filter(job::wants).toList();
        Map<String, InstanceRef> expected = policy.chosen(job, listed)
                .stream()
                .collect(Collectors.toMap(InstanceRef::sopInstanceUid, Function.identity(), (first, _) -> first,
                        LinkedHashMap::new));
        if (expected.isEmpty()) {
            return RelayResult.nothingDone(new TransferOutcome.Failed(Reason.of("transfer.goneAtSource")));
        }
        Set<String> before = new HashSet<>(atPacs.held());
        before.retainAll(expected.keySet());
        progress.begin(expected.size(), before.size());
        Set<String> there = new HashSet<>(before);
        TransferOutcome outcome = bring(expected, there);
        there.removeAll(before);
        return new RelayResult(outcome, there.size(), 0, List.of(), Duration.ZERO);
    }

    /** @param there what the PACS is known to hold; what comes is added */
    private TransferOutcome bring(Map<String, InstanceRef> expected, Set<String> there) {
        try {
            for (int round = 0; round < ROUNDS && there.size() < expected.size(); round++) {
                PeerException trouble = archive.run(expected, there);
                Optional<TransferOutcome> wrong = pacs.mismatch(there.size());
                if (wrong.isPresent()) {
                    return wrong.get();
                }
                if (trouble != null) {
                    return postponed(trouble);
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
        PeerException last = archive.unanswered();
        if (there == 0 && last != null) {
            return postponed(last);
        }
        Reason reason = Reason.of("transfer.direct.absent", String.valueOf(expected - there));
        return there == 0 ? new TransferOutcome.Failed(reason) : new TransferOutcome.Partial(there, expected, reason);
    }

    private TransferOutcome postponed(PeerException failure) {
        return Halt.after(failure, cancellation);
    }
}
