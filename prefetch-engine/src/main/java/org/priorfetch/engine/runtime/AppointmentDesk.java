package org.priorfetch.engine.runtime;

import org.priorfetch.engine.api.AppointmentCommand;
import org.priorfetch.engine.api.CommandFailedException;

/** Carries out what people ask about appointments. */
final class AppointmentDesk {

    private final EngineParts parts;
    private final PriorsExplanation explanation;

    AppointmentDesk(EngineParts parts, AppointmentLookup lookup) {
        this.parts = parts;
        this.explanation = new PriorsExplanation(parts, lookup);
    }

    Object carryOut(AppointmentCommand<?> command) throws CommandFailedException {
        return switch (command) {
            case AppointmentCommand.ExplainPriors explain -> explanation.explain(explain);
            case AppointmentCommand.QueryAgain again -> queryAgain(again.appointmentId());
        };
    }

    private boolean queryAgain(String appointmentId) {
        boolean known = parts.book().find(appointmentId).isPresent();
        parts.searches().again(appointmentId);
        return known;
    }
}
