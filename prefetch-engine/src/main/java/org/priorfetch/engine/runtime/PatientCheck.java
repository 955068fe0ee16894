package org.priorfetch.engine.runtime;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.ArchiveCommand.JudgePatient;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.PatientJudgement;
import org.priorfetch.engine.api.PatientJudgement.Outcome;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyQuery;

/** Says before anything is fetched what the rules on identity will say. */
final class PatientCheck {

    private final EngineParts parts;

    PatientCheck(EngineParts parts) {
        this.parts = parts;
    }

    PatientJudgement judge(JudgePatient asked) throws CommandFailedException {
        String appointment = asked.appointmentId();
        return appointment == null ? keepingItsIdentity(asked.patient(), asked.source())
                : forAppointment(asked, appointment);
    }

    private PatientJudgement forAppointment(JudgePatient asked, String appointment) throws CommandFailedException {
        WorklistItem item = parts.book()
                .find(appointment)
                .map(entry -> entry.appointment().item())
                .orElseThrow(
                        () -> new CommandFailedException(Message.of("runtime.noSuchAppointment", appointment)));
        return forAppointment(item, candidate(asked.source(), asked.patient()));
    }

    /** For a study that is fetched for an appointment. */
    PatientJudgement forAppointment(WorklistItem item, PriorCandidate candidate) {
        Reason excluded = candidate.ref().isOnMedia() ? null : parts.policy().excluded(item);
        if (excluded != null) {
            return new PatientJudgement(Outcome.REFUSED, excluded);
        }
        return switch (parts.policy().identify(item, candidate).identity()) {
            case IdentityDecision.Accept(Reason reason) -> new PatientJudgement(Outcome.FETCHED, reason);
            case IdentityDecision.Hold hold -> new PatientJudgement(Outcome.HELD, hold.reason());
            case IdentityDecision.Refuse(Reason reason) -> new PatientJudgement(Outcome.REFUSED, reason);
        };
    }

    /** For a study that is fetched for no appointment. */
    PatientJudgement keepingItsIdentity(Patient patient, String source) throws CommandFailedException {
        Reason excluded = source.equals(StudyRef.MEDIA) ? null
                : parts.policy().excluded(patient, PatientTraits.NONE);
        if (excluded != null) {
            return new PatientJudgement(Outcome.REFUSED, excluded);
        }
        if (!parts.policy().sharesIds(source)) {
            return new PatientJudgement(Outcome.REFUSED, Reason.of("runtime.needsAppointment", source));
        }
        Reason namesake = namesake(patient);
        return namesake == null ? new PatientJudgement(Outcome.FETCHED, Reason.of("archive.keepsIdentity"))
                : new PatientJudgement(Outcome.HELD, namesake);
    }

    private @Nullable Reason namesake(Patient patient) throws CommandFailedException {
        try {
            List<PriorCandidate> known = parts.connections()
                    .pacs()
                    .findStudies(new StudyQuery.OfPatient(patient.key()));
            for (PriorCandidate held : known) {
                Reason namesake = parts.policy().namesake(patient, held);
                if (namesake != null) {
                    return namesake;
                }
            }
            return null;
        } catch (PeerException failure) {
            throw new CommandFailedException(failure.reason().phrases().getFirst());
        }
    }

    private static PriorCandidate candidate(String source, Patient patient) {
        return new PriorCandidate(new StudyRef("", source), patient, "", null, null, "", new TreeSet<>(), Set.of(),
                PriorCandidate.UNKNOWN_COUNT);
    }
}
