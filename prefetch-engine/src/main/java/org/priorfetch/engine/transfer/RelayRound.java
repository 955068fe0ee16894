package org.priorfetch.engine.transfer;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.InstanceReceiver.Answer;
import org.priorfetch.engine.port.InstanceSpool;
import org.priorfetch.engine.port.InstanceSpool.Spooled;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;

/**
 * Fetches what is missing, once. One instance of every series is spooled and checked before anything is forwarded; only
 * series that passed are streamed.
 */
final class RelayRound {

    /** So many requests in a row may be answered with a failure before it is the source that fails, not the instance. */
    private static final int MOST_FAILURES = 8;

    /** As many as the source has lanes, which may become more or fewer meanwhile. */
    private static final int ALL_LANES = Integer.MAX_VALUE;

    private final RelayPeers peers;
    private final InstanceSpool spool;
    private final Delivery delivery;
    private final TryTimes times;
    private final JobLanes lanes;
    private final Set<String> passedSeries = ConcurrentHashMap.newKeySet();
    private final Set<String> triedSamples = new HashSet<>();
    private final AtomicInteger failuresInRow = new AtomicInteger();
    private volatile @Nullable PeerException failure;

    RelayRound(RelayPeers peers, InstanceSpool spool, Delivery delivery, JobLanes lanes) {
        this.peers = peers;
        this.spool = spool;
        this.delivery = delivery;
        this.times = lanes.times();
        this.lanes = lanes;
    }

    void run(Missing missing, boolean singly, Cancellation cancellation) throws PeerException {
        Queue<Spooled> samples = new ConcurrentLinkedQueue<>();
        failuresInRow.set(0);
        try {
            spoolSamples(missing, samples, cancellation);
            if (!delivery.isStopped()) {
                deliverSamples(samples, cancellation);
            }
        } finally {
            samples.forEach(Spooled::discard);
        }
        if (!delivery.isStopped()) {
            stream(missing, singly, cancellation);
        }
        PeerException last = failure;
        if (isFailing() && last != null) {
            throw last;
        }
    }

    /** The last failure that the source answered with; null when it never did. */
    @Nullable
    PeerException failure() {
        return failure;
    }

    private boolean isFailing() {
        return failuresInRow.get() >= MOST_FAILURES;
    }

    /** What cannot be had as a sample does not keep its series away: then the next instance is one. */
    private void spoolSamples(Missing missing, Queue<Spooled> samples, Cancellation cancellation)
            throws PeerException {
        for (List<RetrieveRequest> requests = untriedSamples(missing); !requests.isEmpty() && !isFailing()
                && !delivery.isStopped() && !cancellation.isCancelled(); requests = untriedSamples(missing)) {
            requests.forEach(request -> triedSamples.add(request.instances().getFirst().sopInstanceUid()));
            retrieve(ALL_LANES, Pieces.whole(requests), cancellation,
                    (request, instance) -> spoolSample(request, instance, samples));
        }
        triedSamples.clear();
    }

    private List<RetrieveRequest> untriedSamples(Missing missing) {
        return missing.without(triedSamples)
                .samples()
                .stream()
                .filter(request -> !passedSeries.contains(request.seriesInstanceUid()))
                .toList();
    }

    private Answer spoolSample(RetrieveRequest request, InstanceInFlight instance, Queue<Spooled> samples) {
        InstanceRef sample = request.instances().getFirst();
        if (!instance.header().instance().sopInstanceUid().equals(sample.sopInstanceUid())) {
            return Answer.NOT_OURS;
        }
        Answer answer = delivery.check(instance.header());
        return answer == Answer.TAKEN ? keep(instance, samples) : answer;
    }

    private Answer keep(InstanceInFlight instance, Queue<Spooled> samples) {
        try {
            samples.add(spool.keep(instance));
            passedSeries.add(instance.header().instance().seriesInstanceUid());
            return Answer.TAKEN;
        } catch (BrokenInstanceException broken) {
            return Answer.REJECTED;
        } catch (IOException diskFailure) {
            delivery.diskFailed(diskFailure);
            return Answer.NO_ROOM;
        }
    }

    private void deliverSamples(Queue<Spooled> samples, Cancellation cancellation) throws PeerException {
        try {
            Lanes.run(peers.lanes(), List.copyOf(samples), cancellation.child(), times.inLane((sample, lane) -> {
                try {
                    sample.replay(delivery::deliver);
                } catch (IOException unreadable) {
                    delivery.diskFailed(unreadable);
                }
                if (delivery.isStopped()) {
                    lane.cancel();
                }
            }));
        } finally {
            delivery.awaitAnswers();
        }
    }

    private void stream(Missing missing, boolean singly, Cancellation cancellation) throws PeerException {
        Missing rest = new Missing(missing.studyInstanceUid(), missing.without(delivery.settled())
                .instances()
                .stream()
                .filter(instance -> passedSeries.contains(instance.seriesInstanceUid()))
                .toList());
        Pieces pieces = singly ? Pieces.whole(rest.singly()) : switch (peers.retriever().cut()) {
            case LISTS -> Pieces.cut(rest.lists(), delivery.sent()::bytesOf);
            case SERIES -> Pieces.whole(rest.wholeSeries(delivery.seriesSizes()));
        };
        // what the PACS refuses once more must stop nothing else
        int most = singly && !delivery.notNow().isEmpty() ? 1 : ALL_LANES;
        retrieve(most, pieces, cancellation, (request, instance) -> deliver(instance));
    }

    private Answer deliver(InstanceInFlight instance) {
        Answer answer = delivery.deliver(instance);
        if (answer == Answer.TAKEN) {
            lanes.carried(delivery.sent().bytesOf(instance.header().instance().seriesInstanceUid()));
        }
        return answer;
    }

    private void retrieve(int most, Pieces pieces, Cancellation cancellation, LaneWork.Handler handler)
            throws PeerException {
        Cancellation round = cancellation.child();
        try {
            lanes.run(most, pieces, round, this::ask, (request, instance) -> {
                failuresInRow.set(0);
                Answer answer = handler.on(request, instance);
                if (delivery.isStopped()) {
                    round.cancel();
                }
                return answer;
            });
        } finally {
            delivery.awaitAnswers();
        }
    }

    private void ask(RetrieveRequest request, InstanceReceiver receiver, Cancellation stop) throws PeerException {
        if (isFailing()) {
            return;
        }
        try {
            peers.retriever().retrieve(request, receiver, stop, times.lanes());
        } catch (PeerException unanswered) {
            if (unanswered.kind() != PeerException.Kind.FAILED) {
                throw unanswered;
            }
            failure = unanswered;
            failuresInRow.incrementAndGet();
        }
    }
}
