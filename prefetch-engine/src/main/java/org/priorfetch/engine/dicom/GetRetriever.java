package org.priorfetch.engine.dicom;

import org.aoju.bus.image.galaxy.data.Attributes;
import org.priorfetch.engine.dicom.ResponseQueue.Response;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.StudyRetriever;

/** Study Root C-GET at the image level (PS3.4 C.4.3): the instances come on the association that asks for them. */
public final class GetRetriever implements StudyRetriever {

    private final AssociationPool pool;

    public GetRetriever(AssociationPool pool) {
        this.pool = pool;
    }

    @Override
    public void retrieve(RetrieveRequest request, InstanceReceiver receiver, Cancellation cancellation)
            throws PeerException {
        for (RetrieveParts.Part part : RetrieveParts.of(request.instances(), Contexts.STORAGE_CLASSES)) {
            Attributes keys = StudyKeys.retrieve(request.studyInstanceUid(), request.seriesInstanceUid(),
                    part.instances());
            pool.ask(Contexts.forGetting(part.storageClasses()), association -> {
                Response last = association.get(keys, receiver, cancellation::isCancelled);
                SubOperations.requireTry("C-GET", association, last);
                return last;
            });
        }
    }
}
