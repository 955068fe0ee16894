package org.priorfetch.engine.dicom;

import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.internal.pdu.AAssociateAC;

/**
 * How many operations may be under way on an association without an answer (PS3.7 D.3.3.3).
 *
 * @param invoked by us
 * @param performed by us
 */
record OperationsWindow(int invoked, int performed) {

    /** What we ask for, and the most that we use of what a peer grants. */
    static final int MOST = 16;

    private static final int ANY_NUMBER = 0;

    /** What was agreed on. The sub-item speaks of the one who opened the association; without it, it is one at a time. */
    static OperationsWindow of(Association association) {
        AAssociateAC accepted = association.getAAssociateAC();
        int requestor = used(accepted.getMaxOpsInvoked());
        int acceptor = used(accepted.getMaxOpsPerformed());
        return association.isRequestor() ? new OperationsWindow(requestor, acceptor)
                : new OperationsWindow(acceptor, requestor);
    }

    private static int used(int granted) {
        return granted == ANY_NUMBER ? MOST : Math.clamp(granted, 1, MOST);
    }

    boolean isOpen() {
        return invoked > 1 || performed > 1;
    }
}
