package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.ReviewCommand.Decide;
import org.priorfetch.engine.api.ReviewCommand.DecisionAnswer;
import org.priorfetch.engine.api.ReviewCommand.PlacedStudy;
import org.priorfetch.engine.api.ReviewCommand.Withdrawal;
import org.priorfetch.engine.api.ReviewItem.ConcernedStudy;
import org.priorfetch.engine.api.ReviewItem.DoubtfulPatient;
import org.priorfetch.engine.identity.RememberedDecisions;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientDecision;
import org.priorfetch.engine.model.PatientDecision.Verdict;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;

/** Takes the answers of people about doubtful patients, and draws the consequences. */
final class PatientQuestions {

    private final EngineParts parts;

    PatientQuestions(EngineParts parts) {
        this.parts = parts;
    }

    DecisionAnswer decide(Decide wish) throws CommandFailedException {
        ReviewDesk.requireReason(wish.reason());
        DoubtfulPatient doubt = parts.reviews()
                .doubt(wish.itemId())
                .orElseThrow(() -> new CommandFailedException(Message.of("review.gone")));
        return switch (wish.choice()) {
            case SAME -> decide(doubt, Verdict.SAME, wish.reason());
            case DIFFERENT -> decide(doubt, Verdict.DIFFERENT, wish.reason());
            case LATER -> askLater(doubt, wish.until(), wish.reason());
        };
    }

    private DecisionAnswer askLater(DoubtfulPatient doubt, @Nullable Instant until, String why)
            throws CommandFailedException {
        if (until == null) {
            throw new CommandFailedException(Message.of("review.untilMissing"));
        }
        parts.decisions().putAside(doubt.id(), until, why);
        return new DecisionAnswer(null);
    }

    private DecisionAnswer decide(DoubtfulPatient doubt, Verdict verdict, String why) {
        PatientDecision decision = parts.decisions()
                .decide(doubt.local(), doubt.source(), doubt.found(), verdict, why, studiesOf(doubt));
        parts.decisions().takeUp(doubt.id());
        RememberedDecisions onlyThis = onlyThis(decision);
        for (TransferJob job : parts.transfers().troubled().all()) {
            if (job.state() == TransferState.HELD && concerns(onlyThis, job) && ReviewItems.isDoubt(job)) {
                carryOn(job, decision);
            }
        }
        searchAgain(doubt.local());
        return new DecisionAnswer(decision.id());
    }

    private static Set<String> studiesOf(DoubtfulPatient doubt) {
        return doubt.studies().stream().map(ConcernedStudy::studyUid).collect(Collectors.toSet());
    }

    private void carryOn(TransferJob held, PatientDecision decision) {
        if (decision.verdict() == Verdict.SAME) {
            parts.runner().retry(held.id());
        } else {
            parts.runner().giveUp(held.id(), parts.decisions().refusal(decision));
        }
        parts.repositories().jobs().find(held.id()).ifPresent(parts.book()::override);
    }

    /** Decisions that the hospital's own changes have overtaken are to be made anew; the feed that told so stands in for a person. */
    void forget(Collection<PatientKey> touched, String feed) {
        parts.decisions().forget(touched, parts.site().pacs().issuer(), feed).forEach(this::undone);
    }

    /** What runs because of it is stopped by the check of its next instance; what was refused is looked at again. */
    Withdrawal withdraw(long decisionId) throws CommandFailedException {
        PatientDecision decision = parts.decisions()
                .withdraw(decisionId)
                .orElseThrow(() -> new CommandFailedException(Message.of("review.noSuchDecision")));
        return undone(decision);
    }

    private Withdrawal undone(PatientDecision decision) {
        List<PlacedStudy> toUndo = new ArrayList<>();
        for (TransferJob job : jobs(decision)) {
            if (decision.verdict() == Verdict.SAME) {
                int instances = parts.repositories().jobs().delivered(job.id()).size();
                if (instances > 0) {
                    toUndo.add(new PlacedStudy(job.ref(), job.candidate().studyDescription(), instances));
                }
            } else if (PatientDecision.isRefusal(job.reason()) && isFollowed(job)) {
                parts.runner().retry(job.id());
                parts.repositories().jobs().find(job.id()).ifPresent(parts.book()::override);
            }
        }
        searchAgain(decision.local());
        return new Withdrawal(toUndo);
    }

    private List<TransferJob> jobs(PatientDecision decision) {
        RememberedDecisions onlyThis = onlyThis(decision);
        return parts.repositories()
                .jobs()
                .ofFoundPatient(decision.source(), decision.found().key().patientId())
                .stream()
                .filter(job -> concerns(onlyThis, job))
                .toList();
    }

    private boolean isFollowed(TransferJob job) {
        String appointment = job.appointmentId();
        return appointment == null || parts.book().find(appointment).isPresent();
    }

    private RememberedDecisions onlyThis(PatientDecision decision) {
        return RememberedDecisions.of(List.of(decision), parts.clock().zone());
    }

    private static boolean concerns(RememberedDecisions onlyThis, TransferJob job) {
        Patient local = job.patient();
        return local != null && onlyThis.about(local, job.ref(), job.candidate().patient()).isPresent();
    }

    private void searchAgain(Patient local) {
        parts.book()
                .appointments()
                .stream()
                .filter(appointment -> appointment.item().patient().equals(local))
                .map(Appointment::id)
                .forEach(parts.searches()::again);
    }
}
