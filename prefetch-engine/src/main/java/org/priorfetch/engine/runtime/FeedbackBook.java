package org.priorfetch.engine.runtime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.PastAppointment;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.PriorFeedback;
import org.priorfetch.engine.model.PriorFeedback.Kind;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.Ranking;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.SkipReason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.FeedbackRepository;
import org.priorfetch.engine.prior.RelevanceRanker;
import org.priorfetch.engine.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what people do with studies by hand, beside what the rules say of them. What could not be written is missed
 * later and hinders nobody now.
 */
final class FeedbackBook {

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackBook.class);

    private final FeedbackRepository repository;
    private final AppointmentBook book;
    private final RelevanceRanker ranker;
    private final RelevanceRules rules;
    private final Clock clock;
    private final Supplier<String> person;

    FeedbackBook(FeedbackRepository repository, AppointmentBook book, RelevanceRanker ranker, RelevanceRules rules,
            Clock clock, Supplier<String> person) {
        this.repository = repository;
        this.book = book;
        this.ranker = ranker;
        this.rules = rules;
        this.clock = clock;
        this.person = person;
    }

    /** A person fetches a study; where somebody had skipped it and the rules take it, that is only taken back. */
    void fetched(WorklistItem item, PriorCandidate study) {
        if (!study.ref().isOnMedia()) { // what somebody brings along is no candidate of any rule
            quietly(() -> replace(item, study, Kind.FETCHED, Kind.SKIPPED));
        }
    }

    /** A person fetches a study for no appointment. It is for the one that lists it; of several, nobody can tell which. */
    void fetched(PriorCandidate study) {
        List<BookEntry> listing = book.entries()
                .stream()
                .filter(entry -> PastDays.past(entry).candidates().stream().anyMatch(known -> isSame(known, study)))
                .toList();
        if (listing.size() == 1) {
            fetched(listing.getFirst().appointment().item(), study);
        }
    }

    /** A person does not want a study; where somebody had fetched it against the rules, that is only taken back. */
    void skipped(WorklistItem item, PriorCandidate study) {
        quietly(() -> replace(item, study, Kind.SKIPPED, Kind.FETCHED));
    }

    /** The same for a transfer of a whole study, where it is one of a followed appointment. */
    void skipped(TransferJob job) {
        String id = job.appointmentId();
        if (id != null && job.isWholeStudy()) {
            book.find(id).ifPresent(entry -> skipped(entry.appointment().item(), job.candidate()));
        }
    }

    /** A person wants a transfer after all; where it had been stopped by hand, that is taken back. */
    void wantedAgain(TransferJob job) {
        String id = job.appointmentId();
        if (id != null) {
            quietly(() -> repository.takeBack(id, job.ref().studyInstanceUid(), Kind.SKIPPED));
        }
    }

    /** A person opens a study in the viewer; answers whether it is one of the appointment. */
    boolean opened(String appointmentId, String studyUid) {
        BookEntry entry = book.find(appointmentId).orElse(null);
        AppointmentPrior prior = entry == null ? null : entry.prior(studyUid).orElse(null);
        if (entry == null || prior == null) {
            return false;
        }
        quietly(() -> repository.add(feedback(entry.appointment().item(), prior.candidate(), Kind.OPENED)));
        return true;
    }

    private void replace(WorklistItem item, PriorCandidate study, Kind now, Kind before) {
        String uid = study.ref().studyInstanceUid();
        boolean takesBack = repository.of(item.appointmentId())
                .stream()
                .anyMatch(known -> known.kind() == before && known.studyInstanceUid().equals(uid));
        if (takesBack) {
            repository.takeBack(item.appointmentId(), uid, before);
        }
        PriorFeedback feedback = feedback(item, study, now);
        boolean againstTheRules = feedback.taken() != feedback.isWanted();
        if (!takesBack || againstTheRules) {
            repository.add(feedback);
        }
    }

    private PriorFeedback feedback(WorklistItem item, PriorCandidate study, Kind kind) {
        Ranking ranking = ranking(item, study);
        RankedPrior taken = ranking.relevant()
                .stream()
                .filter(prior -> isSame(prior.candidate(), study))
                .findFirst()
                .orElse(null);
        return new PriorFeedback(clock.now(), person.get(), kind, item.appointmentId(), item.scheduledStart(),
                item.requestedProcedureDescription(), ranker.examined(item), study, ranker.examined(study),
                taken != null, taken == null ? refusal(ranking, study) : taken.reason());
    }

    private static Reason refusal(Ranking ranking, PriorCandidate study) {
        return ranking.skipped()
                .stream()
                .filter(skip -> isSame(skip.candidate(), study))
                .map(SkipReason::reason)
                .findFirst()
                .orElse(new Reason(List.of()));
    }

    /** What the rules alone say, whatever people have chosen. */
    private Ranking ranking(WorklistItem item, PriorCandidate study) {
        List<PriorCandidate> candidates = new ArrayList<>(book.find(item.appointmentId())
                .map(PastDays::past)
                .map(PastAppointment::candidates)
                .orElse(List.of()));
        if (candidates.stream().noneMatch(known -> isSame(known, study))) {
            candidates.add(study);
        }
        return ranker.rank(item, candidates, rules, LocalDate.ofInstant(item.scheduledStart(), clock.zone()));
    }

    private static boolean isSame(PriorCandidate one, PriorCandidate other) {
        return one.ref().studyInstanceUid().equals(other.ref().studyInstanceUid());
    }

    private static void quietly(Runnable writing) {
        try {
            writing.run();
        } catch (StoreException failure) {
            LOG.warn("What was done with a study by hand could not be written down: {}", failure.getMessage());
        }
    }
}
