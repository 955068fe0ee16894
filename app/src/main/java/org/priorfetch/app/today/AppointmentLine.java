package org.priorfetch.app.today;

import org.priorfetch.app.controls.Mark;
import org.priorfetch.engine.api.AppointmentView;

/**
 * What a row shows of an appointment.
 *
 * @param outOfDate whether the verdict is what was last known, and may no longer be so
 * @param quiet over, and nothing left to worry about
 * @param patient name, or initials while names are hidden
 * @param patientId empty where it stands for the name already
 * @param progress between 0 and 1, of the instances of all relevant priors
 * @param priors relevant ones that are here, of all: "2/3"; empty while there are none
 * @param eta empty when unknown
 */
record AppointmentLine(AppointmentView view, boolean outOfDate, boolean quiet, String time, String relative,
        String procedure, String patient, String patientId, Mark mark, double progress, String verdict, String priors,
        String eta, String section, boolean pinned) implements TodayLine {}
