package org.priorfetch.engine.dicom;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.dicom.ResponseQueue.Response;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyRetriever;

/**
 * Study Root C-GET at the image level (PS3.4 C.4.3): the instances come on the association that asks for them. What is to
 * come must be known when the association is opened; where the archive does not tell the SOP class, it is guessed.
 */
public final class GetRetriever implements StudyRetriever {

    private final AssociationPool pool;
    private final Duration forFirst;
    private final StorageClassGuess guess = new StorageClassGuess();

    public GetRetriever(AssociationPool pool) {
        this(pool, pool.deadlines().stall());
    }

    private GetRetriever(AssociationPool pool, Duration forFirst) {
        this.pool = pool;
        this.forFirst = forFirst;
    }

    @Override
    public StudyRetriever waiting(Duration longer) {
        return longer.compareTo(forFirst) > 0 ? new GetRetriever(pool, longer) : this;
    }

    @Override
    public void retrieve(RetrieveRequest request, InstanceReceiver receiver, Cancellation cancellation,
            SpentTime spent) throws PeerException {
        Map<Boolean, List<InstanceRef>> byKnown = request.instances()
                .stream()
                .collect(Collectors.partitioningBy(instance -> !instance.sopClassUid().isEmpty()));
        List<InstanceRef> known = byKnown.getOrDefault(true, List.of());
        if (!known.isEmpty()) {
            for (RetrieveParts.Part part : RetrieveParts.of(known, Contexts.STORAGE_CLASSES)) {
                get(part.storageClasses(), with(request, part.instances()), receiver, cancellation, spent);
            }
        }
        List<InstanceRef> unknown = byKnown.getOrDefault(false, List.of());
        if (!unknown.isEmpty()) {
            guess(with(request, unknown), receiver, cancellation, spent);
        }
    }

    private static RetrieveRequest with(RetrieveRequest request, List<InstanceRef> instances) {
        return new RetrieveRequest(request.studyInstanceUid(), request.seriesInstanceUid(), instances);
    }

    private void get(Collection<String> storageClasses, RetrieveRequest request, InstanceReceiver receiver,
            Cancellation cancellation, SpentTime spent) throws PeerException {
        Attributes keys = StudyKeys.retrieve(request.studyInstanceUid(), request.seriesInstanceUid(),
                request.instances());
        SourceWaits waits = new SourceWaits(spent, pool.roundTrip());
        pool.ask(Contexts.forGetting(storageClasses), waits, association -> {
            try (SourceWaits _ = waits.begin()) {
                Response last = association.get(keys, receiver, cancellation::isCancelled, forFirst);
                SubOperations.requireTry("C-GET", association, last);
                return last;
            }
        });
    }

    private void guess(RetrieveRequest request, InstanceReceiver receiver, Cancellation cancellation, SpentTime spent)
            throws PeerException {
        Set<String> arrived = ConcurrentHashMap.newKeySet();
        InstanceReceiver noting = instance -> {
            arrived.add(instance.header().instance().sopInstanceUid());
            guess.seen(instance.header().instance().sopClassUid());
            return receiver.receive(instance);
        };
        PeerException failure = null;
        for (List<String> storageClasses : guess.guesses(Contexts.STORAGE_CLASSES)) {
            List<InstanceRef> rest = request.instances()
                    .stream()
                    .filter(instance -> !arrived.contains(instance.sopInstanceUid()))
                    .toList();
            if (rest.isEmpty()) {
                return;
            }
            failure = tryGuess(storageClasses, with(request, rest), noting, cancellation, spent);
        }
        if (failure != null && arrived.isEmpty()) {
            throw failure;
        }
    }

    /** A wrong guess is answered with a failure, which is returned. */
    private @Nullable PeerException tryGuess(List<String> storageClasses, RetrieveRequest request,
            InstanceReceiver receiver, Cancellation cancellation, SpentTime spent) throws PeerException {
        try {
            get(storageClasses, request, receiver, cancellation, spent);
            return null;
        } catch (PeerException failure) {
            if (failure.kind() != PeerException.Kind.FAILED) {
                throw failure;
            }
            return failure;
        }
    }
}
