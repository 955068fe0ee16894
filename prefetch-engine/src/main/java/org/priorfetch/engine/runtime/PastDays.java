package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.PastAppointment;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PastRepository;

/** Appointments that are over, and those that are still followed, with the candidates that are their patient's. */
final class PastDays {

    private static final String ABOUT_IDENTITY = "identity.";
    /** Cannot be told any more once accession numbers are left out. */
    private static final String CURRENT = "prior.skipped.current";

    private final AppointmentBook book;
    private final PastRepository repository;
    private final Clock clock;

    PastDays(AppointmentBook book, PastRepository repository, Clock clock) {
        this.book = book;
        this.repository = repository;
        this.clock = clock;
    }

    void keep(BookEntry over) {
        repository.keep(past(over));
    }

    /** Each appointment once, of the last days and of those that are known ahead. */
    List<PastAppointment> last(int days) {
        Instant from = clock.now().minus(Duration.ofDays(days));
        Map<String, PastAppointment> appointments = new LinkedHashMap<>();
        repository.since(from).forEach(past -> appointments.put(past.item().appointmentId(), past));
        book.entries()
                .stream()
                .filter(entry -> !entry.appointment().item().scheduledStart().isBefore(from))
                .forEach(entry -> appointments.put(entry.appointment().id(), past(entry)));
        return List.copyOf(appointments.values());
    }

    /** The appointment with the candidates that are its patient's. */
    static PastAppointment past(BookEntry entry) {
        return new PastAppointment(entry.appointment().item(),
                entry.priors()
                        .stream()
                        .filter(PastDays::isPrior)
                        .map(AppointmentPrior::candidate)
                        .toList());
    }

    private static boolean isPrior(AppointmentPrior prior) {
        boolean someoneElses = prior.reason()
                .phrases()
                .stream()
                .anyMatch(
                        phrase -> phrase.key().startsWith(ABOUT_IDENTITY));
        return prior.state() != PriorState.HOLD && !someoneElses && !prior.reason().has(CURRENT);
    }
}
