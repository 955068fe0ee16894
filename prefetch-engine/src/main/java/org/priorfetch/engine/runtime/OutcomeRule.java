package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.model.AppointmentOutcome;
import org.priorfetch.engine.model.ReadinessVerdict;

/** What is recorded of an appointment, from what is known of it now. Pure. */
final class OutcomeRule {

    /** Who looks later than this after the start was not there at the start. */
    static final Duration GRACE = Duration.ofMinutes(1);

    private OutcomeRule() {}

    static AppointmentOutcome next(@Nullable AppointmentOutcome known, AppointmentView view, Instant now) {
        Instant start = view.scheduledStart();
        String modality = String.join("/", view.modalities());
        Instant readySince = readySince(known, view.verdict(), now);
        AppointmentOutcome judged = judged(known, start, now);
        if (judged != null) {
            return new AppointmentOutcome(view.id(), modality, judged.scheduledStart(), judged.verdictAtStart(),
                    judged.relevant(), judged.here(), readySince, null);
        }
        boolean startsNow = !start.isAfter(now) && now.isBefore(start.plus(GRACE));
        return startsNow
                ? new AppointmentOutcome(view.id(), modality, start, view.verdict(), Math.toIntExact(view.relevant()),
                        Math.toIntExact(view.here()), readySince, null)
                : new AppointmentOutcome(view.id(), modality, start, null, 0, 0, readySince, null);
    }

    /** What was judged stays so, unless the appointment was put off since. */
    private static @Nullable AppointmentOutcome judged(@Nullable AppointmentOutcome known, Instant start,
            Instant now) {
        return known == null || known.verdictAtStart() == null || start.isAfter(now) ? null : known;
    }

    private static @Nullable Instant readySince(@Nullable AppointmentOutcome known, ReadinessVerdict verdict,
            Instant now) {
        if (!verdict.isSettledWell()) {
            return null;
        }
        return known == null || known.readySince() == null ? now : known.readySince();
    }
}
