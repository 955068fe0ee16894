package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.PrefetchPlan;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.transfer.TransferRunner;

/**
 * Turns a plan into rows and jobs. What only seems to be here, by count, is proven by a job of its own, which sends nothing
 * when nothing is missing.
 */
final class PlanExecution {

    private static final Duration LEFT_ALONE = Duration.ofMinutes(30);

    private final JobRepository jobs;
    private final TransferRunner runner;
    private final Clock clock;
    private final Instant begun;

    PlanExecution(JobRepository jobs, TransferRunner runner, Clock clock) {
        this.jobs = jobs;
        this.runner = runner;
        this.clock = clock;
        this.begun = clock.now();
    }

    /** The rows of the appointment as they stand before any job has moved. */
    List<AppointmentPrior> rows(Appointment appointment, PrefetchPlan plan) {
        Map<String, TransferJob> ended = endedJobs(appointment);
        Map<String, PriorCandidate> unproven = new HashMap<>();
        plan.unproven().forEach(copy -> unproven.putIfAbsent(studyOf(copy), copy.candidate()));
        List<AppointmentPrior> rows = new ArrayList<>();
        for (AppointmentPrior row : plan.priorsOf(appointment.id())) {
            rows.add(row(row, unproven.get(row.ref().studyInstanceUid()),
                    ended.get(row.ref().studyInstanceUid())));
        }
        return rows;
    }

    private static AppointmentPrior row(AppointmentPrior row, @Nullable PriorCandidate copy,
            @Nullable TransferJob ended) {
        boolean unproven = copy != null && row.state() == PriorState.PRESENT;
        boolean wanted = row.state() == PriorState.FETCH || unproven;
        if (!wanted) {
            return row;
        }
        if (ended != null) {
            return JobRows.after(ended, row);
        }
        PriorCandidate candidate = copy == null ? row.candidate() : copy;
        return new AppointmentPrior(row.appointmentId(), candidate, PriorState.FETCH, candidate.instances(), 0,
                row.score(), row.reason());
    }

    /** Orders what is still to be fetched or proven. */
    void order(Appointment appointment, PrefetchPlan plan) {
        Map<String, TransferJob> ended = endedJobs(appointment);
        Stream.concat(plan.fetch().stream(), plan.unproven().stream())
                .filter(prior -> !ended.containsKey(studyOf(prior)))
                .forEach(prior -> runner.submit(job(appointment.item(), prior)));
    }

    private TransferJob job(WorklistItem item, RankedPrior prior) {
        Instant now = clock.now();
        return new TransferJob(TransferJob.UNSAVED, item.appointmentId(), item.patient(), prior.candidate(),
                item.urgency(), item.scheduledStart(), TransferState.QUEUED, 0, now, prior.candidate().instances(), 0,
                0, null, now);
    }

    /**
     * Jobs of this appointment that need not be done again: proven ones, those that wait for a person, and for a while those
     * that failed in this run of the program.
     */
    private Map<String, TransferJob> endedJobs(Appointment appointment) {
        Map<String, TransferJob> ended = new HashMap<>();
        for (TransferJob job : jobs.ofAppointment(appointment.id())) {
            boolean lasting = switch (job.state()) {
                case COMPLETE, HELD, CANCELLED -> true;
                case FAILED, PARTIAL -> job.updated().isAfter(triedAgainBefore());
                case QUEUED, WAITING, RUNNING, VERIFYING -> false;
            };
            boolean samePatient = appointment.item().patient().equals(job.patient());
            if (lasting && samePatient && !job.updated().isBefore(appointment.changed())) {
                ended.putIfAbsent(job.ref().studyInstanceUid(), job);
            }
        }
        return ended;
    }

    private Instant triedAgainBefore() {
        Instant lately = clock.now().minus(LEFT_ALONE);
        return lately.isAfter(begun) ? lately : begun;
    }

    private static String studyOf(RankedPrior prior) {
        return prior.candidate().ref().studyInstanceUid();
    }
}
