package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.DeliveryTest;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ProcedureMap;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.plan.Answers;
import org.priorfetch.engine.plan.ReadinessRule;
import org.priorfetch.engine.transfer.Pause;
import org.priorfetch.engine.transfer.TransferRunner;

/** Puts a snapshot together from what the parts know. */
final class SnapshotAssembler {

    /**
     * A transfer that moves.
     *
     * @param slowBecause what most of its time is spent on; null while there is nothing to be said
     * @param way by which way it comes, and why; null where nothing is chosen
     */
    record UnderWay(Instant begun, @Nullable Reason slowBecause, @Nullable Reason way) {

        UnderWay(Instant begun, @Nullable Reason slowBecause) {
            this(begun, slowBecause, null);
        }
    }

    /**
     * What the parts know at one moment.
     *
     * @param saidLast of transfers that have ended, why they took their time
     */
    record Parts(Instant at, Pause pause, boolean settled, List<BookEntry> entries, List<TransferJob> jobs,
            Map<Long, UnderWay> underWay, List<PeerStatus> peers, List<Alert> alerts, int needsReview,
            @Nullable DeliveryTest deliveryTest, Outlook outlook, Map<Long, Reason> saidLast) {

        /** Of an engine that never sent a test study, and foretells nothing. */
        Parts(Instant at, Pause pause, boolean settled, List<BookEntry> entries, List<TransferJob> jobs,
                Map<Long, UnderWay> underWay, List<PeerStatus> peers, List<Alert> alerts, int needsReview) {
            this(at, pause, settled, entries, jobs, underWay, peers, alerts, needsReview, null, Outlook.NONE, Map.of());
        }
    }

    /** What waits keeps the order in which it would begin. */
    private static final Comparator<TransferJob> RUNNING_FIRST = Comparator
            .comparing((TransferJob job) -> !job.state().isUnderWay())
            .thenComparing(job -> job.state().isTerminal())
            .thenComparing(job -> job.state().isTerminal() ? job.updated() : Instant.MAX, Comparator.reverseOrder());

    private record Settled(BookEntry entry, AppointmentView view) {}

    private final RateMeter rates = new RateMeter();
    private final RegionNames regions;
    private final Map<String, Settled> settled = new HashMap<>();
    private final AtomicLong sequence;
    private final LongUnaryOperator bytesTwice;

    SnapshotAssembler() {
        this(new AtomicLong(), ProcedureMap.EMPTY, id -> 0);
    }

    /**
     * Goes on counting where another one stopped.
     *
     * @param bytesTwice of a transfer, by its id
     */
    SnapshotAssembler(AtomicLong sequence, ProcedureMap procedures, LongUnaryOperator bytesTwice) {
        this.sequence = sequence;
        this.bytesTwice = bytesTwice;
        this.regions = new RegionNames(procedures);
    }

    EngineSnapshot assemble(Parts parts) {
        Map<String, TransferJob> openByStudy = parts.jobs()
                .stream()
                .filter(job -> !job.state().isTerminal() && job.isWholeStudy() && job.patient() != null)
                .collect(Collectors.toMap(job -> job.ref().studyInstanceUid(), Function.identity(), (a, b) -> a));
        Map<String, Long> bytes = bytesByStudy(parts.jobs());
        Map<Long, Long> etas = new HashMap<>();
        List<TransferView> transfers = parts.jobs()
                .stream()
                .sorted(RUNNING_FIRST)
                .map(job -> transfer(job, parts, etas))
                .toList();
        rates.keepOnly(parts.jobs().stream().map(TransferJob::id).collect(Collectors.toSet()));
        List<AppointmentView> appointments = parts.entries()
                .stream()
                .map(entry -> cached(entry, openByStudy, bytes, etas, parts.at()))
                .toList();
        Set<String> followed = parts.entries()
                .stream()
                .map(entry -> entry.appointment().id())
                .collect(Collectors.toSet());
        settled.keySet().retainAll(followed);
        regions.keepOnly(followed);
        return new EngineSnapshot(sequence.incrementAndGet(), parts.at(), parts.pause().on(), parts.settled(),
                appointments, transfers, peers(parts, PeerKind.SOURCE), peers(parts, PeerKind.WORKLIST), pacs(parts),
                parts.pause().until(), parts.alerts(), parts.needsReview(), true, parts.deliveryTest());
    }

    /** Of the last transfer of each study. */
    private static Map<String, Long> bytesByStudy(List<TransferJob> jobs) {
        return jobs.stream()
                .sorted(Comparator.comparing(TransferJob::updated))
                .collect(Collectors.toMap(job -> job.ref().studyInstanceUid(), TransferJob::bytes, (_, last) -> last));
    }

    private static List<PeerStatus> peers(Parts parts, PeerKind kind) {
        return parts.peers().stream().filter(peer -> peer.kind() == kind).toList();
    }

    private static PeerStatus pacs(Parts parts) {
        return peers(parts, PeerKind.PACS).stream()
                .findFirst()
                .orElseGet(() -> PeerStatus.unknown(PeerKind.PACS, StudyRef.PACS));
    }

    private TransferView transfer(TransferJob job, Parts parts, Map<Long, Long> etas) {
        long rate = job.state() == TransferState.RUNNING
                ? rates.bytesPerSecond(job.id(), job.bytes(), parts.at())
                : 0;
        Long foretold = parts.outlook().secondsLeft(job.id(), parts.at());
        Long eta = foretold == null || job.state().isTerminal() ? eta(job, parts) : foretold;
        if (eta != null) {
            etas.put(job.id(), eta);
        }
        UnderWay moving = job.state() == TransferState.RUNNING ? parts.underWay().get(job.id()) : null;
        TransferView view = transfer(job, rate, eta,
                moving == null ? parts.saidLast().get(job.id()) : moving.slowBecause())
                .carriedTwice(bytesTwice.applyAsLong(job.id()));
        return moving == null ? view : view.by(moving.way());
    }

    static TransferView transfer(TransferJob job, long bytesPerSecond, @Nullable Long eta,
            @Nullable Reason slowBecause) {
        return new TransferView(job.id(), job.ref().studyInstanceUid(), job.ref().source(), job.appointmentId(),
                job.candidate().studyDescription(), job.state(), job.expected(), job.delivered(), job.bytes(),
                bytesPerSecond, eta, slowBecause, job.reason(), job.updated());
    }

    /** Where nothing is foretold: as the transfer went until now. */
    private static @Nullable Long eta(TransferJob job, Parts parts) {
        UnderWay moving = parts.underWay().get(job.id());
        if (moving == null || job.delivered() <= 0 || job.expected() <= 0 || job.state() != TransferState.RUNNING) {
            return null;
        }
        double perInstance = (double) Duration.between(moving.begun(), parts.at()).toMillis() / job.delivered();
        return Math.round(perInstance * (job.expected() - job.delivered()) / 1000);
    }

    /** An appointment with nothing under way looks the same until its entry is replaced. */
    private AppointmentView cached(BookEntry entry, Map<String, TransferJob> open, Map<String, Long> bytes,
            Map<Long, Long> etas, Instant now) {
        Settled known = settled.get(entry.appointment().id());
        if (known != null && known.entry().equals(entry)) {
            return known.view();
        }
        AppointmentView view = appointment(entry, open, bytes, etas, now);
        if (entry.priors().stream().noneMatch(prior -> prior.state() == PriorState.FETCH)) {
            settled.put(view.id(), new Settled(entry, view));
        }
        return view;
    }

    private AppointmentView appointment(BookEntry entry, Map<String, TransferJob> open, Map<String, Long> bytes,
            Map<Long, Long> etas, Instant now) {
        Appointment appointment = entry.appointment();
        WorklistItem item = appointment.item();
        List<AppointmentPrior> current = entry.priors().stream().map(prior -> withProgress(prior, open)).toList();
        Long eta = eta(current, open, etas);
        return new AppointmentView(appointment.id(), item.patient(), item.modalities(),
                item.requestedProcedureDescription(), item.scheduledStart(), item.urgency(),
                verdict(appointment, current, open), eta,
                current.stream().map(prior -> prior(prior, bytes.get(prior.ref().studyInstanceUid()))).toList(),
                regions.of(item), item.location().isEmpty() ? item.stationName() : item.location(),
                item.performingPhysician(), appointment.pinned(), notes(entry),
                Outlook.isLate(eta, now, item.scheduledStart()));
    }

    /** When the last one is here; null as soon as nothing can be said of one of them. */
    private static @Nullable Long eta(List<AppointmentPrior> priors, Map<String, TransferJob> open,
            Map<Long, Long> etas) {
        Long last = null;
        for (AppointmentPrior prior : priors) {
            TransferJob job = prior.state() == PriorState.FETCH ? open.get(prior.ref().studyInstanceUid()) : null;
            if (job != null) {
                Long eta = etas.get(job.id());
                if (eta == null) {
                    return null;
                }
                last = last == null ? eta : Math.max(last, eta);
            }
        }
        return last;
    }

    private static List<Message> notes(BookEntry entry) {
        return entry.unanswered()
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(why -> why.getValue().phrases().stream())
                .distinct()
                .toList();
    }

    private static AppointmentPrior withProgress(AppointmentPrior prior, Map<String, TransferJob> open) {
        TransferJob job = open.get(prior.ref().studyInstanceUid());
        return job == null || prior.state() != PriorState.FETCH ? prior : JobRows.after(job, prior);
    }

    /** A transfer that waits because a peer failed is no progress: then the peer counts as not answering. */
    private static ReadinessVerdict verdict(Appointment appointment, List<AppointmentPrior> priors,
            Map<String, TransferJob> open) {
        List<AppointmentPrior> moving = new ArrayList<>();
        boolean stuck = false;
        for (AppointmentPrior prior : priors) {
            TransferJob job = open.get(prior.ref().studyInstanceUid());
            boolean waits = prior.state() == PriorState.FETCH && job != null && TransferRunner.isStuck(job);
            stuck |= waits;
            if (!waits) {
                moving.add(prior);
            }
        }
        boolean complete = appointment.unanswered().isEmpty() && !stuck;
        Answers answers = complete ? Answers.COMPLETE : Answers.INCOMPLETE;
        return ReadinessRule.verdict(moving, appointment.isAsked() ? answers : Answers.NOT_ASKED);
    }

    static PriorView prior(AppointmentPrior prior, @Nullable Long bytes) {
        return new PriorView(prior.ref().studyInstanceUid(), prior.ref().source(), prior.state(), prior.expected(),
                prior.delivered(), prior.score(), prior.reason(), prior.candidate().studyDescription(),
                prior.candidate().modalities(), prior.candidate().studyDate(), bytes,
                prior.candidate().availability());
    }
}
