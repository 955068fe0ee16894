package org.priorfetch.engine.port;

import java.time.Instant;
import java.util.List;

import org.priorfetch.engine.model.PastAppointment;

/** Appointments of past days without their patients, to try rules on. Kept for 60 days. */
public interface PastRepository {

    /** Keeps it; the patient is left out. */
    void keep(PastAppointment past);

    /** Those that were scheduled at or after the instant, oldest first. */
    List<PastAppointment> since(Instant from);
}
