package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.AppointmentRepository;

/** The appointments that are followed, with their candidates: in memory and in the store. Guarded by itself. */
final class AppointmentBook {

    /** An appointment with all its candidates. */
    record Entry(Appointment appointment, List<AppointmentPrior> priors) {

        Entry {
            priors = List.copyOf(priors);
        }
    }

    private final AppointmentRepository repository;
    private final Map<String, Entry> entries = new HashMap<>();

    AppointmentBook(AppointmentRepository repository) {
        this.repository = repository;
        Map<String, List<AppointmentPrior>> priors = new HashMap<>();
        for (AppointmentPrior prior : repository.priors()) {
            priors.computeIfAbsent(prior.appointmentId(), id -> new ArrayList<>()).add(prior);
        }
        for (Appointment appointment : repository.all()) {
            entries.put(appointment.id(),
                    new Entry(appointment, priors.getOrDefault(appointment.id(), List.of())));
        }
    }

    /** In the order of their start. */
    synchronized List<Entry> entries() {
        return entries.values()
                .stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.appointment().item().scheduledStart())
                        .thenComparing(entry -> entry.appointment().id()))
                .toList();
    }

    List<Appointment> appointments() {
        return entries().stream().map(Entry::appointment).toList();
    }

    synchronized Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    synchronized void save(Collection<Appointment> appointments) {
        for (Appointment appointment : appointments) {
            List<AppointmentPrior> priors = find(appointment.id()).map(Entry::priors).orElse(List.of());
            entries.put(appointment.id(), new Entry(appointment, priors));
            repository.save(appointment);
        }
    }

    /** The outcome of a search, unless the appointment has changed since it began. */
    synchronized boolean save(Appointment searched, Appointment result, List<AppointmentPrior> priors) {
        Entry present = entries.get(searched.id());
        if (present == null || !present.appointment().changed().equals(searched.changed())) {
            return false;
        }
        Appointment answered = present.appointment()
                .askedAt(
                        result.asked() == null ? result.changed() : result.asked(), result.unanswered());
        entries.put(searched.id(), new Entry(answered, priors));
        repository.save(answered);
        repository.replacePriors(searched.id(), priors);
        return true;
    }

    /**
     * Takes over what became of a job: for the candidates that wait for it, of the patient for whom it was ordered. What a
     * person must decide, and what others have proven, stays. Single series say nothing about their study.
     */
    synchronized void follow(TransferJob job) {
        if (!job.isWholeStudy()) {
            return;
        }
        for (Entry entry : List.copyOf(entries.values())) {
            if (entry.appointment().item().patient().equals(job.patient())) {
                List<AppointmentPrior> updated = entry.priors().stream().map(prior -> followed(prior, job)).toList();
                entries.put(entry.appointment().id(), new Entry(entry.appointment(), updated));
            }
        }
    }

    private AppointmentPrior followed(AppointmentPrior prior, TransferJob job) {
        boolean waits = switch (prior.state()) {
            case FETCH, PARTIAL, FAILED -> prior.ref().studyInstanceUid().equals(job.ref().studyInstanceUid());
            case PRESENT, SKIP, HOLD -> false;
        };
        AppointmentPrior after = waits ? JobRows.after(job, prior) : prior;
        if (!after.equals(prior)) {
            repository.save(after);
        }
        return after;
    }

    synchronized void forgetOver(Instant now) {
        List<String> over = entries.values()
                .stream()
                .map(Entry::appointment)
                .filter(appointment -> appointment.isOver(now))
                .map(Appointment::id)
                .toList();
        for (String id : over) {
            entries.remove(id);
            repository.remove(id);
        }
    }
}
