package org.priorfetch.engine.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;

/** As whose the PACS holds a study that an archive has sent straight to it. */
public record PacsCheck(StudyFinder pacs, ImportPolicy policy, TransferJob job) {

    /** Why a study is held that the PACS does not show as it was meant. */
    public static final String MISMATCH = "transfer.direct.mismatch";

    /**
     * What the PACS shows after something was sent: another patient or accession number than was meant.
     *
     * @param there instances that it holds of what is expected
     */
    Optional<TransferOutcome> mismatch(int there) throws PeerException {
        if (there == 0) {
            return Optional.empty();
        }
        List<PriorCandidate> held = held();
        if (held.isEmpty()) {
            return Optional.of(new TransferOutcome.Postponed(StudyRef.PACS, Reason.of("transfer.direct.unverified")));
        }
        for (PriorCandidate study : held) {
            Reason conflict = policy.conflict(job, study);
            if (conflict != null) {
                return Optional.of(new TransferOutcome.Held(delivered(there, conflict)));
            }
        }
        return Optional.empty();
    }

    private static Reason delivered(int there, Reason conflict) {
        List<Message> phrases = new ArrayList<>(List.of(Message.of(MISMATCH, String.valueOf(there))));
        phrases.addAll(conflict.phrases());
        return new Reason(phrases);
    }

    private List<PriorCandidate> held() throws PeerException {
        return pacs.findStudies(new StudyQuery.ByUid(job.ref().studyInstanceUid()));
    }
}
