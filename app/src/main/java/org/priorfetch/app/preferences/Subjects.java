package org.priorfetch.app.preferences;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.viewer.LaunchProfile;
import org.priorfetch.viewer.LaunchProfile.Opens;
import org.priorfetch.viewer.Placeholder;
import org.priorfetch.viewer.ViewerSubject;

/** What a viewer is to show of an appointment. */
final class Subjects {

    private Subjects() {}

    /** Nothing where the PACS does not hold what the viewer would be asked for. */
    static Optional<ViewerSubject> of(AppointmentView appointment, @Nullable PriorView prior, LaunchProfile profile) {
        return prior == null ? of(appointment, profile) : of(appointment, prior);
    }

    private static Optional<ViewerSubject> of(AppointmentView appointment, PriorView prior) {
        return prior.isHere()
                ? Optional.of(new ViewerSubject(List.of(prior.studyUid()), "", appointment.patient().key()))
                : Optional.empty();
    }

    /** The priors that are wholly in the PACS, the most relevant first; or what the PACS finds by patient or accession. */
    private static Optional<ViewerSubject> of(AppointmentView appointment, LaunchProfile profile) {
        List<String> here = appointment.priors()
                .stream()
                .filter(PriorView::isHere)
                .map(PriorView::studyUid)
                .toList();
        boolean asksThePacs = profile.opens() == Opens.PATIENT || profile.uses(Placeholder.ACCESSION_NUMBER);
        return here.isEmpty() && !asksThePacs
                ? Optional.empty()
                : Optional.of(new ViewerSubject(here, appointment.id(), appointment.patient().key()));
    }
}
