package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.PrefetchPlan;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.runtime.PriorSearch.Findings;
import org.priorfetch.engine.transfer.TransferRunner;

/**
 * Turns a plan into rows and jobs. What only seems to be here, by count, is proven by a job of its own, which sends nothing
 * when nothing is missing.
 */
final class PlanExecution {

    private static final Duration LEFT_ALONE = Duration.ofHours(6);
    private static final Duration LOOKS_KEPT = Duration.ofDays(2);

    /**
     * @param orders what must be fetched or proven by a new job
     */
    private record Draft(List<AppointmentPrior> rows, List<PriorCandidate> orders) {}

    private final AppointmentBook book;
    private final JobRepository jobs;
    private final TransferRunner runner;
    private final LateImages late;
    private final Clock clock;
    private final Instant begun;
    /** Jobs by appointment that were ordered while somebody was still being asked. */
    private final Map<String, Set<Long>> begunEarly = new ConcurrentHashMap<>();

    PlanExecution(AppointmentBook book, JobRepository jobs, TransferRunner runner, LateImages late, Clock clock) {
        this.late = late;
        this.book = book;
        this.jobs = jobs;
        this.runner = runner;
        this.clock = clock;
        this.begun = clock.now();
    }

    /** Notes what was found and orders what is still to be done, unless the appointment has changed meanwhile. */
    boolean carryOut(Appointment appointment, Findings findings) {
        Appointment asked = appointment.askedAt(findings.begun(), findings.unanswered().keySet());
        late.forgetBefore(clock.now().minus(LOOKS_KEPT));
        Draft draft = draft(appointment, findings.plan(), late::of, findings.begun());
        boolean current = book.save(appointment, findings.choices(), asked, draft.rows(),
                findings.remarks());
        Set<Long> early = Objects.requireNonNullElse(begunEarly.remove(appointment.id()), Set.of());
        if (current) {
            stopHeld(appointment, draft.rows(), early);
            orderUnlessCalledOff(appointment, draft.orders());
        }
        return current;
    }

    /** What somebody who answered late states of a study may be what a person has to decide on. */
    private void stopHeld(Appointment appointment, List<AppointmentPrior> rows, Set<Long> early) {
        Set<String> held = rows.stream()
                .filter(row -> row.state() == PriorState.HOLD)
                .map(row -> row.ref().studyInstanceUid())
                .collect(Collectors.toSet());
        runner.open()
                .stream()
                .filter(job -> early.contains(job.id()) && held.contains(job.ref().studyInstanceUid()))
                .filter(job -> book.isOnlyFor(job, appointment.id()))
                .forEach(job -> runner.cancel(job.id()));
    }

    /** The same with what is known while somebody is still being asked: the appointment counts as not yet searched for. */
    void begin(Appointment appointment, Findings soFar) {
        Draft draft = draft(appointment, soFar.plan(), late::of, soFar.begun());
        if (book.saveSoFar(appointment, soFar.choices(), draft.rows(), soFar.remarks())) {
            List<TransferJob> ordered = orderUnlessCalledOff(appointment, draft.orders());
            begunEarly.put(appointment.id(), ordered.stream().map(TransferJob::id).collect(Collectors.toSet()));
        }
    }

    private List<TransferJob> orderUnlessCalledOff(Appointment appointment, List<PriorCandidate> wanted) {
        List<TransferJob> ordered = order(appointment, wanted);
        if (book.find(appointment.id()).isEmpty()) {
            ordered.stream()
                    .filter(job -> book.isOnlyFor(job, appointment.id()))
                    .forEach(job -> runner.cancel(job.id()));
        }
        return ordered;
    }

    private List<TransferJob> order(Appointment appointment, List<PriorCandidate> wanted) {
        Set<String> taken = onTheirWayToOthers(appointment);
        return wanted.stream()
                .filter(candidate -> !taken.contains(candidate.ref().studyInstanceUid()))
                .map(candidate -> runner.submit(Orders.byRule(appointment.item(), candidate, clock.now())))
                .toList();
    }

    /**
     * Studies that another appointment of the same person has ordered, which states the patient otherwise: two feeds may write
     * a name differently, and after a merge one knows the old ID still. Whoever came first goes on; both would stop each other.
     */
    private Set<String> onTheirWayToOthers(Appointment appointment) {
        return runner.open()
                .stream()
                .filter(job -> job.patient() != null && !appointment.item().patient().equals(job.patient()))
                .filter(job -> book.isWaitedForElsewhere(job, appointment.id()))
                .map(job -> job.ref().studyInstanceUid())
                .collect(Collectors.toSet());
    }

    /** The candidates as they stand: what only seems to be here, by count, is not yet here. */
    List<AppointmentPrior> rows(Appointment appointment, PrefetchPlan plan) {
        return draft(appointment, plan, _ -> LateImages.Change.NONE, Instant.MAX).rows();
    }

    /**
     * What is to be shown and ordered.
     *
     * @param looks what has become of a study at its source since it was brought in
     * @param asked when the PACS was: what has come since does not show in the plan
     */
    private Draft draft(Appointment appointment, PrefetchPlan plan, Function<TransferJob, LateImages.Change> looks,
            Instant asked) {
        Map<String, TransferJob> ended = endedJobs(appointment);
        Map<String, PriorCandidate> copies = plan.unproven()
                .stream()
                .map(RankedPrior::candidate)
                .collect(Collectors.toMap(copy -> copy.ref().studyInstanceUid(), Function.identity(), (a, b) -> a));
        Map<String, TransferJob> open = openJobs(appointment);
        Draft draft = new Draft(new ArrayList<>(), new ArrayList<>());
        for (AppointmentPrior row : plan.priorsOf(appointment.id())) {
            String study = row.ref().studyInstanceUid();
            add(row, wanted(row, copies.get(study), open.get(study)), ended.get(study), looks, asked, draft);
        }
        return draft;
    }

    /** What is on its way for the appointment. */
    private Map<String, TransferJob> openJobs(Appointment appointment) {
        return runner.open()
                .stream()
                .filter(job -> job.isWholeStudy() && appointment.id().equals(job.appointmentId()))
                .collect(Collectors.toMap(job -> job.ref().studyInstanceUid(), Function.identity(), (a, b) -> a));
    }

    /** What the PACS holds may be only what has come until now, which nobody else can tell while the source does not answer. */
    private static @Nullable PriorCandidate wanted(AppointmentPrior row, @Nullable PriorCandidate copy,
            @Nullable TransferJob bringing) {
        if (copy != null || bringing == null || row.state() != PriorState.PRESENT) {
            return copy;
        }
        return bringing.wanted() > row.candidate().instances() ? bringing.candidate() : null;
    }

    private void add(AppointmentPrior row, @Nullable PriorCandidate copy, @Nullable TransferJob ended,
            Function<TransferJob, LateImages.Change> looks, Instant asked, Draft draft) {
        boolean unproven = copy != null && row.state() == PriorState.PRESENT;
        if (row.state() != PriorState.FETCH && !unproven) {
            draft.rows().add(row.state() == PriorState.PRESENT ? withWhatIsMissing(row) : row);
            return;
        }
        PriorCandidate wanted = copy == null ? row.candidate() : copy;
        LateImages.Change change = ended != null && ended.state() == TransferState.COMPLETE ? looks.apply(ended)
                : LateImages.Change.NONE;
        Reason reason = change.addedTo(row.reason());
        boolean cameSince = ended != null && ended.updated().isAfter(asked);
        if (ended != null && !change.incomplete() && settles(ended, wanted, unproven || cameSince)) {
            AppointmentPrior after = JobRows.after(ended, row);
            draft.rows()
                    .add(after.with(after.state(), after.expected(), after.delivered(),
                            change.addedTo(after.reason())));
        } else {
            draft.orders().add(wanted);
            draft.rows()
                    .add(new AppointmentPrior(row.appointmentId(), wanted, PriorState.FETCH, wanted.instances(), 0,
                            row.score(), reason));
        }
    }

    /** What the PACS holds, and no source lists any more, may be the part that had come when its transfer failed. */
    private AppointmentPrior withWhatIsMissing(AppointmentPrior row) {
        return jobs.lastOf(row.ref().studyInstanceUid())
                .filter(last -> last.state().isTerminal() && last.state() != TransferState.COMPLETE)
                .filter(last -> last.wanted() > row.candidate().instances())
                .map(last -> JobRows.inPart(last, row))
                .orElse(row);
    }

    /** Whether the job that has ended answers the wish: what has grown at its source since is another wish. */
    private boolean settles(TransferJob ended, PriorCandidate wanted, boolean onlyUnproven) {
        boolean asLarge = wanted.instances() < 0 || wanted.instances() == ended.expected();
        return switch (ended.state()) {
            case COMPLETE -> (onlyUnproven && asLarge) || isBroughtInPart(ended, wanted);
            case HELD, CANCELLED -> true;
            case FAILED, PARTIAL -> asLarge && ended.updated().isAfter(triedAgainBefore());
            case QUEUED, WAITING, RUNNING, VERIFYING -> false;
        };
    }

    /** Whether the rest was left out on purpose, and the source holds as much as it did then. */
    private static boolean isBroughtInPart(TransferJob complete, PriorCandidate wanted) {
        int listed = complete.candidate().instances();
        return listed == wanted.instances() && complete.expected() >= 0 && complete.expected() < listed;
    }

    /** The last job of each study for the appointment as it is now. */
    private Map<String, TransferJob> endedJobs(Appointment appointment) {
        Map<String, TransferJob> ended = new HashMap<>();
        for (TransferJob job : jobs.ofAppointment(appointment.id())) {
            boolean samePatient = appointment.item().patient().equals(job.patient());
            if (job.isWholeStudy() && samePatient && !job.updated().isBefore(appointment.changed())) {
                ended.putIfAbsent(job.ref().studyInstanceUid(), job);
            }
        }
        return ended;
    }

    private Instant triedAgainBefore() {
        Instant lately = clock.now().minus(LEFT_ALONE);
        return lately.isAfter(begun) ? lately : begun;
    }
}
