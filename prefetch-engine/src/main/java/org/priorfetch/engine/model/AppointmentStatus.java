package org.priorfetch.engine.model;

/** What is known of an appointment beyond its data. */
public enum AppointmentStatus {
    /** On the worklist at its last answer. */
    SCHEDULED,
    /** Gone from the worklist, so most likely started; kept until a day after its time. */
    VANISHED,
    /** Called off by the worklist or a person. */
    CANCELLED
}
