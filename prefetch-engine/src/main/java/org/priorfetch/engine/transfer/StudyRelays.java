package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.InstanceSpool;
import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.port.LedgerRepository;
import org.priorfetch.engine.port.StudyMover;

/** Relays studies between the peers of a site, and writes into the ledger what was done. */
public final class StudyRelays {

    private static final Duration LEDGER_LOOKED_BACK = Duration.ofDays(30);

    /** What was entered in this very moment, or before the computer's clock was set back, counts too. */
    private static final Duration LEDGER_LOOKED_AHEAD = Duration.ofDays(1);

    private final Map<String, RelayPeers> peers;
    private final Map<String, SourceLanes> lanes;
    private final Map<String, StudyMover> movers;
    private final Samples samples;
    private final ImportPolicy policy;
    private final JobRepository jobs;
    private final LedgerRepository ledger;
    private final Clock clock;
    private final TryListener listener;
    private final NearlineLanes nearline = new NearlineLanes();

    /** Where nothing goes straight to the PACS, and nobody listens. */
    public StudyRelays(Map<String, RelayPeers> peers, InstanceSpool spool, ImportPolicy policy, JobRepository jobs,
            LedgerRepository ledger, Clock clock) {
        this(peers, Map.of(), new Samples(spool), policy, jobs, ledger, clock, TryListener.NOBODY);
    }

    /**
     * Between all peers of a site.
     *
     * @param peers by the name of the source; looked at for every study
     * @param movers of the sources whose studies go straight to the PACS, because the admin has set it so
     * @param listener hears where the time of each try went
     */
    public StudyRelays(Map<String, RelayPeers> peers, Map<String, StudyMover> movers, InstanceSpool spool,
            ImportPolicy policy, JobRepository jobs, LedgerRepository ledger, Clock clock, TryListener listener) {
        this(peers, movers, new Samples(spool), policy, jobs, ledger, clock, listener);
    }

    StudyRelays(Map<String, RelayPeers> peers, Map<String, StudyMover> movers, Samples samples, ImportPolicy policy,
            JobRepository jobs, LedgerRepository ledger, Clock clock, TryListener listener) {
        this.listener = listener;
        this.movers = Map.copyOf(movers);
        this.peers = Collections.unmodifiableMap(peers);
        this.lanes = peers.keySet()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), this::lanesOf));
        this.samples = samples;
        this.policy = policy;
        this.jobs = jobs;
        this.ledger = ledger;
        this.clock = clock;
    }

    private SourceLanes lanesOf(String source) {
        return new SourceLanes(new AdaptiveLanes(() -> lanesTo(source)));
    }

    private int lanesTo(String source) {
        RelayPeers now = peers.get(source);
        return now == null ? 1 : now.lanes();
    }

    /** Whether lanes to the source have no work, or will soon have none. */
    boolean isRunningOut(String source) {
        SourceLanes shared = lanes.get(source);
        return shared != null && shared.isRunningOut();
    }

    /** Somebody has a question to the source, and waits for images to end. */
    public void makeWay(String source) {
        SourceLanes shared = lanes.get(source);
        if (shared != null) {
            shared.makeWay();
        }
    }

    /** How many lanes to the source there are now. */
    int lanes(String source) {
        SourceLanes shared = lanes.get(source);
        return shared == null ? 1 : shared.count();
    }

    /** Of those, how many one job may use: what goes straight to the PACS is asked for list by list. */
    int lanesOfOne(String source) {
        return movers.containsKey(source) ? 1 : lanes(source);
    }

    RelayResult relay(TransferJob job, JobProgress progress, Cancellation cancellation) {
        return relay(new RunningTransfer(job, progress, clock.now(), cancellation, Turn.of(job)));
    }

    RelayResult relay(RunningTransfer transfer) {
        String source = transfer.job().ref().source();
        RelayPeers between = peers.get(source);
        SourceLanes shared = lanes.get(source);
        if (between == null || shared == null) {
            return RelayResult.nothingDone(
                    new TransferOutcome.Failed(Reason.of("transfer.unknownSource", source)));
        }
        Instant begun = clock.now();
        JobProgress progress = transfer.progress();
        RelayResult result = carry(between, shared, transfer)
                .within(Duration.between(begun, clock.now()));
        listener.tried(transfer.job(), progress.times().split(), slowBecause(transfer.job(), progress),
                result.outcome() instanceof TransferOutcome.Complete);
        return result;
    }

    private RelayResult carry(RelayPeers between, SourceLanes shared, RunningTransfer transfer) {
        TransferJob job = transfer.job();
        StudyMover mover = movers.get(job.ref().source());
        if (mover != null) {
            return new DirectRelay(between, mover, policy, jobs, clock, job, transfer.progress(),
                    transfer.cancellation()).run();
        }
        RelayPeers chosen = between.with(between.retriever().forStudy(job, transfer.progress()::way));
        // what waits for a slow store must hold up nobody on the lanes that others share
        SourceLanes ownOrShared = job.candidate().availability().isSlow() ? lanesOf(job.ref().source()) : shared;
        try (InstanceSpool.Tally tally = samples.spool().tally(job.ref().studyInstanceUid())) {
            transfer.progress().countIn(tally);
            return new StudyRelay(nearline.between(job, chosen), samples, policy, jobs, clock, transfer,
                    new JobLanes(ownOrShared, transfer.turn(), transfer.progress().times())).run();
        }
    }

    /** What the transfer spends most of its time on; null while there is nothing to be said. */
    @Nullable
    Reason slowBecause(TransferJob job, JobProgress progress) {
        String source = job.ref().source();
        RelayPeers between = peers.get(source);
        return between == null ? null
                : SlowBecause.of(progress.times().split(), source, between.lanes(),
                        progress.times().cameOneAtATime(), progress.bytes());
    }

    /** What carried nothing is not worth an entry. */
    void record(TransferJob ended, RelayResult result) {
        if (result.instances() > 0 || result.bytesTwice() > 0) {
            ledger.append(new LedgerEntry(clock.now(), ended.ref().studyInstanceUid(), ended.ref().source(),
                    ended.appointmentId(), patientIdOf(ended), result.instances(), result.bytes(), ended.state(),
                    result.changes(), result.took(), movers.containsKey(ended.ref().source()),
                    result.bytesTwice()));
        }
    }

    private static String patientIdOf(TransferJob job) {
        Patient patient = job.patient() == null ? job.candidate().patient() : job.patient();
        return patient.key().patientId();
    }

    /** What had come of the job, and was neither delivered nor kept, when the program was killed; told once. */
    long carriedInVain(TransferJob job) {
        return samples.spool().leftBehind(job.ref().studyInstanceUid());
    }

    /**
     * Enters what a try had delivered when the program was killed in it.
     *
     * @param bytesTwice what had come besides, and has to come again
     */
    void recordInterrupted(TransferJob job, long bytesTwice) {
        List<LedgerEntry> entered = entered(job);
        int instances = jobs.delivered(job.id()).size() - entered.stream().mapToInt(LedgerEntry::instances).sum();
        long bytes = jobs.deliveredBytes(job.id()) - entered.stream().mapToLong(LedgerEntry::bytes).sum();
        RelayResult result = instances > 0
                ? new RelayResult(new TransferOutcome.Cancelled(), instances, Math.max(bytes, 0),
                        jobs.notedChanges(job.id()), Duration.ZERO)
                : RelayResult.nothingDone(new TransferOutcome.Cancelled());
        record(job.with(TransferState.QUEUED, null, clock.now()), result.carriedTwice(bytesTwice));
    }

    private List<LedgerEntry> entered(TransferJob job) {
        return ledger.between(clock.now().minus(LEDGER_LOOKED_BACK), clock.now().plus(LEDGER_LOOKED_AHEAD))
                .stream()
                .filter(entry -> entry.studyInstanceUid().equals(job.ref().studyInstanceUid()))
                .filter(entry -> entry.source().equals(job.ref().source()))
                .toList();
    }
}
