package org.priorfetch.engine.api;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ReadinessVerdict;

/**
 * What would be done for an appointment or a patient.
 *
 * @param found whether the appointment or patient is known
 * @param appointmentId null when asked by a patient without appointment
 * @param unanswered one sentence for each peer that did not answer; priors may exist there
 */
public record PriorsReport(boolean found, @Nullable String appointmentId, String patientId, ReadinessVerdict verdict,
        List<PriorView> priors, List<Message> unanswered) {

    public PriorsReport {
        priors = List.copyOf(priors);
        unanswered = List.copyOf(unanswered);
    }
}
