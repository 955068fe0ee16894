package org.priorfetch.engine.model;

import java.util.List;
import java.util.stream.Stream;

/** What is to be done for one appointment: every candidate stands in exactly one of the lists. */
public record PrefetchPlan(List<RankedPrior> fetch, List<RankedPrior> present, List<SkipReason> held,
        List<SkipReason> skipped) {

    public PrefetchPlan {
        fetch = List.copyOf(fetch);
        present = List.copyOf(present);
        held = List.copyOf(held);
        skipped = List.copyOf(skipped);
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
