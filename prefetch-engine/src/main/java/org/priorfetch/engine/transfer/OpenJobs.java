package org.priorfetch.engine.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;

/** The open jobs, which of them are under way, and which may begin. Guarded by its owner. */
final class OpenJobs {

    private final HandOrder order;
    private final SourceGates gates;
    private final Predicate<String> runningOut;
    private final Map<Long, TransferJob> open = new HashMap<>();
    private final Map<Long, RunningTransfer> running = new HashMap<>();
    private final Set<Long> stoppedByHours = new HashSet<>();
    private Pause pause = Pause.NONE;
    private boolean closed;

    /**
     * @param runningOut whether lanes to the source have no work, or will soon have none
     */
    OpenJobs(HandOrder order, SourceGates gates, Predicate<String> runningOut) {
        this.order = order;
        this.gates = gates;
        this.runningOut = runningOut;
    }

    SourceGates gates() {
        return gates;
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    void put(TransferJob job) {
        open.put(job.id(), job);
        RunningTransfer transfer = running.get(job.id());
        if (transfer != null) {
            transfer.turn().isNow(job);
        }
    }

    /** Takes out a job that waits, or breaks one off that is under way; null where there is none. */
    @Nullable
    TransferJob stop(long id) {
        RunningTransfer transfer = running.get(id);
        if (transfer == null) {
            return open.remove(id);
        }
        stoppedByHours.remove(id);
        transfer.cancellation().cancel();
        return transfer.job();
    }

    /** Breaks off at the instance what may not be moved any more at this hour; it goes on later. */
    void stopOutsideHours(Instant now) {
        running.forEach((id, transfer) -> {
            boolean moving = !transfer.progress().isVerifying() && !transfer.cancellation().isCancelled();
            if (moving && gates.isOutsideHours(open.getOrDefault(id, transfer.job()), now)) {
                stoppedByHours.add(id);
                transfer.cancellation().cancel();
            }
        });
    }

    /** Whether a job that was broken off is to be taken up again. */
    boolean goesOnLater(long id) {
        return closed || stoppedByHours.contains(id);
    }

    /** A job that brings all that this one would bring; null where there is none. */
    @Nullable
    TransferJob covering(TransferJob job) {
        return open.values()
                .stream()
                .filter(known -> !isBeingCancelled(known) && known.covers(job))
                .findFirst()
                .orElse(null);
    }

    private boolean isBeingCancelled(TransferJob job) {
        RunningTransfer transfer = running.get(job.id());
        return transfer != null && transfer.cancellation().isCancelled() && !goesOnLater(job.id());
    }

    List<TransferJob> matching(Predicate<TransferJob> wanted) {
        return open.values().stream().filter(wanted).toList();
    }

    boolean isRunning(long id) {
        return running.containsKey(id);
    }

    /** Null where it is not under way. */
    @Nullable
    RunningTransfer running(long id) {
        return running.get(id);
    }

    List<RunningTransfer> running() {
        return List.copyOf(running.values());
    }

    /** All of them, as they stand now, in the order in which they would begin. */
    List<TransferJob> inOrder(Instant now) {
        return order.sorted(open.values()).stream().map(job -> current(job, now)).toList();
    }

    private TransferJob current(TransferJob job, Instant now) {
        RunningTransfer transfer = running.get(job.id());
        if (transfer != null) {
            return transfer.current(now);
        }
        SourceGate.Closed shut = job.state() == TransferState.QUEUED ? closedFor(job, now) : null;
        return shut == null ? job : job.with(TransferState.WAITING, shut.reason(), now);
    }

    private SourceGate.@Nullable Closed closedFor(TransferJob job, Instant now) {
        return gates.closedFor(job, now, this::underWay);
    }

    /** Everything goes to the PACS. */
    private long underWay(String peer) {
        return running.values()
                .stream()
                .filter(transfer -> peer.equals(StudyRef.PACS) || peer.equals(transfer.job().ref().source()))
                .mapToLong(transfer -> transfer.progress().bytes())
                .sum();
    }

    void pause(Pause wanted) {
        pause = wanted;
    }

    Pause pause(Instant now) {
        return pause.at(now);
    }

    /** Whether nothing is under way and nothing could be begun now. */
    boolean isSettled(Instant now) {
        return running.isEmpty() && (pause(now).on()
                || open.values().stream().allMatch(job -> closedFor(job, now) != null));
    }

    /** Begins the most pressing of those that may begin; empty where none may. */
    Optional<RunningTransfer> beginNext(Instant now, BiFunction<TransferJob, Turn, RunningTransfer> beginning) {
        if (pause(now).on()) {
            return Optional.empty();
        }
        List<TransferJob> candidates = new ArrayList<>(open.values());
        Map<String, Boolean> soonIdle = new HashMap<>();
        Predicate<String> once = source -> soonIdle.computeIfAbsent(source, runningOut::test);
        candidates.removeIf(job -> isUnderWay(job) || closedFor(job, now) != null || !hasRoom(job, once));
        return order.sorted(candidates).stream().findFirst().map(job -> {
            TransferJob begun = job.withAttempt(now);
            RunningTransfer transfer = beginning.apply(begun, order.turn(job));
            open.put(begun.id(), begun);
            running.put(begun.id(), transfer);
            return transfer;
        });
    }

    /** Itself, or another part of its study. */
    private boolean isUnderWay(TransferJob job) {
        return running.values().stream().anyMatch(transfer -> isSameStudy(transfer.job(), job));
    }

    static boolean isSameStudy(TransferJob one, TransferJob other) {
        return one.ref().studyInstanceUid().equals(other.ref().studyInstanceUid());
    }

    /** Nobody whom it overtakes keeps a job from its source. */
    private boolean hasRoom(TransferJob job, Predicate<String> soonIdle) {
        Turn turn = order.turn(job);
        boolean overtakes = turn.overtakes();
        List<RunningTransfer> besides = running.values()
                .stream()
                .filter(transfer -> !overtakes || transfer.turn().overtakes())
                .toList();
        String source = job.ref().source();
        boolean together = besides.stream()
                .anyMatch(transfer -> transfer.job().ref().source().equals(source)
                        && transfer.turn().isAsPressingAs(turn));
        return JobRoom.isFor(job, asking -> gates.hasRoom(job, asking, together || soonIdle.test(source)), besides);
    }

    /** As due and as urgent as it has become since it began. */
    TransferJob asPressing(TransferJob begun) {
        TransferJob known = open.getOrDefault(begun.id(), begun);
        return begun.dueAt(known.due(), known.urgency());
    }

    /** The try is over. Answers what remains of the job: nothing, where it was to go on but has been cancelled meanwhile. */
    TransferJob leave(TransferJob ended, Instant now) {
        boolean cancelled = !ended.state().isTerminal() && isBeingCancelled(ended);
        running.remove(ended.id());
        stoppedByHours.remove(ended.id());
        if (ended.state().isTerminal() || cancelled) {
            open.remove(ended.id());
        } else {
            open.put(ended.id(), ended);
        }
        return cancelled ? cancelled(ended, now) : ended;
    }

    /** One that somebody has stopped. */
    static TransferJob cancelled(TransferJob job, Instant now) {
        return job.with(TransferState.CANCELLED, Reason.of("transfer.cancelled"), now);
    }

    boolean isClosed() {
        return closed;
    }

    /** Nothing begins any more; what is under way is broken off at the instance. */
    void close() {
        closed = true;
        running.values().forEach(transfer -> transfer.cancellation().cancel());
    }
}
