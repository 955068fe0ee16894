package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RetrieveWay;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyRetriever;

/** One study, from the first request to the last. */
final class StudyWays implements StudyRetriever {

    /** C-MOVE's status where the archive does not know our AE title (PS3.4 C.4.2.1.5). */
    private static final String DESTINATION_UNKNOWN = "A801";

    private final Ways ways;
    private final List<RetrieveWay> order;
    private final boolean patient;
    private final Consumer<Reason> told;
    private volatile int place;
    private volatile Cut given = Cut.LISTS;

    /** @param patient whether silence means that the archive needs long, by whatever way */
    StudyWays(Ways ways, List<RetrieveWay> order, boolean patient, Consumer<Reason> told) {
        this.ways = ways;
        this.order = order;
        this.patient = patient;
        this.told = told;
    }

    @Override
    public Cut cut() {
        given = ways.by(order.get(place)).cut();
        return given;
    }

    @Override
    public StudyRetriever waiting(Duration forFirst) {
        return new StudyWays(ways.waiting(forFirst), order, true, told);
    }

    @Override
    public void retrieve(RetrieveRequest request, InstanceReceiver receiver, Cancellation cancellation,
            SpentTime spent) throws PeerException {
        if (!ways.takeSlot(cancellation, spent)) {
            return;
        }
        WayAttempt attempt = new WayAttempt(this, request, receiver, cancellation, spent);
        try {
            boolean goesOn = true;
            for (int at = place; goesOn && at < order.size(); at++) {
                goesOn = attempt.by(at) && !cancellation.isCancelled();
            }
        } finally {
            ways.slots().release();
        }
        attempt.conclude();
    }

    RetrieveWay way(int at) {
        return order.get(at);
    }

    boolean isLast(int at) {
        return at == order.size() - 1;
    }

    boolean isPatient() {
        return patient;
    }

    /** How the study was cut for the way that was first. */
    Cut given() {
        return given;
    }

    StudyRetriever by(RetrieveWay way) {
        return ways.by(way);
    }

    /** Overheads of single images say little about the way. */
    void measured(RetrieveWay way, int instances, long bytes, long nanos) {
        if (instances > 1) {
            ways.chooser().measured(way, instances, bytes, Duration.ofNanos(nanos), ways.clock().now());
        }
    }

    boolean isNotOffered(RetrieveWay way, PeerException failure) {
        return failure.reason().has("dicom.serviceNotOffered")
                || (way == RetrieveWay.MOVE && failure.reason().text().contains(DESTINATION_UNKNOWN));
    }

    /** Whoever cannot be reached, or has enough to do, is not to be asked by another of its services either. */
    boolean isUselessNext(int at, PeerException failure) {
        boolean useless = switch (failure.kind()) {
            case UNREACHABLE, REFUSED, BUSY -> true;
            case BROKEN, SILENT, FAILED, PROTOCOL, CANCELLED -> false;
        };
        return useless && order.get(at).isDimse() && at + 1 < order.size() && order.get(at + 1).isDimse();
    }

    synchronized void notOffered(int at) {
        ways.chooser().notOffered(order.get(at), ways.clock().now());
        if (place <= at && at + 1 < order.size()) {
            place = at + 1;
            told.accept(Reason.of("transfer.way.notOffered", order.get(place).word(), order.get(at).word()));
        }
    }

    /** The way brings what those before it did not: the rest of the study comes by it, too. */
    synchronized void takeOver(int at) {
        if (place < at) {
            RetrieveWay failed = order.get(place);
            ways.chooser().failed(failed, ways.clock().now());
            place = at;
            told.accept(Reason.of("transfer.way.rest", order.get(at).word(), failed.word()));
        }
    }
}
