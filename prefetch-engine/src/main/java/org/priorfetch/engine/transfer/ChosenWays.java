package org.priorfetch.engine.transfer;

import java.util.Map;
import java.util.function.Consumer;

import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RetrieveWay;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WayRate;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RequestSlots;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyRetriever;

/**
 * Several ways out of one source. Each study comes by the way that is chosen for it; what that way does not bring is asked for
 * by the next one, and nothing else is.
 */
public final class ChosenWays implements StudyRetriever {

    private final Ways ways;

    /**
     * Of one source.
     *
     * @param ways preferred in the order of their constants while nothing is known
     * @param atATime requests, by all ways together
     */
    public ChosenWays(Map<RetrieveWay, StudyRetriever> ways, int atATime, Clock clock) {
        this.ways = new Ways(ways, new WayChooser(ways.keySet().stream().sorted().toList()),
                new RequestSlots(atATime), clock);
    }

    /** From now on so many requests may be under way at a time. */
    public void change(int atATime) {
        ways.slots().change(atATime);
    }

    /** How fast each way was, as far as it was measured. */
    public Map<RetrieveWay, WayRate> rates() {
        return ways.chooser().rates();
    }

    /** Goes on from what was measured before the program was started. */
    public void recall(Map<RetrieveWay, WayRate> before) {
        ways.chooser().recall(before);
    }

    /** By which way studies come at present, and why. */
    public Reason now() {
        return ways.chooser().now();
    }

    @Override
    public StudyRetriever forStudy(TransferJob job, Consumer<Reason> told) {
        boolean pressing = job.urgency() == Urgency.STAT || job.candidate().availability().isSlow();
        WayChooser.Choice choice = ways.chooser()
                .choose(job.candidate().instances(), pressing, ways.clock().now());
        told.accept(choice.why());
        return new StudyWays(ways, choice.order(), false, told);
    }

    /** What belongs to no study in particular, such as a trial of the connection. */
    @Override
    public void retrieve(RetrieveRequest request, InstanceReceiver receiver, Cancellation cancellation,
            SpentTime spent) throws PeerException {
        new StudyWays(ways, ways.chooser().choose(PriorCandidate.UNKNOWN_COUNT, true, ways.clock().now()).order(),
                false, _ -> {}).retrieve(request, receiver, cancellation, spent);
    }
}
