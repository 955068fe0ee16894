package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StorageCommitment;
import org.priorfetch.engine.port.StudyFinder;

/**
 * Asks the PACS whether it really holds what it took, and where it offers storage commitment, whether it vouches for what we
 * sent. A PACS may index late, so what is absent is asked for again three times before it counts as lost.
 */
final class Proof {

    private static final List<Duration> PATIENCE = List.of(Duration.ofSeconds(5), Duration.ofSeconds(30),
            Duration.ofSeconds(120));

    private final StudyFinder pacs;
    private final StorageCommitment commitment;
    private final Clock clock;
    private final Cancellation cancellation;
    private Set<String> notCommitted = Set.of();

    Proof(RelayPeers peers, Clock clock, Cancellation cancellation) {
        this.pacs = peers.pacs();
        this.commitment = peers.commitment();
        this.clock = clock;
        this.cancellation = cancellation;
    }

    /**
     * Which of the instances the PACS does not hold, or does not vouch for, even after waiting.
     *
     * @param ours of the expected ones, those that we sent
     */
    Set<String> absent(String studyInstanceUid, Set<String> expected, Collection<InstanceRef> ours)
            throws PeerException, RelayStopped {
        Collection<InstanceRef> toCommit = ours;
        Set<String> absent = absentNow(studyInstanceUid, expected, toCommit);
        for (Duration wait : PATIENCE) {
            if (absent.isEmpty()) {
                break;
            }
            if (!clock.pause(wait, cancellation)) {
                throw new RelayStopped(new TransferOutcome.Cancelled());
            }
            toCommit = notCommitted.isEmpty() ? toCommit : only(notCommitted, toCommit);
            absent = absentNow(studyInstanceUid, expected, toCommit);
        }
        return absent;
    }

    /** What the PACS did not vouch for when it was last asked. */
    Set<String> notCommitted() {
        return notCommitted;
    }

    /** It is asked to vouch only when it lists all: before that it would say no to what it has not looked at yet. */
    private Set<String> absentNow(String studyInstanceUid, Set<String> expected, Collection<InstanceRef> toCommit)
            throws PeerException {
        Set<String> absent = new HashSet<>(expected);
        if (!expected.isEmpty()) {
            absent.removeAll(held(studyInstanceUid));
        }
        notCommitted = Set.of();
        if (absent.isEmpty()
                && commitment.request(toCommit, cancellation) instanceof StorageCommitment.Answer.Failed failed) {
            notCommitted = failed.sopInstanceUids();
            absent.addAll(notCommitted);
        }
        return absent;
    }

    private static List<InstanceRef> only(Set<String> sopInstanceUids, Collection<InstanceRef> instances) {
        return instances.stream().filter(instance -> sopInstanceUids.contains(instance.sopInstanceUid())).toList();
    }

    /** SOP Instance UIDs that the PACS holds of the study now. */
    Set<String> held(String studyInstanceUid) throws PeerException {
        return pacs.findInstanceUids(studyInstanceUid);
    }
}
