package org.priorfetch.engine.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A worklist item that is being followed.
 *
 * @param changed when its data last changed
 */
public record Appointment(WorklistItem item, AppointmentStatus status, Instant changed) {

    private static final Duration KEPT = Duration.ofHours(24);

    public String id() {
        return item.appointmentId();
    }

    /** Over for us: cancelled, or a day past its time. */
    public boolean isOver(Instant now) {
        return status == AppointmentStatus.CANCELLED || now.isAfter(item.scheduledStart().plus(KEPT));
    }

    public Appointment with(AppointmentStatus newStatus) {
        return new Appointment(item, newStatus, changed);
    }
}
