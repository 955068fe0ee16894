package org.priorfetch.engine.transfer;

import java.util.List;
import java.util.Optional;

import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;

/** Asks the PACS whether what it holds already speaks against bringing a study in. */
final class PacsConflict {

    private final StudyFinder pacs;
    private final ImportPolicy policy;

    PacsConflict(StudyFinder pacs, ImportPolicy policy) {
        this.pacs = pacs;
        this.policy = policy;
    }

    /**
     * Why the study must be held; empty where nothing speaks against it.
     *
     * @param known what it holds under the study's UID
     */
    Optional<TransferOutcome> of(TransferJob job, List<PriorCandidate> known) throws PeerException {
        for (PriorCandidate held : known) {
            Reason conflict = policy.conflict(job, held);
            if (conflict != null) {
                return Optional.of(new TransferOutcome.Held(conflict));
            }
        }
        return job.patient() == null ? namesake(job) : Optional.empty();
    }

    /** What keeps its identity must not join somebody else in the PACS. */
    private Optional<TransferOutcome> namesake(TransferJob job) throws PeerException {
        PatientKey key = job.candidate().patient().key();
        if (key.patientId().isBlank()) {
            return Optional.of(new TransferOutcome.Held(Reason.of("identity.noId")));
        }
        for (PriorCandidate held : pacs.findStudies(new StudyQuery.OfPatient(key))) {
            Reason namesake = policy.namesake(job, held);
            if (namesake != null) {
                return Optional.of(new TransferOutcome.Held(namesake, null, held.patient()));
            }
        }
        return Optional.empty();
    }
}
