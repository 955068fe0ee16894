package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.HandChoice;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.AppointmentRepository;

/** The appointments that are followed, with their candidates: in memory and in the store. Guarded by itself. */
final class AppointmentBook {

    private final AppointmentRepository repository;
    private final Map<String, BookEntry> entries = new HashMap<>();

    AppointmentBook(AppointmentRepository repository) {
        this.repository = repository;
        Map<String, List<AppointmentPrior>> priors = new HashMap<>();
        for (AppointmentPrior prior : repository.priors()) {
            priors.computeIfAbsent(prior.appointmentId(), id -> new ArrayList<>()).add(prior);
        }
        for (Appointment appointment : repository.all()) {
            entries.put(appointment.id(),
                    new BookEntry(appointment, priors.getOrDefault(appointment.id(), List.of())));
        }
        for (HandChoice choice : repository.choices()) {
            entries.computeIfPresent(choice.appointmentId(), (_, entry) -> entry.with(choice));
        }
    }

    /** In the order of their start. */
    synchronized List<BookEntry> entries() {
        return entries.values()
                .stream()
                .sorted(Comparator.comparing((BookEntry entry) -> entry.appointment().item().scheduledStart())
                        .thenComparing(entry -> entry.appointment().id()))
                .toList();
    }

    List<Appointment> appointments() {
        return entries().stream().map(BookEntry::appointment).toList();
    }

    synchronized Optional<BookEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** What the worklist states of the patient beside ID, name, birth date and sex. */
    PatientTraits traits(String id) {
        return find(id).map(entry -> entry.appointment().item().traits()).orElse(PatientTraits.NONE);
    }

    /** What people decided about candidates of the appointment, by Study Instance UID. */
    Map<String, HandChoice> choices(String id) {
        return find(id).map(BookEntry::choices).orElse(Map.of());
    }

    synchronized void save(Collection<Appointment> appointments) {
        for (Appointment appointment : appointments) {
            entries.merge(appointment.id(), new BookEntry(appointment, List.of()),
                    (known, changed) -> known.with(changed.appointment()));
            repository.save(appointment);
        }
    }

    /** The outcome of a search, unless the appointment, or what a person chose, has changed since it began. */
    boolean save(Appointment searched, Map<String, HandChoice> chosen, Appointment result,
            List<AppointmentPrior> priors) {
        return save(searched, chosen, result, priors, Map.of());
    }

    /** What is known of an appointment that is still being searched for. */
    synchronized boolean saveSoFar(Appointment searched, Map<String, HandChoice> chosen, List<AppointmentPrior> priors,
            Map<String, Reason> stillAsked) {
        BookEntry present = entries.get(searched.id());
        if (present == null || !isAsItWas(present, searched, chosen)) {
            return false;
        }
        entries.put(searched.id(), present.with(priors).with(stillAsked));
        repository.replacePriors(searched.id(), priors);
        return true;
    }

    private static boolean isAsItWas(BookEntry present, Appointment searched, Map<String, HandChoice> chosen) {
        return present.appointment().changed().equals(searched.changed()) && present.choices().equals(chosen);
    }

    /** @param unanswered why somebody did not answer, or was not asked */
    synchronized boolean save(Appointment searched, Map<String, HandChoice> chosen, Appointment result,
            List<AppointmentPrior> priors, Map<String, Reason> unanswered) {
        BookEntry present = entries.get(searched.id());
        if (present == null || !isAsItWas(present, searched, chosen)) {
            return false;
        }
        Appointment answered = present.appointment()
                .askedAt(
                        result.asked() == null ? result.changed() : result.asked(), result.unanswered());
        entries.put(searched.id(), present.with(answered).with(priors).with(unanswered));
        repository.save(answered);
        repository.replacePriors(searched.id(), priors);
        return true;
    }

    /**
     * Takes over what became of a job: for the candidates that wait for it, of the patient for whom it was ordered. What a
     * person must decide, and what others have proven, stays. Single series say nothing about their study.
     */
    void follow(TransferJob job) {
        follow(job, false);
    }

    /** The same when a person has decided: then it also counts for what was held. */
    void override(TransferJob job) {
        follow(job, true);
    }

    private synchronized void follow(TransferJob job, boolean decided) {
        if (job.isWholeStudy()) {
            List.copyOf(entries.values())
                    .stream()
                    .filter(entry -> entry.isOfPatient(job))
                    .forEach(entry -> replace(entry, entry.after(job, decided)));
        }
    }

    /** Candidates that have changed are saved first. */
    private void replace(BookEntry before, BookEntry after) {
        for (int index = 0; index < after.priors().size(); index++) {
            AppointmentPrior prior = after.priors().get(index);
            if (!prior.equals(before.priors().get(index))) {
                repository.save(prior);
            }
        }
        entries.put(after.appointment().id(), after);
    }

    /** Remembers what a person decided about a candidate, with what that makes of it. */
    synchronized void choose(HandChoice choice, UnaryOperator<AppointmentPrior> change) {
        if (entries.computeIfPresent(choice.appointmentId(), (_, entry) -> entry.with(choice)) != null) {
            repository.save(choice);
            change(choice.appointmentId(), choice.studyInstanceUid(), change);
        }
    }

    /** Changes one candidate of an appointment. */
    synchronized void change(String appointmentId, String studyInstanceUid, UnaryOperator<AppointmentPrior> change) {
        find(appointmentId).ifPresent(entry -> replace(entry, entry.with(studyInstanceUid, change)));
    }

    /**
     * The appointments that wait for the study of the job all the same: their patient is stated otherwise than the job's, or
     * another source is known to have more of it.
     */
    synchronized List<String> waitingOtherwise(TransferJob job) {
        return entries.values()
                .stream()
                .filter(entry -> entry.waitsFor(job))
                .filter(entry -> !entry.isOfPatient(job) || job.state() == TransferState.COMPLETE)
                .map(entry -> entry.appointment().id())
                .toList();
    }

    /** Whether another appointment, of just the job's patient, waits for the study of the job. */
    synchronized boolean isWaitedForElsewhere(TransferJob job, String appointmentId) {
        return entries.values()
                .stream()
                .filter(entry -> !entry.appointment().id().equals(appointmentId))
                .anyMatch(entry -> entry.isOfPatient(job) && entry.waitsFor(job));
    }

    /** Whether the whole study was ordered for the appointment, and nobody else waits for it. */
    boolean isOnlyFor(TransferJob job, String appointmentId) {
        return appointmentId.equals(job.appointmentId()) && job.isWholeStudy()
                && !isWaitedForElsewhere(job, appointmentId);
    }

    /** Answers whether the appointment is known. */
    synchronized boolean pin(String appointmentId, boolean pinned) {
        Optional<BookEntry> known = find(appointmentId);
        known.ifPresent(entry -> save(List.of(entry.appointment().pinned(pinned))));
        return known.isPresent();
    }

    /** Forgets the appointments that are over, and returns them. */
    synchronized List<BookEntry> forgetOver(Instant now) {
        List<String> over = entries.values()
                .stream()
                .map(BookEntry::appointment)
                .filter(appointment -> appointment.isOver(now))
                .map(Appointment::id)
                .toList();
        List<BookEntry> forgotten = new ArrayList<>();
        for (String id : over) {
            forgotten.add(entries.remove(id));
            repository.remove(id);
        }
        return forgotten;
    }
}
