package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.runtime.SnapshotAssembler.Parts;
import org.priorfetch.engine.runtime.SnapshotAssembler.UnderWay;

/** Transfers as screens show them, with their rates and the time that is left. Used by one thread at a time. */
final class TransferViews {

    /** What waits keeps the order in which it would begin. */
    private static final Comparator<TransferJob> RUNNING_FIRST = Comparator
            .comparing((TransferJob job) -> !job.state().isUnderWay())
            .thenComparing(job -> job.state().isTerminal())
            .thenComparing(job -> job.state().isTerminal() ? job.updated() : Instant.MAX, Comparator.reverseOrder());

    private final RateMeter rates = new RateMeter();
    private final LongUnaryOperator bytesTwice;

    /** @param bytesTwice of a transfer, by its id */
    TransferViews(LongUnaryOperator bytesTwice) {
        this.bytesTwice = bytesTwice;
    }

    /** All of them, those under way first. */
    List<TransferView> of(Parts parts) {
        List<TransferView> views = parts.jobs().stream().sorted(RUNNING_FIRST).map(job -> view(job, parts)).toList();
        rates.keepOnly(parts.jobs().stream().map(TransferJob::id).collect(Collectors.toSet()));
        return views;
    }

    /** Seconds until each is done, by its ID; those of which nothing is known are left out. */
    static Map<Long, Long> etas(List<TransferView> views) {
        Map<Long, Long> etas = new HashMap<>();
        for (TransferView view : views) {
            if (view.etaSeconds() != null) {
                etas.put(view.id(), view.etaSeconds());
            }
        }
        return etas;
    }

    private TransferView view(TransferJob job, Parts parts) {
        long rate = job.state() == TransferState.RUNNING
                ? rates.bytesPerSecond(job.id(), job.bytes(), parts.at())
                : 0;
        Long foretold = parts.outlook().secondsLeft(job.id(), parts.at());
        Long eta = foretold == null || job.state().isTerminal() ? eta(job, parts) : foretold;
        UnderWay moving = job.state() == TransferState.RUNNING ? parts.underWay().get(job.id()) : null;
        TransferView view = view(job, rate, eta,
                moving == null ? parts.saidLast().get(job.id()) : moving.slowBecause())
                .carriedTwice(bytesTwice.applyAsLong(job.id()));
        return moving == null ? view : view.by(moving.way());
    }

    static TransferView view(TransferJob job, long bytesPerSecond, @Nullable Long eta,
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
}
