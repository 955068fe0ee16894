package org.priorfetch.engine.transfer;

import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.PeerException;

/** The lanes to its source, as one job uses them. */
record JobLanes(SourceLanes lanes, Turn turn, TryTimes times) {

    /** Images will be asked for soon. */
    void approach() {
        lanes.approach(turn);
    }

    /** Nothing more is asked for. */
    void leave() {
        lanes.leave(turn);
    }

    /** How many have nothing to do now; all, where others make way for the job. */
    int free() {
        return turn.overtakes() ? lanes.count() : lanes.free();
    }

    /** Whether there are several, and nobody else wants any. */
    boolean areFree() {
        return lanes.areFreeFor(turn);
    }

    /**
     * Takes one beforehand, where they are. Answers whether it does; then it must be given back.
     *
     * @param makesWay called where somebody else needs what the source bears
     */
    boolean lend(Runnable makesWay) {
        return lanes.lend(turn, makesWay);
    }

    void giveBack() {
        lanes.giveBack();
    }

    /** An instance of so many bytes has been carried. */
    void carried(long bytes) {
        lanes.carried(bytes);
    }

    /**
     * Returns when every piece is done, or it was cancelled or failed.
     *
     * @param most lanes that may work on it side by side
     * @param cancellation of this work alone; the first failure cancels it
     * @throws PeerException the first failure
     */
    void run(int most, Pieces pieces, Cancellation cancellation, LaneWork.Asking asking, LaneWork.Handler handler)
            throws PeerException {
        lanes.run(new LaneWork(turn, pieces, most, cancellation, times.timed(asking), handler), times::waitedForLane);
    }
}
