package org.priorfetch.engine.transfer;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;

/**
 * What the PACS has to say of a study before anything of it is asked for.
 *
 * @param conflict why the study must not come in; empty where nothing speaks against it
 * @param held SOP Instance UIDs of the study that it holds; empty where there is a conflict
 */
record AtPacs(Optional<TransferOutcome> conflict, Set<String> held) {

    AtPacs {
        held = Set.copyOf(held);
    }

    /** Whether nothing of the study is there, and nothing speaks against it. */
    boolean isFree() {
        return conflict.isEmpty() && held.isEmpty();
    }

    /** A PACS that does not know the study is not asked for its instances, too. */
    static AtPacs ask(TransferJob job, StudyFinder pacs, ImportPolicy policy, Proof proof) throws PeerException {
        String uid = job.ref().studyInstanceUid();
        List<PriorCandidate> known = pacs.findStudies(new StudyQuery.ByUid(uid));
        Optional<TransferOutcome> conflict = new PacsConflict(pacs, policy).of(job, known);
        return new AtPacs(conflict, conflict.isPresent() || known.isEmpty() ? Set.of() : proof.held(uid));
    }
}
