package org.priorfetch.engine.demo;

import java.io.IOException;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.AssociationHandler;
import org.aoju.bus.image.metric.internal.pdu.AAssociateAC;
import org.aoju.bus.image.metric.internal.pdu.AAssociateRJ;
import org.aoju.bus.image.metric.internal.pdu.AAssociateRQ;

/** Accepts associations, as many at a time as {@link Faults} allows, and grants operations windows. */
final class Doorkeeper extends AssociationHandler {

    private static final int ANY_NUMBER = 0;

    private final Faults faults;
    private final Traffic traffic;

    Doorkeeper(Faults faults, Traffic traffic) {
        this.faults = faults;
        this.traffic = traffic;
    }

    @Override
    protected AAssociateAC negotiate(Association association, AAssociateRQ request) throws IOException {
        WatchedSocket socket = (WatchedSocket) association.getSocket();
        if (request.isAsyncOps()) {
            traffic.countWindowAsked();
            if (faults.dropsWhoAsksForWindow()) {
                socket.close();
                throw new IOException("the line was dropped to order");
            }
        }
        AAssociateAC acceptance = super.negotiate(association, request);
        acceptance.setMaxOpsInvoked(granted(request.getMaxOpsInvoked()));
        acceptance.setMaxOpsPerformed(granted(request.getMaxOpsPerformed()));
        int limit = faults.associationLimit();
        if (!socket.enter(limit)) {
            throw limit == 0 ? closed() : full();
        }
        return acceptance;
    }

    /** Never more than was asked for, PS3.7 D.3.3.3. */
    private int granted(int asked) {
        return asked == ANY_NUMBER ? faults.window() : Math.min(asked, faults.window());
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
