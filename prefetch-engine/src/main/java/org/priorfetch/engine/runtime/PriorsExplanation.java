package org.priorfetch.engine.runtime;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.AppointmentCommand.ExplainPriors;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.PriorsReport;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.plan.Answers;
import org.priorfetch.engine.plan.ReadinessRule;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.runtime.PriorSearch.Findings;

/** Answers what would be fetched for somebody, and why. */
final class PriorsExplanation {

    private static final String NO_APPOINTMENT = "-";

    private final EngineParts parts;
    private final AppointmentLookup lookup;

    PriorsExplanation(EngineParts parts, AppointmentLookup lookup) {
        this.parts = parts;
        this.lookup = lookup;
    }

    PriorsReport explain(ExplainPriors question) throws CommandFailedException {
        Optional<WorklistItem> item = appointment(question);
        if (item.isPresent()) {
            return report(item.get(), item.get().appointmentId());
        }
        String patientId = question.patientId();
        Optional<WorklistItem> patient = patientId == null ? Optional.empty() : withoutAppointment(patientId);
        return patient.isPresent() ? report(patient.get(), null)
                : new PriorsReport(false, question.accession(), patientId == null ? "" : patientId,
                        ReadinessVerdict.UNREACHABLE, List.of(), List.of());
    }

    private Optional<WorklistItem> appointment(ExplainPriors question) throws CommandFailedException {
        String accession = question.accession();
        String patientId = question.patientId();
        if (accession != null) {
            return lookup.byAccession(accession);
        }
        return patientId == null ? Optional.empty() : lookup.byPatient(patientId);
    }

    /** The patient as the PACS knows it, asked for with no procedure in mind. */
    private Optional<WorklistItem> withoutAppointment(String patientId) throws CommandFailedException {
        try {
            return parts.connections()
                    .pacs()
                    .findStudies(new StudyQuery.OfPatient(new PatientKey(patientId, parts.site().pacs().issuer())))
                    .stream()
                    .max(Comparator.comparing(study -> String.valueOf(study.studyDate())))
                    .map(PriorCandidate::patient)
                    .map(patient -> new WorklistItem(NO_APPOINTMENT, null, patient, new TreeSet<>(), "", "",
                            parts.clock().now(), Urgency.ROUTINE, "", "", "", ""));
        } catch (PeerException failure) {
            throw new CommandFailedException(failure.reason().phrases().getFirst());
        }
    }

    private PriorsReport report(WorklistItem item, @Nullable String appointmentId) {
        Findings findings = parts.search().search(item, parts.book().choices(item.appointmentId()));
        List<PriorView> views = findings.plan()
                .priorsOf(item.appointmentId())
                .stream()
                .map(prior -> AppointmentViews.prior(prior, null))
                .toList();
        List<Message> unanswered = findings.remarks()
                .values()
                .stream()
                .map(reason -> reason.phrases().getFirst())
                .toList();
        return new PriorsReport(true, appointmentId, item.patient().key().patientId(), verdict(item, findings), views,
                unanswered);
    }

    /** As the engine would judge: what is here by count only is not yet proven. */
    private ReadinessVerdict verdict(WorklistItem item, Findings findings) {
        Appointment appointment = parts.book()
                .find(item.appointmentId())
                .map(BookEntry::appointment)
                .orElseGet(() -> Appointment.newlySeen(item, parts.clock().now()));
        List<AppointmentPrior> rows = parts.execution().rows(appointment, findings.plan());
        return ReadinessRule.verdict(rows, findings.unanswered().isEmpty() ? Answers.COMPLETE : Answers.INCOMPLETE);
    }
}
