package org.priorfetch.engine.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.priorfetch.engine.model.AppointmentOutcome;

/** Whether the priors of appointments were here in time. Outlives the appointments. */
public interface OutcomeRepository {

    /** Of the appointments that start at or after this time. */
    List<AppointmentOutcome> startingFrom(Instant from);

    /** Adds or replaces them, all or none. */
    void save(Collection<AppointmentOutcome> outcomes);

    /** Forgets appointments that never took place. */
    void remove(Collection<String> appointmentIds);
}
