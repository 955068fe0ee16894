package org.priorfetch.engine.model;

import java.time.LocalDate;

/**
 * How many appointments of one day and modality had their priors here before they started.
 *
 * @param appointments that have started
 * @param ready all priors were here
 * @param noneExist there were no priors to bring
 * @param unknown nobody was watching when they started
 */
public record ReadinessLine(LocalDate day, String modality, long appointments, long ready, long noneExist,
        long unknown) {

    /** Appointments that had nothing missing when they started. */
    public long inTime() {
        return ready + noneExist;
    }

    /** Appointments of which it is known whether they had. */
    public long known() {
        return appointments - unknown;
    }
}
