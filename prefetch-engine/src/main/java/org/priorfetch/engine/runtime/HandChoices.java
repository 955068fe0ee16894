package org.priorfetch.engine.runtime;

import java.util.Objects;

import org.priorfetch.engine.api.AppointmentCommand.SkipPrior;
import org.priorfetch.engine.api.AppointmentCommand.TakePrior;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.HandChoice;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.plan.ByHand;

/** Takes and skips candidates as a person wants it. The rules on identity hold as for any other. */
final class HandChoices {

    private final EngineParts parts;

    HandChoices(EngineParts parts) {
        this.parts = parts;
    }

    boolean skip(SkipPrior wish) throws CommandFailedException {
        BookEntry entry = entry(wish.appointmentId());
        AppointmentPrior prior = prior(entry, wish.studyUid());
        switch (prior.state()) {
            case PRESENT -> throw refused("runtime.skipHere");
            case HOLD -> throw refused("runtime.skipHeld");
            case SKIP -> throw refused("runtime.skipSkipped");
            case FETCH, PARTIAL, FAILED -> skip(entry, prior, Objects.requireNonNullElse(wish.because(), "").strip());
        }
        return true;
    }

    private void skip(BookEntry entry, AppointmentPrior prior, String because) {
        HandChoice choice = choice(prior, false, because);
        parts.book().choose(choice, row -> with(row, PriorState.SKIP, ByHand.skipped(choice, row.reason())));
        Patient patient = entry.appointment().item().patient();
        if (!isNeeded(choice.studyInstanceUid(), patient)) {
            parts.runner()
                    .open()
                    .stream()
                    .filter(job -> isOnlyFor(choice, patient, job))
                    .forEach(job -> parts.runner().cancel(job.id()));
        }
        parts.patients().feedback().skipped(entry.appointment().item(), prior.candidate());
    }

    /** What is ordered for others, or by hand for nobody's appointment, is not stopped. */
    static boolean isOnlyFor(HandChoice choice, Patient patient, TransferJob job) {
        return job.isWholeStudy() && job.ref().studyInstanceUid().equals(choice.studyInstanceUid())
                && choice.appointmentId().equals(job.appointmentId()) && patient.equals(job.patient());
    }

    private boolean isNeeded(String study, Patient patient) {
        return parts.book()
                .entries()
                .stream()
                .filter(entry -> entry.appointment().item().patient().equals(patient))
                .flatMap(entry -> entry.priors().stream())
                .anyMatch(prior -> prior.state() == PriorState.FETCH
                        && prior.ref().studyInstanceUid().equals(study));
    }

    long take(TakePrior wish) throws CommandFailedException {
        BookEntry entry = entry(wish.appointmentId());
        AppointmentPrior prior = prior(entry, wish.studyUid());
        if (prior.state() == PriorState.PRESENT || prior.ref().isLocal()) {
            throw refused("runtime.takeHere");
        }
        if (prior.state() == PriorState.HOLD) {
            throw refused("runtime.takeHeld", prior.reason().text());
        }
        if (!prior.ref().source().equals(wish.source())) {
            throw refused("runtime.unknownPrior");
        }
        requireSamePatient(entry, prior);
        parts.book()
                .choose(choice(prior, true, ""),
                        row -> row.with(PriorState.FETCH, row.candidate().instances(), 0, reasonToTake(row)));
        TransferJob job = parts.runner()
                .submit(Orders.byHand(entry.appointment().item(), prior.candidate(), parts.clock().now()));
        parts.patients().feedback().fetched(entry.appointment().item(), prior.candidate());
        return job.id();
    }

    private static Reason reasonToTake(AppointmentPrior row) {
        return row.state() == PriorState.SKIP ? ByHand.taken(row.reason()) : row.reason();
    }

    /** Who is doubtful waits for a person, now that the study is wanted; who is somebody else stays away. */
    private void requireSamePatient(BookEntry entry, AppointmentPrior prior) throws CommandFailedException {
        var item = entry.appointment().item();
        switch (parts.policy().identify(item, prior.candidate()).identity()) {
            case IdentityDecision.Accept _ -> {
            }
            case IdentityDecision.Hold hold -> {
                parts.book()
                        .choose(choice(prior, true, ""), row -> with(row, PriorState.HOLD, hold.reason()));
                throw refused("runtime.takeHeld", hold.reason().text());
            }
            case IdentityDecision.Refuse refuse ->
                throw refused("runtime.notTheSamePatient", refuse.reason().text());
        }
    }

    private BookEntry entry(String appointmentId) throws CommandFailedException {
        return parts.book().find(appointmentId).orElseThrow(() -> refused("runtime.unknownAppointment"));
    }

    private static AppointmentPrior prior(BookEntry entry, String studyUid) throws CommandFailedException {
        return entry.prior(studyUid).orElseThrow(() -> refused("runtime.unknownPrior"));
    }

    private static HandChoice choice(AppointmentPrior prior, boolean wanted, String because) {
        return new HandChoice(prior.appointmentId(), prior.ref().studyInstanceUid(), wanted, because);
    }

    private static AppointmentPrior with(AppointmentPrior row, PriorState state, Reason reason) {
        return row.with(state, row.expected(), row.delivered(), reason);
    }

    private static CommandFailedException refused(String key, Object... args) {
        return new CommandFailedException(Message.of(key, args));
    }
}
