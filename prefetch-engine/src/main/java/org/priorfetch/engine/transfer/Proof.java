package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyFinder;

/**
 * Asks the PACS whether it really holds what it took. A PACS may index late, so what is absent is asked for again three
 * times before it counts as lost.
 */
final class Proof {

    private static final List<Duration> PATIENCE = List.of(Duration.ofSeconds(5), Duration.ofSeconds(30),
            Duration.ofSeconds(120));

    private final StudyFinder pacs;
    private final Clock clock;

    Proof(StudyFinder pacs, Clock clock) {
        this.pacs = pacs;
        this.clock = clock;
    }

    /** Which of the instances the PACS does not hold, even after waiting. */
    Set<String> absent(String studyInstanceUid, Set<String> expected, Cancellation cancellation)
            throws PeerException, RelayStopped {
        Set<String> absent = absentNow(studyInstanceUid, expected);
        for (Duration wait : PATIENCE) {
            if (absent.isEmpty()) {
                break;
            }
            if (!clock.pause(wait, cancellation)) {
                throw new RelayStopped(new TransferOutcome.Cancelled());
            }
            absent = absentNow(studyInstanceUid, expected);
        }
        return absent;
    }

    private Set<String> absentNow(String studyInstanceUid, Set<String> expected) throws PeerException {
        Set<String> absent = new HashSet<>(expected);
        if (!expected.isEmpty()) {
            absent.removeAll(held(studyInstanceUid));
        }
        return absent;
    }

    /** SOP Instance UIDs that the PACS holds of the study now. */
    Set<String> held(String studyInstanceUid) throws PeerException {
        return pacs.findInstanceUids(studyInstanceUid);
    }
}
