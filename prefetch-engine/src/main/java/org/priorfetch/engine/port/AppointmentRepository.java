package org.priorfetch.engine.port;

import java.util.List;

import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.HandChoice;

/** The appointments that are followed, and their candidates with the reasons. */
public interface AppointmentRepository {

    List<Appointment> all();

    void save(Appointment appointment);

    /** Forgets the appointment and its candidates. */
    void remove(String appointmentId);

    List<AppointmentPrior> priors();

    /** Replaces all candidates of the appointment. */
    void replacePriors(String appointmentId, List<AppointmentPrior> priors);

    void save(AppointmentPrior prior);

    /** What people decided about candidates of the appointments that are followed. */
    List<HandChoice> choices();

    /** Replaces what was decided before about the same candidate. */
    void save(HandChoice choice);
}
