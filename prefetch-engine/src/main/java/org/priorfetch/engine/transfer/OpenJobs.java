package org.priorfetch.engine.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;

/** The open jobs, which of them are under way, and which may begin. Guarded by its owner. */
final class OpenJobs {

    private final HandOrder order;
    private final SourceGates gates;
    private final Map<Long, TransferJob> open = new HashMap<>();
    private final Map<Long, RunningTransfer> running = new HashMap<>();
    private Pause pause = Pause.NONE;
    private boolean closed;

    OpenJobs(HandOrder order, SourceGates gates) {
        this.order = order;
        this.gates = gates;
    }

    SourceGates gates() {
        return gates;
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    void put(TransferJob job) {
        open.put(job.id(), job);
    }

    /** Takes out a job that waits, or breaks one off that is under way; null where there is none. */
    @Nullable
    TransferJob stop(long id) {
        RunningTransfer transfer = running.get(id);
        if (transfer == null) {
            return open.remove(id);
        }
        transfer.cancellation().cancel();
        return transfer.job();
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
        return transfer != null && transfer.cancellation().isCancelled();
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
        SourceGate.Closed shut = job.state() == TransferState.QUEUED ? gates.closedFor(job, now) : null;
        return shut == null ? job : job.with(TransferState.WAITING, shut.reason(), now);
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
                || open.values().stream().allMatch(job -> gates.closedFor(job, now) != null));
    }

    /** Begins the most pressing of those that may begin; empty where none may. */
    Optional<RunningTransfer> beginNext(Instant now, Function<TransferJob, RunningTransfer> beginning) {
        if (pause(now).on()) {
            return Optional.empty();
        }
        List<TransferJob> candidates = new ArrayList<>(open.values());
        candidates.removeIf(job -> isUnderWay(job) || gates.closedFor(job, now) != null || !hasRoom(job));
        return order.sorted(candidates).stream().findFirst().map(job -> {
            TransferJob begun = job.withAttempt(now);
            RunningTransfer transfer = beginning.apply(begun);
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

    private boolean hasRoom(TransferJob job) {
        return JobRoom.isFor(job, moving -> gates.hasRoom(job, moving), running.values());
    }

    /** The try is over. */
    void leave(TransferJob ended) {
        running.remove(ended.id());
        if (ended.state().isTerminal()) {
            open.remove(ended.id());
        } else {
            open.put(ended.id(), ended);
        }
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
