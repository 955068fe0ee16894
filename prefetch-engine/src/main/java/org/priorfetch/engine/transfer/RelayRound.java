package org.priorfetch.engine.transfer;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceInFlight;
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

    private final RelayPeers peers;
    private final InstanceSpool spool;
    private final Delivery delivery;
    private final Set<String> passedSeries = ConcurrentHashMap.newKeySet();

    RelayRound(RelayPeers peers, InstanceSpool spool, Delivery delivery) {
        this.peers = peers;
        this.spool = spool;
        this.delivery = delivery;
    }

    void run(Missing missing, boolean singly, Cancellation cancellation) throws PeerException {
        Queue<Spooled> samples = new ConcurrentLinkedQueue<>();
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
    }

    private void spoolSamples(Missing missing, Queue<Spooled> samples, Cancellation cancellation)
            throws PeerException {
        List<RetrieveRequest> requests = missing.samples()
                .stream()
                .filter(request -> !passedSeries.contains(request.seriesInstanceUid()))
                .toList();
        retrieve(requests, cancellation, (request, instance) -> spoolSample(request, instance, samples));
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
        Lanes.run(peers.lanes(), List.copyOf(samples), cancellation.child(), (sample, lane) -> {
            try {
                sample.replay(delivery::deliver);
            } catch (IOException unreadable) {
                delivery.diskFailed(unreadable);
            }
            if (delivery.isStopped()) {
                lane.cancel();
            }
        });
    }

    private void stream(Missing missing, boolean singly, Cancellation cancellation) throws PeerException {
        Missing rest = new Missing(missing.studyInstanceUid(), missing.without(delivery.settled())
                .instances()
                .stream()
                .filter(instance -> passedSeries.contains(instance.seriesInstanceUid()))
                .toList());
        List<RetrieveRequest> parts = singly ? rest.singly() : rest.parts(peers.lanes());
        retrieve(parts, cancellation, (request, instance) -> delivery.deliver(instance));
    }

    private interface Handler {
        Answer on(RetrieveRequest request, InstanceInFlight instance);
    }

    private void retrieve(List<RetrieveRequest> requests, Cancellation cancellation, Handler handler)
            throws PeerException {
        Lanes.run(peers.lanes(), requests, cancellation.child(),
                (request, lane) -> peers.retriever().retrieve(request, instance -> {
                    Answer answer = handler.on(request, instance);
                    if (delivery.isStopped()) {
                        lane.cancel();
                    }
                    return answer;
                }, lane));
    }
}
