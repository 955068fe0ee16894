package org.priorfetch.engine.transfer;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.InstanceReceiver.Answer;
import org.priorfetch.engine.port.InstanceSpool.Spooled;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;

/**
 * Fetches what is missing, once. Nothing is forwarded before one instance of every series lies in the spool and has been
 * checked; what comes with them waits for that, and what comes later is streamed.
 */
final class RelayRound {

    /**
     * So many requests in a row may be answered with a failure before it is the source that fails, not the instance; and so many
     * instances of a series may be asked for in vain before it is left out.
     */
    private static final int MOST_FAILURES = 8;

    /** As many as the source has lanes, which may become more or fewer meanwhile. */
    private static final int ALL_LANES = Integer.MAX_VALUE;

    private final RelayPeers peers;
    private final Samples samples;
    private final Delivery delivery;
    private final JobProgress progress;
    private final TryTimes times;
    private final JobLanes lanes;
    private final Set<String> checkedSeries = ConcurrentHashMap.newKeySet();
    private final OpenAnswers passing = new OpenAnswers();
    private final AtomicInteger failuresInRow = new AtomicInteger();
    private volatile @Nullable PeerException failure;

    RelayRound(RelayPeers peers, Samples samples, Delivery delivery, JobProgress progress, JobLanes lanes) {
        this.peers = peers;
        this.samples = samples;
        this.delivery = delivery;
        this.progress = progress;
        this.times = progress.times();
        this.lanes = lanes;
    }

    void run(Missing missing, boolean singly, Cancellation cancellation) throws PeerException {
        failuresInRow.set(0);
        Cancellation round = cancellation.child();
        Set<String> unchecked = missing.series();
        unchecked.removeAll(checkedSeries);
        try (SampleGate gate = new SampleGate(unchecked,
                kept -> passing.follow(() -> kept.forEach(one -> passOn(one, cancellation, round))),
                samples.patience())) {
            retrieve(missing, singly, gate, round);
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

    private void retrieve(Missing missing, boolean singly, SampleGate gate, Cancellation round) throws PeerException {
        RoundPieces all = new RoundPieces(missing, gate::awaits, lanes.free());
        Pieces pieces = singly ? all.singly() : switch (peers.retriever().cut()) {
            case LISTS -> all.lists(delivery.sent()::bytesOf);
            case SERIES -> all.series(delivery.seriesSizes());
        };
        // what the PACS refuses once more must stop nothing else
        int most = singly && !delivery.notNow().isEmpty() ? 1 : ALL_LANES;
        Asked asked = new Asked(missing, gate, pieces);
        try {
            lanes.run(most, pieces, round, asked, (_, instance) -> {
                failuresInRow.set(0);
                Answer answer = gate.isOpen() && isChecked(instance) ? deliver(instance) : early(instance, gate);
                stopWithDelivery(round);
                return answer;
            });
        } finally {
            progress.allAsked(false);
            passing.awaitAll();
            delivery.awaitAnswers();
            delivery.discarded(gate.bytesBehind());
        }
    }

    /** Whether a sample of its series has been; of one that was left out, none has. */
    private boolean isChecked(InstanceInFlight instance) {
        return checkedSeries.contains(instance.header().instance().seriesInstanceUid());
    }

    private Answer early(InstanceInFlight instance, SampleGate gate) {
        String series = instance.header().instance().seriesInstanceUid();
        boolean sample = gate.choosesSampleOf(series);
        if (!sample && times.awaitOthers(gate::awaitOpening) && isChecked(instance)) {
            return deliver(instance);
        }
        Answer answer = keep(instance, gate);
        if (sample && answer != Answer.TAKEN) {
            gate.isNoSampleOf(series);
        }
        return answer;
    }

    private Answer keep(InstanceInFlight instance, SampleGate gate) {
        Answer answer = delivery.isStopped() ? delivery.refusal() : delivery.check(instance.header());
        if (answer != Answer.TAKEN) {
            return answer;
        }
        try {
            Spooled spooled = samples.spool().keep(instance);
            checkedSeries.add(instance.header().instance().seriesInstanceUid());
            return gate.keep(spooled) ? Answer.TAKEN : passLate(spooled);
        } catch (BrokenInstanceException broken) {
            return Answer.BROKEN;
        } catch (IOException diskFailure) {
            delivery.diskFailed(diskFailure);
            return Answer.NO_ROOM;
        }
    }

    /** The gate has opened while it was written to the disk. */
    private Answer passLate(Spooled spooled) throws IOException {
        try {
            return spooled.replay(this::deliver);
        } finally {
            spooled.discard();
        }
    }

    /** Though the source may have failed meanwhile: what has come need not come again. */
    private void passOn(Spooled kept, Cancellation cancellation, Cancellation round) {
        if (cancellation.isCancelled() || replayed(kept).comesAgain()) {
            progress.carriedTwice(kept.bytes());
        }
        kept.discard(); // what a program that is killed leaves behind counts as carried in vain
        stopWithDelivery(round);
    }

    private Answer replayed(Spooled kept) {
        long from = System.nanoTime();
        try {
            return kept.replay(delivery::deliver);
        } catch (IOException unreadable) {
            delivery.diskFailed(unreadable);
            return Answer.NO_ROOM;
        } finally {
            times.laneWorked(System.nanoTime() - from);
        }
    }

    private void stopWithDelivery(Cancellation round) {
        if (delivery.isStopped()) {
            round.cancel();
        }
    }

    private Answer deliver(InstanceInFlight instance) {
        Answer answer = delivery.deliver(instance);
        if (answer == Answer.TAKEN) {
            lanes.carried(delivery.sent().bytesOf(instance.header().instance().seriesInstanceUid()));
        }
        return answer;
    }

    /** What the source has been asked for. What cannot be had of a series as its sample, the next instance may be. */
    private final class Asked implements LaneWork.Asking {

        private final Missing missing;
        private final SampleGate gate;
        private final Pieces pieces;
        private final Set<String> instances = ConcurrentHashMap.newKeySet();

        Asked(Missing missing, SampleGate gate, Pieces pieces) {
            this.missing = missing;
            this.gate = gate;
            this.pieces = pieces;
        }

        @Override
        public void begun(RetrieveRequest request) {
            gate.asked(request.seriesInstanceUid());
            progress.allAsked(pieces.isEmpty());
        }

        @Override
        public void ask(RetrieveRequest request, InstanceReceiver receiver, Cancellation stop) throws PeerException {
            String series = request.seriesInstanceUid();
            once(request, receiver, stop);
            for (int inVain = 1; gate.awaits(series) && !isFailing() && !stop.isCancelled(); inVain++) {
                Missing untried = missing.of(series).without(instances);
                if (untried.isEmpty() || inVain > MOST_FAILURES) {
                    gate.leaveOut(series);
                } else {
                    once(untried.first(1), receiver, stop);
                }
            }
        }

        @Override
        public boolean isToMakeWay() {
            return gate.makesWay();
        }

        private void once(RetrieveRequest request, InstanceReceiver receiver, Cancellation stop)
                throws PeerException {
            if (isFailing()) {
                return;
            }
            request.instances().forEach(instance -> instances.add(instance.sopInstanceUid()));
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
}
