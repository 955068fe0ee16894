package org.priorfetch.engine.dicom;

import java.time.Duration;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.priorfetch.engine.dicom.ResponseQueue.Response;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyRetriever;

/** Study Root C-MOVE at the image level to our own storage SCP (PS3.4 C.4.2). */
public final class MoveRetriever implements StudyRetriever {

    private static final Contexts CONTEXTS = Contexts.forService(Contexts.STUDY_ROOT_MOVE);

    private final AssociationPool pool;
    private final StorageScp storage;
    private final Duration forFirst;

    public MoveRetriever(AssociationPool pool, StorageScp storage) {
        this(pool, storage, pool.deadlines().stall());
    }

    private MoveRetriever(AssociationPool pool, StorageScp storage, Duration forFirst) {
        this.pool = pool;
        this.storage = storage;
        this.forFirst = forFirst;
    }

    @Override
    public StudyRetriever waiting(Duration longer) {
        return longer.compareTo(forFirst) > 0 ? new MoveRetriever(pool, storage, longer) : this;
    }

    @Override
    public void retrieve(RetrieveRequest request, InstanceReceiver receiver, Cancellation cancellation,
            SpentTime spent) throws PeerException {
        Attributes keys = StudyKeys.retrieve(request.studyInstanceUid(), request.seriesInstanceUid(),
                request.instances());
        SourceWaits waits = new SourceWaits(spent, pool.roundTrip());
        pool.ask(CONTEXTS, waits, association -> {
            association.reportTo(Waits.NONE); // what is waited for shows on the connection that the images come on
            try (StorageScp.Expectation expectation = storage.expect(pool.peer(), pool.limit(), request.instances(),
                    receiver, waits.begin()); waits) {
                Response last = association.move(keys, pool.node().aeTitle(), cancellation::isCancelled,
                        () -> expectation.isSilent(forFirst));
                SubOperations.requireTry("C-MOVE", association, last);
                return last;
            }
        });
    }
}
