package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.WorklistFeed;
import org.priorfetch.engine.settings.WorklistSettings;

/** Finds an appointment that somebody names: among those that are followed, else on the worklists. */
final class AppointmentLookup {

    private final EngineParts parts;

    AppointmentLookup(EngineParts parts) {
        this.parts = parts;
    }

    /**
     * The appointment with the accession number.
     *
     * @throws CommandFailedException when it is not known and a worklist that may list it did not answer
     */
    Optional<WorklistItem> byAccession(String accession) throws CommandFailedException {
        return find(item -> item.appointmentId().equals(accession));
    }

    /** The same for the next appointment of a patient. */
    Optional<WorklistItem> byPatient(String patientId) throws CommandFailedException {
        return find(item -> item.patient().key().patientId().equals(patientId));
    }

    private Optional<WorklistItem> find(Predicate<WorklistItem> wanted) throws CommandFailedException {
        Optional<WorklistItem> followed = next(
                parts.book().appointments().stream().map(Appointment::item).filter(wanted).toList());
        return followed.isPresent() ? followed : onWorklists(wanted);
    }

    private Optional<WorklistItem> onWorklists(Predicate<WorklistItem> wanted) throws CommandFailedException {
        Clock clock = parts.clock();
        Instant now = clock.now();
        Instant from = LocalDate.ofInstant(now, clock.zone()).atStartOfDay(clock.zone()).toInstant();
        List<WorklistItem> found = new ArrayList<>();
        Message silent = null;
        for (WorklistSettings settings : parts.site().worklists()) {
            WorklistFeed feed = parts.connections().worklists().get(settings.name());
            try {
                found.addAll(feed == null ? List.of() : feed.poll(from, now.plus(settings.ahead())));
            } catch (PeerException failure) {
                silent = failure.reason().phrases().getFirst();
            }
        }
        Optional<WorklistItem> match = next(found.stream().filter(wanted).toList());
        if (match.isEmpty() && silent != null) {
            throw new CommandFailedException(silent);
        }
        return match;
    }

    private static Optional<WorklistItem> next(List<WorklistItem> items) {
        return items.stream().min(Comparator.comparing(WorklistItem::scheduledStart));
    }
}
