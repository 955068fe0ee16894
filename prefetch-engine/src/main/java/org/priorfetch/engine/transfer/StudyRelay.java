package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One try to bring one study in: what is expected, what is there already, the rest, and the proof. Goes on at once after
 * trouble as long as it makes progress.
 */
final class StudyRelay {

    private static final int FRUITLESS_ROUNDS = 2;
    private static final Duration BREATH = Duration.ofSeconds(1);

    /** Nothing comes into the PACS that cannot be listed. */
    static final TransferOutcome NOT_RECORDED = new TransferOutcome.Postponed(StudyRef.PACS,
            Reason.of("transfer.notRecorded"));

    private static final Logger LOG = LoggerFactory.getLogger(StudyRelay.class);

    private final RelayPeers peers;
    private final Samples samples;
    private final ImportPolicy policy;
    private final JobRepository jobs;
    private final Clock clock;
    private final TransferJob job;
    private final JobProgress progress;
    private final Cancellation cancellation;
    private final JobLanes lanes;
    private final String studyUid;
    private final Proof proof;

    StudyRelay(RelayPeers peers, Samples samples, ImportPolicy policy, JobRepository jobs, Clock clock,
            RunningTransfer transfer, JobLanes lanes) {
        this.peers = peers;
        this.samples = samples;
        this.policy = policy;
        this.jobs = jobs;
        this.clock = clock;
        this.job = transfer.job();
        this.progress = transfer.progress();
        this.cancellation = transfer.cancellation();
        this.lanes = lanes;
        this.studyUid = job.ref().studyInstanceUid();
        this.proof = new Proof(peers, clock, cancellation);
    }

    RelayResult run() {
        lanes.approach();
        try (HeadStart start = new HeadStart(job, peers, samples, lanes, progress, cancellation)) {
            policy.prepare(job);
            Beginning begun = progress.times()
                    .alone(TimePart.QUERY, () -> Beginning.of(job, peers, policy, proof, start::begin));
            Optional<TransferOutcome> conflict = begun.atPacs().conflict();
            if (conflict.isPresent()) {
                return RelayResult.nothingDone(conflict.get());
            }
            List<InstanceRef> expected = policy.chosen(job, begun.listed().stream().filter(job::wants).toList());
            return expected.isEmpty()
                    ? RelayResult.nothingDone(new TransferOutcome.Failed(Reason.of("transfer.goneAtSource")))
                    : relay(expected, begun.atPacs().held(), start);
        } catch (PeerException failure) {
            return RelayResult.nothingDone(postponed(failure));
        } catch (RepositoryException failure) {
            LOG.error("Transfer {} cannot be recorded: {}", job.id(), failure.getMessage());
            return RelayResult.nothingDone(NOT_RECORDED);
        } finally {
            lanes.leave();
        }
    }

    private RelayResult relay(List<InstanceRef> expected, Set<String> held, HeadStart start) {
        Map<String, InstanceRef> wanted = new LinkedHashMap<>();
        expected.forEach(instance -> wanted.putIfAbsent(instance.sopInstanceUid(), instance));
        Set<String> there = new HashSet<>(jobs.delivered(job.id()));
        there.addAll(held);
        there.retainAll(wanted.keySet());
        progress.begin(wanted.size(), there.size());
        Delivery delivery = new Delivery(job, peers.store(), policy, jobs, progress, wanted, there);
        TransferOutcome outcome = bring(new Missing(studyUid, List.copyOf(wanted.values())), there, delivery, start);
        return new RelayResult(outcome, delivery.sent().count(), delivery.sent().bytes(), delivery.changes(),
                Duration.ZERO);
    }

    private TransferOutcome bring(Missing all, Set<String> there, Delivery delivery, HeadStart start) {
        try {
            Missing missing = all.without(there);
            start.listed(missing);
            RelayRound round = new RelayRound(peers.with(start), samples, delivery, progress, lanes);
            Set<String> notSent = fetch(round, missing, delivery).uids();
            PeerException failure = round.failure();
            if (failure != null && notSent.size() == all.instances().size()) {
                return postponed(failure);
            }
            Set<String> lost = lost(all.without(notSent), delivery);
            if (!lost.isEmpty()) {
                delivery.forget(lost);
                notSent.addAll(fetch(round, all.only(lost), delivery).uids());
                lost = lost(all.without(notSent), delivery);
            }
            return new RelayVerdict(all.instances().size(), notSent, lost, delivery.refused(),
                    !proof.notCommitted().isEmpty()).outcome();
        } catch (RelayStopped stopped) {
            return stopped.outcome();
        } catch (PeerException failure) {
            return postponed(failure);
        } catch (RepositoryException failure) {
            LOG.error("Transfer {} could not be recorded: {}", job.id(), failure.getMessage());
            return NOT_RECORDED;
        }
    }

    /** What the PACS was said to have taken but does not hold. */
    private Set<String> lost(Missing sent, Delivery delivery) throws PeerException, RelayStopped {
        Missing expected = sent.without(delivery.refused().keySet());
        Set<String> lost = prove(expected.uids(), delivery.sent().among(expected.uids()));
        progress.carriedTwice(jobs.unmarkDelivered(job.id(), lost));
        return lost;
    }

    /** Fetches until nothing is missing or nothing more comes; returns what did not come. */
    private Missing fetch(RelayRound round, Missing toFetch, Delivery delivery) throws RelayStopped {
        Missing missing = toFetch;
        int fruitless = 0;
        while (!missing.isEmpty() && fruitless < FRUITLESS_ROUNDS) {
            TransferOutcome trouble = runRound(round, missing.withLast(delivery.notNow()), fruitless > 0, delivery);
            Missing rest = missing.without(delivery.settled());
            fruitless = rest.instances().size() < missing.instances().size() ? 0 : fruitless + 1;
            missing = rest;
            if (!missing.isEmpty()) {
                goOnOrStop(trouble, fruitless);
                delivery.goOnAfterTrouble();
            }
        }
        return missing;
    }

    private @Nullable TransferOutcome runRound(RelayRound round, Missing missing, boolean singly, Delivery delivery) {
        TransferOutcome failure = null;
        try {
            round.run(missing, singly, cancellation);
        } catch (PeerException peerFailure) {
            failure = postponed(peerFailure);
        }
        TransferOutcome stop = delivery.stop();
        return stop == null ? failure : stop;
    }

    private void goOnOrStop(@Nullable TransferOutcome trouble, int fruitless) throws RelayStopped {
        boolean lasting = Halt.isLasting(trouble);
        if (cancellation.isCancelled() && !lasting) {
            throw new RelayStopped(new TransferOutcome.Cancelled());
        }
        if (trouble != null && (lasting || fruitless >= FRUITLESS_ROUNDS)) {
            throw new RelayStopped(trouble);
        }
        if (trouble != null) {
            clock.pause(BREATH, cancellation);
        }
    }

    private Set<String> prove(Set<String> expected, Collection<InstanceRef> ours) throws PeerException, RelayStopped {
        lanes.leave();
        progress.verifying(true);
        try {
            return progress.times().alone(TimePart.PACS, () -> proof.absent(studyUid, expected, ours));
        } finally {
            progress.verifying(false);
        }
    }

    private TransferOutcome postponed(PeerException failure) {
        return Halt.after(failure, cancellation);
    }
}
