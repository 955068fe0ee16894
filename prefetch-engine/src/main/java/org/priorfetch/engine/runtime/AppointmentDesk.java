package org.priorfetch.engine.runtime;

import java.util.Optional;

import org.priorfetch.engine.api.AppointmentCommand;
import org.priorfetch.engine.api.AppointmentCommand.PriorReportAnswer;
import org.priorfetch.engine.api.AppointmentCommand.ReportDocumentAnswer;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;

/** Carries out what people ask about appointments. */
final class AppointmentDesk {

    private final EngineParts parts;
    private final PriorsExplanation explanation;
    private final HandChoices choices;
    private final Haste haste;

    AppointmentDesk(EngineParts parts, AppointmentLookup lookup) {
        this.parts = parts;
        this.explanation = new PriorsExplanation(parts, lookup);
        this.choices = new HandChoices(parts);
        this.haste = new Haste(parts);
    }

    Object carryOut(AppointmentCommand<?> command) throws CommandFailedException {
        return switch (command) {
            case AppointmentCommand.ExplainPriors explain -> explanation.explain(explain);
            case AppointmentCommand.SkipPrior skip -> choices.skip(skip);
            case AppointmentCommand.TakePrior take -> choices.take(take);
            case AppointmentCommand.ReadPriorReport read -> new PriorReportAnswer(
                    prior(read.appointmentId(), read.studyUid()).flatMap(parts.patients().textReports()::of)
                            .orElse(null));
            case AppointmentCommand.ReadReportDocument read -> new ReportDocumentAnswer(
                    prior(read.appointmentId(), read.studyUid())
                            .flatMap(prior -> parts.patients().textReports().document(prior, read.number()))
                            .orElse(null));
            case AppointmentCommand.Pin pin -> pin(pin);
            case AppointmentCommand.PutFirst first -> haste.putFirst(first.appointmentId());
            case AppointmentCommand.FetchNow fetch -> haste.fetchNow(fetch.appointmentId());
            case AppointmentCommand.QueryAgain again -> queryAgain(again.appointmentId());
            case AppointmentCommand.NoteOpened(String appointment, String study) ->
                parts.patients().feedback().opened(appointment, study);
        };
    }

    private boolean pin(AppointmentCommand.Pin wish) throws CommandFailedException {
        if (!parts.book().pin(wish.appointmentId(), wish.pinned())) {
            throw new CommandFailedException(Message.of("runtime.unknownAppointment"));
        }
        return wish.pinned();
    }

    private Optional<PriorCandidate> prior(String appointmentId, String studyUid) {
        return parts.book()
                .find(appointmentId)
                .flatMap(entry -> entry.prior(studyUid))
                .map(AppointmentPrior::candidate);
    }

    private boolean queryAgain(String appointmentId) {
        boolean known = parts.book().find(appointmentId).isPresent();
        parts.searches().again(appointmentId);
        return known;
    }
}
