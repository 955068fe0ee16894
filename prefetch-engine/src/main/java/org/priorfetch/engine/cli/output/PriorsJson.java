package org.priorfetch.engine.cli.output;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.PriorsReport;
import org.priorfetch.engine.model.Message;

/**
 * What {@code priors --json} prints.
 *
 * @param accession null when asked by a patient without appointment
 * @param unanswered one sentence for each peer that did not answer
 */
public record PriorsJson(@Nullable String accession, String patientId, String verdict, List<PriorJson> priors,
        List<String> unanswered) {

    public static PriorsJson of(PriorsReport report) {
        return new PriorsJson(report.appointmentId(), report.patientId(), report.verdict().name(),
                report.priors().stream().map(prior -> PriorJson.of(prior, decision(prior))).toList(),
                report.unanswered().stream().map(Message::text).toList());
    }

    /** What would be done: what came in part or not at all would be fetched. */
    private static String decision(PriorView prior) {
        return switch (prior.state()) {
            case FETCH, PARTIAL, FAILED -> "FETCH";
            case PRESENT -> "PRESENT";
            case SKIP -> "SKIP";
            case HOLD -> "HOLD";
        };
    }
}
