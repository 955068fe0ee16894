package org.priorfetch.app.preferences;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.viewer.LaunchProfile;
import org.priorfetch.viewer.ViewerSubject;

/**
 * Something to try a viewer with.
 *
 * @param appointment null for studies that nobody has
 */
record Sample(@Nullable AppointmentView appointment) {

    /** Studies that no PACS holds: the viewer starts, and says that it finds nothing. */
    static final Sample MADE_UP = new Sample(null);

    private static final ViewerSubject MADE_UP_SUBJECT = new ViewerSubject(
            List.of("2.25.271828182845904523536028747135266249", "2.25.314159265358979323846264338327950288"), "A12345",
            new PatientKey("12345", "1.2.276.0.76.3.1.999"));

    Optional<ViewerSubject> subject(LaunchProfile profile) {
        return appointment == null ? Optional.of(MADE_UP_SUBJECT) : Subjects.of(appointment, null, profile);
    }

    /** The same appointment stays the same choice, whatever becomes of it. */
    String id() {
        return appointment == null ? "" : appointment.id();
    }
}
