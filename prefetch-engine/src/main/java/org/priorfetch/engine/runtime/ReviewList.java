package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.ReviewItem;
import org.priorfetch.engine.api.ReviewItem.ConcernedAppointment;
import org.priorfetch.engine.api.ReviewItem.DoubtfulPatient;
import org.priorfetch.engine.api.ReviewItem.TroubledStudy;
import org.priorfetch.engine.api.Reviews;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.runtime.ReviewItems.Doubt;

/** What waits for a person: held candidates and transfers in trouble, grouped by the question that they ask. */
final class ReviewList {

    private static final int MOST = 500;

    /** The items with all that they were made from. */
    private record Made(List<BookEntry> entries, List<TransferJob> jobs, long changes, List<ReviewItem> items) {}

    private final Supplier<List<BookEntry>> entries;
    private final Supplier<List<TransferJob>> troubled;
    private final DecisionBook decisions;
    private final ReviewItems items;
    private final Clock clock;
    private Made made = new Made(List.of(), List.of(), -1, List.of());

    /** @param severalSources whether there is another source to fetch from */
    ReviewList(Supplier<List<BookEntry>> entries, Supplier<List<TransferJob>> troubled, DecisionBook decisions,
            Clock clock, boolean severalSources) {
        this.entries = entries;
        this.troubled = troubled;
        this.decisions = decisions;
        this.items = new ReviewItems(decisions, severalSources);
        this.clock = clock;
    }

    Reviews read() {
        List<ReviewItem> all = items();
        return new Reviews(sorted(all, DoubtfulPatient.class), sorted(all, TroubledStudy.class));
    }

    /** How many items wait that nobody has put off. */
    int count() {
        Instant now = clock.now();
        return (int) items().stream().filter(item -> !item.rests(now)).count();
    }

    Optional<DoubtfulPatient> doubt(String id) {
        return find(id, DoubtfulPatient.class);
    }

    Optional<TroubledStudy> trouble(String id) {
        return find(id, TroubledStudy.class);
    }

    private <T extends ReviewItem> Optional<T> find(String id, Class<T> type) {
        return items().stream()
                .filter(item -> item.id().equals(id))
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private <T extends ReviewItem> List<T> sorted(List<ReviewItem> all, Class<T> type) {
        Instant now = clock.now();
        return all.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(item -> !isDone(item))
                .sorted(Comparator.comparing((T item) -> item.rests(now))
                        .thenComparing(ReviewList::firstStart)
                        .thenComparing(ReviewItem::id))
                .limit(MOST)
                .toList();
    }

    /** Put off for ever. */
    private static boolean isDone(ReviewItem item) {
        return item.setAside() != null && Objects.requireNonNull(item.setAside()).until() == null;
    }

    private static Instant firstStart(ReviewItem item) {
        return item.appointments().stream().map(ConcernedAppointment::scheduledStart).findFirst().orElse(Instant.MAX);
    }

    /** Asked with each snapshot, and made anew only when something has changed. Whether an item rests is told by the clock. */
    private synchronized List<ReviewItem> items() {
        long changes = decisions.changes(); // before they are read
        List<BookEntry> followed = entries.get();
        List<TransferJob> jobs = troubled.get();
        if (made.changes() != changes || !made.jobs().equals(jobs) || !made.entries().equals(followed)) {
            made = new Made(followed, jobs, changes, items(followed, jobs));
        }
        return made.items();
    }

    private List<ReviewItem> items(List<BookEntry> followed, List<TransferJob> jobs) {
        Map<Doubt, ReviewItems.DoubtDraft> doubts = new LinkedHashMap<>();
        List<TroubledStudy> troubles = new ArrayList<>();
        for (TransferJob job : jobs) {
            List<BookEntry> concerned = concerned(job, followed);
            if (job.appointmentId() == null || !concerned.isEmpty()) {
                Patient local = job.patient();
                if (job.state() == TransferState.HELD && local != null && ReviewItems.isDoubt(job)) {
                    items.add(new Doubt(local, job.ref().source(), job.candidate().patient()), job, concerned, doubts);
                } else {
                    troubles.add(items.trouble(job, concerned));
                }
            }
        }
        for (BookEntry entry : followed) {
            entry.priors()
                    .stream()
                    .filter(prior -> prior.state() == PriorState.HOLD && !isTransfer(prior, entry, jobs))
                    .forEach(prior -> addRow(prior, entry, doubts, troubles));
        }
        return Stream.<ReviewItem>concat(items.finished(doubts), troubles.stream()).toList();
    }

    private void addRow(AppointmentPrior prior, BookEntry entry, Map<Doubt, ReviewItems.DoubtDraft> doubts,
            List<TroubledStudy> troubles) {
        Patient local = entry.appointment().item().patient();
        Doubt doubt = new Doubt(local, prior.ref().source(), prior.candidate().patient());
        if (!ReviewItems.isDoubt(prior.candidate(), prior.reason())) {
            items.addConflict(prior, entry, troubles);
        } else if (decisions.remembered().about(local, prior.ref(), doubt.found()).isEmpty()) {
            items.add(doubt, prior, entry, doubts);
        }
    }

    /** The appointments that wait for what the job was to bring. */
    private static List<BookEntry> concerned(TransferJob job, List<BookEntry> followed) {
        return followed.stream()
                .filter(entry -> entry.isOfPatient(job))
                .filter(entry -> entry.priors().stream().anyMatch(prior -> isWaiting(prior, job)))
                .toList();
    }

    private static boolean isWaiting(AppointmentPrior prior, TransferJob job) {
        return prior.state().isTrouble() && prior.ref().studyInstanceUid().equals(job.ref().studyInstanceUid());
    }

    private static boolean isTransfer(AppointmentPrior prior, BookEntry entry, List<TransferJob> jobs) {
        @Nullable
        Patient local = entry.appointment().item().patient();
        return jobs.stream()
                .anyMatch(job -> job.state() == TransferState.HELD && Objects.equals(local, job.patient())
                        && job.ref().studyInstanceUid().equals(prior.ref().studyInstanceUid()));
    }
}
