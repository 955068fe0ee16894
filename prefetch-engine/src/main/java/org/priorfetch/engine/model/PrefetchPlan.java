package org.priorfetch.engine.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be done for one appointment. Every study stands in exactly one of the first four lists, however many places
 * hold a copy of it.
 *
 * @param present what the PACS holds, as far as counts tell
 * @param unproven the sources' copies of what is present, by which its wholeness can be proven instance by instance; a
 *         study of which no source holds a copy is whole by definition
 */
public record PrefetchPlan(List<RankedPrior> fetch, List<RankedPrior> present, List<SkipReason> held,
        List<SkipReason> skipped, List<RankedPrior> unproven) {

    public PrefetchPlan {
        fetch = List.copyOf(fetch);
        present = List.copyOf(present);
        held = List.copyOf(held);
        skipped = List.copyOf(skipped);
        unproven = List.copyOf(unproven);
    }

    /** The plan as rows of the appointment: what is taken first, then what waits for a person, then the rest. */
    public List<AppointmentPrior> priorsOf(String appointmentId) {
        return Stream.of(fetch.stream().map(prior -> row(appointmentId, prior, PriorState.FETCH)),
                present.stream().map(prior -> row(appointmentId, prior, PriorState.PRESENT)),
                held.stream().map(skip -> row(appointmentId, skip, PriorState.HOLD)),
                skipped.stream().map(skip -> row(appointmentId, skip, PriorState.SKIP))).flatMap(rows -> rows).toList();
    }

    private static AppointmentPrior row(String appointmentId, RankedPrior prior, PriorState state) {
        int count = prior.candidate().instances();
        int delivered = state == PriorState.PRESENT ? Math.max(count, 0) : 0;
        return new AppointmentPrior(appointmentId, prior.candidate(), state, count, delivered, prior.score(),
                prior.reason());
    }

    private static AppointmentPrior row(String appointmentId, SkipReason skip, PriorState state) {
        return new AppointmentPrior(appointmentId, skip.candidate(), state, skip.candidate().instances(), 0,
                skip.score(), skip.reason());
    }
}
