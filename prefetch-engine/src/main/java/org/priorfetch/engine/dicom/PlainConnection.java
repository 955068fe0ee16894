package org.priorfetch.engine.dicom;

/** As programs open one that leave Nagle's algorithm and delayed acknowledgements as they are. For measuring what it costs. */
final class PlainConnection extends OutgoingConnection {

    private static final long serialVersionUID = 1L;

    PlainConnection(Peer peer, SocketGuard guard, RateLimit limit, Deadlines deadlines) {
        super(peer, guard, limit, deadlines);
    }

    @Override
    void tune(GuardedSocket socket) {
        // nothing: that is the point
    }
}
