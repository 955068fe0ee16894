package org.priorfetch.engine.dicom;

import org.aoju.bus.image.metric.Connection;

/** As programs open one that leave Nagle's algorithm and delayed acknowledgements as they are. For measuring what it costs. */
final class PlainConnection extends OutgoingConnection {

    private static final long serialVersionUID = 1L;

    PlainConnection(Peer peer, SocketGuard guard, RateLimit limit, Deadlines deadlines) {
        super(peer, guard, limit, deadlines, Connection.SYNCHRONOUS_MODE);
    }

    @Override
    void tune(GuardedSocket socket) {
        // nothing: that is the point
    }
}
