package org.priorfetch.app.today;

import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Privacy;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.model.Urgency;

/** Puts an appointment into words. */
final class AppointmentPresenter {

    private final Texts texts;
    private final Formats formats;
    private final Privacy privacy;
    private boolean outOfDate;

    AppointmentPresenter(Texts texts, Formats formats, Privacy privacy) {
        this.texts = texts;
        this.formats = formats;
        this.privacy = privacy;
    }

    /** Whether nothing of what is known is new enough to be called so. */
    void outOfDate(boolean now) {
        outOfDate = now;
    }

    TodayLine line(TodayItem item) {
        return switch (item) {
            case TodayItem.Single(AppointmentView view) -> line(view);
            case TodayItem.Group group -> group(group);
        };
    }

    private TodayLine group(TodayItem.Group group) {
        String title = texts.get("today.group", texts.get("today.verdict", group.verdict()),
                formats.count(group.count()));
        return new TodayLine.GroupLine(outOfDate ? Mark.UNREACHABLE : Mark.of(group.verdict()),
                outOfDate ? texts.get("today.gone.group", title) : title, group.folded());
    }

    AppointmentLine line(AppointmentView view) {
        boolean past = view.scheduledStart().isBefore(formats.now());
        String patient = privacy.name(view.patient());
        String patientId = view.patient().key().patientId();
        Long eta = view.etaSeconds();
        return new AppointmentLine(view, outOfDate, past && !outOfDate && view.verdict().isSettledWell(),
                formats.timeOfDay(view.scheduledStart()),
                formats.relative(view.scheduledStart()), procedure(view), patient,
                patient.equals(patientId) ? "" : patientId, outOfDate ? Mark.UNREACHABLE : Mark.of(view.verdict()),
                outOfDate ? 0 : progress(view),
                outOfDate ? texts.get("today.gone.verdict") : texts.get("today.verdict", view.verdict()),
                priors(view), eta == null || outOfDate ? "" : remaining(view, eta),
                view.section(),
                view.pinned());
    }

    private String procedure(AppointmentView view) {
        String procedure = view.procedure().isBlank() ? texts.get("today.noProcedure") : view.procedure();
        return view.urgency() == Urgency.STAT ? texts.get("today.urgent", procedure) : procedure;
    }

    private String remaining(AppointmentView view, long seconds) {
        return view.late() ? texts.get("today.late", formats.duration(seconds)) : formats.duration(seconds);
    }

    private String priors(AppointmentView view) {
        return view.relevant() == 0
                ? ""
                : texts.get("today.priorsHere", formats.count((int) view.here()),
                        formats.count((int) view.relevant()));
    }

    private static double progress(AppointmentView view) {
        long expected = 0;
        long delivered = 0;
        for (PriorView prior : view.priors()) {
            if (prior.state().isRelevant() && prior.expected() > 0) {
                expected += prior.expected();
                delivered += Math.min(prior.delivered(), prior.expected());
            }
        }
        return expected == 0 ? 0 : (double) delivered / expected;
    }
}
