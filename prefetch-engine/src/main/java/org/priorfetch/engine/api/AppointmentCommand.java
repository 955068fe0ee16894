package org.priorfetch.engine.api;

import org.jspecify.annotations.Nullable;

/** A command about an appointment and its priors. */
public sealed interface AppointmentCommand<R> extends EngineCommand<R> {

    /** What would be fetched, what not, and why; by patient ID or by accession number. Changes nothing. */
    record ExplainPriors(@Nullable String patientId, @Nullable String accession)
            implements AppointmentCommand<PriorsReport> {}

    /** Ask all sources again for an appointment; answers whether it is known. */
    record QueryAgain(String appointmentId) implements AppointmentCommand<Boolean> {}
}
