package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.ReviewItem.TroubledStudy;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;

/** Fetches a study from another source that holds it; the rules on identity hold as for any other. */
final class OtherSource {

    private final EngineParts parts;

    OtherSource(EngineParts parts) {
        this.parts = parts;
    }

    boolean fetch(TroubledStudy study) throws CommandFailedException {
        Optional<TransferJob> job = study.transferId() == null ? Optional.empty()
                : parts.repositories().jobs().find(study.transferId());
        if (job.isEmpty()) {
            throw new CommandFailedException(Message.of("review.gone"));
        }
        Message obstacle = Message.of("review.nobodyElse");
        for (StudyFinder source : List.copyOf(parts.connections().sources().values())) {
            if (!source.name().equals(study.source())) {
                Message refused = tryAt(source, study, job.get());
                if (refused == null) {
                    return true;
                }
                obstacle = refused;
            }
        }
        throw new CommandFailedException(obstacle);
    }

    /** Orders the study from the source; answers why not, null when it did. */
    private @Nullable Message tryAt(StudyFinder source, TroubledStudy study, TransferJob failed) {
        try {
            Optional<PriorCandidate> copy = source.findStudies(new StudyQuery.ByUid(study.study().studyUid()))
                    .stream()
                    .filter(found -> found.ref().studyInstanceUid().equals(study.study().studyUid()))
                    .findFirst();
            return copy.isEmpty() ? Message.of("review.nobodyElse") : order(copy.get(), study, failed);
        } catch (PeerException failure) {
            return failure.reason().phrases().getFirst();
        }
    }

    private @Nullable Message order(PriorCandidate copy, TroubledStudy study, TransferJob failed) {
        String appointment = failed.appointmentId();
        IdentityDecision identity = parts.policy()
                .identify(study.local(), copy, appointment == null ? "" : appointment)
                .identity();
        if (!(identity instanceof IdentityDecision.Accept)) {
            return Message.of("review.elsewhereDoubtful", copy.ref().source(), identity.reason().text());
        }
        Instant now = parts.clock().now();
        parts.runner()
                .submit(new TransferJob(TransferJob.UNSAVED, appointment, failed.patient(), copy, failed.urgency(),
                        failed.due(), TransferState.QUEUED, 0, now, copy.instances(), 0, 0, null, now,
                        failed.seriesUids()));
        return null;
    }
}
