package org.priorfetch.engine.dicom;

import org.priorfetch.engine.dicom.ResponseQueue.Response;
import org.priorfetch.engine.port.PeerException;

/** Reads the final response of a retrieve (PS3.4 C.4.2.1.5, C.4.3.1.4). */
final class SubOperations {

    private static final int SUCCESS = 0x0000;
    private static final int SOME_FAILED = 0xB000;
    private static final int OUT_OF_RESOURCES = 0xA700;
    private static final int CANNOT_COUNT = 0xA701;

    private SubOperations() {}

    /** Single failed sub-operations are no failure of the retrieve: what did not come is seen by the receiver. */
    static void requireTry(String service, PeerAssociation association, Response last) throws PeerException {
        if (last.status() != SUCCESS && last.status() != SOME_FAILED) {
            throw isOutOfResources(last.status()) ? busy(association.failed(service, last))
                    : association.failed(service, last);
        }
    }

    /** But for A702H, which says as often that nothing could be sent for whatever reason. */
    private static boolean isOutOfResources(int status) {
        return status == OUT_OF_RESOURCES || status == CANNOT_COUNT;
    }

    private static PeerException busy(PeerException failure) {
        return new PeerException(failure.peer(), PeerException.Kind.BUSY, failure.reason().phrases().getFirst());
    }
}
