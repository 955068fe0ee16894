package org.priorfetch.engine.transfer;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.SourceRoom;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;

/** What each peer bears now. Guarded by its owner. */
final class SourceGates {

    private final Map<String, SourceGate> gates = new HashMap<>();
    private final SourceGate pacs;
    private final ZoneId zone;

    /**
     * @param budgets of the sources by name, and of the PACS under {@link StudyRef#PACS}
     */
    SourceGates(Map<String, SourceBudget> budgets, ZoneId zone) {
        this.zone = zone;
        budgets.forEach((name, budget) -> gates.put(name, new SourceGate(name, budget, zone)));
        this.pacs = of(StudyRef.PACS);
    }

    /** From now on each peer bears this. */
    void change(Map<String, SourceBudget> budgets) {
        budgets.forEach((name, budget) -> of(name).change(budget));
    }

    /**
     * Why the job must wait; null when it need not.
     *
     * @param underWay bytes that the transfers which are under way have carried until now, by the name of the peer
     */
    SourceGate.@Nullable Closed closedFor(TransferJob job, Instant now, ToLongFunction<String> underWay) {
        if (job.notBefore().isAfter(now)) {
            return new SourceGate.Closed(job.notBefore(), Reason.of("transfer.again"));
        }
        SourceGate.Closed byPacs = pacs.closedFor(job, now, underWay);
        return byPacs == null ? of(job).closedFor(job, now, underWay) : byPacs;
    }

    /** Whether a job that is under way may not go on at this hour. */
    boolean isOutsideHours(TransferJob job, Instant now) {
        return pacs.closedByHours(job, now) != null || of(job).closedByHours(job, now) != null;
    }

    /**
     * @param asking jobs of the same source that have images to ask for
     * @param runningOut whether they leave lanes without work, or soon will
     */
    boolean hasRoom(TransferJob job, long asking, boolean runningOut) {
        return of(job).hasRoom(asking, runningOut);
    }

    /** How many jobs of the source run side by side, by its lanes. */
    SourceRoom room(String source, int lanes, int lanesOfOne) {
        return of(source).room(lanes, lanesOfOne);
    }

    void behaved(TransferJob job) {
        of(job).behaved();
        pacs.behaved();
    }

    /** @param begun when the try began that failed */
    void failed(TransferOutcome.Postponed postponed, TransferJob job, Instant begun, Instant now, BackOff backOff) {
        SourceGate gate = gates.getOrDefault(postponed.peer(), of(job));
        if (postponed.ofStudy()) {
            gate.failedWith(job.ref().studyInstanceUid(), begun, now, backOff);
        } else {
            gate.failed(begun, now, backOff);
        }
    }

    /** Everything goes to the PACS, whatever source it comes from. */
    void carried(String source, long bytes, Instant now) {
        pacs.carried(bytes, now);
        SourceGate gate = gates.get(source);
        if (gate != null && gate != pacs) {
            gate.carried(bytes, now);
        }
    }

    private SourceGate of(TransferJob job) {
        return of(job.ref().source());
    }

    private SourceGate of(String source) {
        return gates.computeIfAbsent(source, name -> new SourceGate(name, SourceBudget.DEFAULT, zone));
    }
}
