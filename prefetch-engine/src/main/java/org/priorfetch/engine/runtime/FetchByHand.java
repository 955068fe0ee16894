package org.priorfetch.engine.runtime;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.FetchAnswer;
import org.priorfetch.engine.api.TransferCommand.FetchStudy;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;

/** Fetches the study that a person names; the rules on identity hold as for any other. */
final class FetchByHand {

    private final EngineParts parts;
    private final AppointmentLookup lookup;

    FetchByHand(EngineParts parts, AppointmentLookup lookup) {
        this.parts = parts;
        this.lookup = lookup;
    }

    FetchAnswer fetch(FetchStudy wish) throws CommandFailedException {
        StudyFinder source = parts.connections().sources().get(wish.source());
        if (source == null) {
            throw new CommandFailedException(Message.of("runtime.noSuchSource", wish.source()));
        }
        try {
            Optional<PriorCandidate> study = source.findStudies(new StudyQuery.ByUid(wish.studyUid()))
                    .stream()
                    .filter(found -> found.ref().studyInstanceUid().equals(wish.studyUid()))
                    .findFirst();
            return study.isEmpty() ? refused(Message.of("runtime.noSuchStudy", wish.source()))
                    : order(study.get(), wish.forAccession());
        } catch (PeerException failure) {
            throw new CommandFailedException(failure.reason().phrases().getFirst());
        }
    }

    private FetchAnswer order(PriorCandidate study, @Nullable String accession)
            throws CommandFailedException, PeerException {
        if (accession == null) {
            Message conflict = conflictInPacs(study);
            return conflict == null ? submit(study, null) : refused(conflict);
        }
        Optional<WorklistItem> item = lookup.byAccession(accession);
        if (item.isEmpty()) {
            return refused(Message.of("runtime.noSuchAppointment", accession));
        }
        IdentityDecision decision = parts.policy().identify(item.get().patient(), study, accession).identity();
        return decision instanceof IdentityDecision.Accept ? submit(study, item.get())
                : refused(Message.of("runtime.notTheSamePatient", decision.reason().text()));
    }

    /** Why the study may not keep its patient ID: the PACS knows that ID, and not certainly for this person. */
    private @Nullable Message conflictInPacs(PriorCandidate study) throws PeerException {
        List<PriorCandidate> known = parts.connections()
                .pacs()
                .findStudies(new StudyQuery.OfPatient(study.patient().key()));
        for (PriorCandidate held : known) {
            IdentityDecision decision = parts.policy().identify(study.patient(), held, "").identity();
            if (!(decision instanceof IdentityDecision.Accept)) {
                return Message.of("runtime.pacsKnowsAnother", decision.reason().text());
            }
        }
        return null;
    }

    private FetchAnswer submit(PriorCandidate study, @Nullable WorklistItem item) {
        TransferJob job = parts.runner().submit(Orders.byHand(item, study, parts.clock().now()));
        return new FetchAnswer(job.id(), null);
    }

    private static FetchAnswer refused(Message why) {
        return new FetchAnswer(null, why);
    }
}
