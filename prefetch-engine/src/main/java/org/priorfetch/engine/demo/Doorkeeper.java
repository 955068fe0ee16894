package org.priorfetch.engine.demo;

import java.io.IOException;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.AssociationHandler;
import org.aoju.bus.image.metric.internal.pdu.AAssociateAC;
import org.aoju.bus.image.metric.internal.pdu.AAssociateRJ;
import org.aoju.bus.image.metric.internal.pdu.AAssociateRQ;

/** Accepts associations, as many at a time as {@link Faults} allows. */
final class Doorkeeper extends AssociationHandler {

    private final Faults faults;

    Doorkeeper(Faults faults) {
        this.faults = faults;
    }

    @Override
    protected AAssociateAC negotiate(Association association, AAssociateRQ request) throws IOException {
        AAssociateAC acceptance = super.negotiate(association, request);
        WatchedSocket socket = (WatchedSocket) association.getSocket();
        int limit = faults.associationLimit();
        if (!socket.enter(limit)) {
            throw limit == 0 ? closed() : full();
        }
        return acceptance;
    }

    private static AAssociateRJ closed() {
        return new AAssociateRJ(AAssociateRJ.RESULT_REJECTED_PERMANENT, AAssociateRJ.SOURCE_SERVICE_USER,
                AAssociateRJ.REASON_NO_REASON_GIVEN);
    }

    private static AAssociateRJ full() {
        return new AAssociateRJ(AAssociateRJ.RESULT_REJECTED_TRANSIENT, AAssociateRJ.SOURCE_SERVICE_PROVIDER_PRES,
                AAssociateRJ.REASON_LOCAL_LIMIT_EXCEEDED);
    }
}
