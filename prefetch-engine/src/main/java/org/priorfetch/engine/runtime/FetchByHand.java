package org.priorfetch.engine.runtime;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.FetchAnswer;
import org.priorfetch.engine.api.TransferCommand.FetchStudy;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;

/**
 * Fetches the study that a person names, or some of its series; the rules on identity hold as for any other. One that keeps
 * its own identity is held by its transfer where the PACS knows that patient ID as somebody else's.
 */
final class FetchByHand {

    private final EngineParts parts;
    private final AppointmentLookup lookup;

    FetchByHand(EngineParts parts, AppointmentLookup lookup) {
        this.parts = parts;
        this.lookup = lookup;
    }

    FetchAnswer fetch(FetchStudy wish) throws CommandFailedException {
        StudyFinder source = finder(wish.source());
        if (source == null) {
            throw new CommandFailedException(Message.of("runtime.noSuchSource", wish.source()));
        }
        try {
            Optional<PriorCandidate> study = source.findStudies(new StudyQuery.ByUid(wish.studyUid()))
                    .stream()
                    .filter(found -> found.ref().studyInstanceUid().equals(wish.studyUid()))
                    .findFirst();
            return study.isEmpty() ? refused(Message.of("runtime.noSuchStudy", wish.source()))
                    : order(study.get(), wish);
        } catch (PeerException failure) {
            throw new CommandFailedException(failure.reason().phrases().getFirst());
        }
    }

    private @Nullable StudyFinder finder(String source) {
        return source.equals(StudyRef.MEDIA) ? parts.connections().media() : parts.connections().sources().get(source);
    }

    /** Orders a study that was found, where the rules on identity allow it. */
    FetchAnswer order(PriorCandidate study, FetchStudy wish) throws CommandFailedException {
        String accession = wish.forAccession();
        if (accession == null) {
            return keepingItsIdentity(study, wish);
        }
        Optional<WorklistItem> item = lookup.byAccession(accession);
        if (item.isEmpty()) {
            return refused(Message.of("runtime.noSuchAppointment", accession));
        }
        Reason excluded = study.ref().isOnMedia() ? null : parts.policy().excluded(item.get());
        if (excluded != null) {
            return refused(excluded.phrases().getFirst());
        }
        TransferJob job = job(study, wish, item.get());
        return switch (parts.policy().identify(item.get(), study).identity()) {
            case IdentityDecision.Accept _ -> {
                FetchAnswer answer = submitted(job);
                parts.patients().feedback().fetched(item.get(), study);
                yield answer;
            }
            case IdentityDecision.Hold hold -> held(job, hold.reason());
            case IdentityDecision.Refuse(Reason reason) ->
                refused(Message.of("runtime.notTheSamePatient", "#" + reason.phrases().getFirst().key()));
        };
    }

    private FetchAnswer keepingItsIdentity(PriorCandidate study, FetchStudy wish) {
        if (!parts.policy().sharesIds(study.ref().source())) {
            return refused(Message.of("runtime.needsAppointment", study.ref().source()));
        }
        Reason excluded = study.ref().isOnMedia() ? null
                : parts.policy().excluded(study.patient(), study.traits());
        if (excluded != null) {
            return refused(excluded.phrases().getFirst());
        }
        FetchAnswer answer = submitted(job(study, wish, null));
        parts.patients().feedback().fetched(study);
        return answer;
    }

    private TransferJob job(PriorCandidate study, FetchStudy wish, @Nullable WorklistItem item) {
        return Orders.byHand(item, study, Set.copyOf(wish.seriesUids()), parts.clock().now());
    }

    private FetchAnswer submitted(TransferJob job) {
        return new FetchAnswer(parts.runner().submit(job).id(), null);
    }

    private FetchAnswer held(TransferJob job, Reason reason) {
        return new FetchAnswer(parts.runner().hold(job, reason).id(), null);
    }

    private static FetchAnswer refused(Message why) {
        return new FetchAnswer(null, why);
    }
}
