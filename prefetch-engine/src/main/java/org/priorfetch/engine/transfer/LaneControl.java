package org.priorfetch.engine.transfer;

import java.time.Duration;

/**
 * How many lanes to a peer are worth their while. Begins with all that the site allows; takes one away for a while when the
 * peer refuses or is out of resources, and tries now and then whether one less carries as much, or one more carries more.
 * Remembers what it learnt for as long as it lives. Guarded by its owner.
 */
final class LaneControl {

    /** Shorter than this says nothing about the rate. */
    static final Duration WINDOW = Duration.ofSeconds(2);

    /** After so many windows another number is tried; twice as many after each try that was in vain. */
    private static final int FIRST_TRY = 4;
    private static final int SELDOM = 64;

    /** One less must carry at least this part of the rate, one more at least so many times the rate. */
    private static final double AS_MUCH = 0.97;
    private static final double MORE = 1.05;

    /** Refused lanes are asked for again after so many windows, twice as many each time. */
    private static final int REST = 15;

    private int most;
    private int lanes;
    private int refusedAt = Integer.MAX_VALUE;
    private int rest = REST;
    private int restLeft;
    private int patience = FIRST_TRY;
    private int untilTry = FIRST_TRY;
    private int triedFrom;
    private double rateBefore;
    private boolean upNext;

    /**
     * @param most what the site allows, 1 or more
     */
    LaneControl(int most) {
        this.most = most;
        this.lanes = most;
    }

    int lanes() {
        return lanes;
    }

    /** The site allows another number now; more are used at once, unless fewer had turned out to be better. */
    void allow(int now) {
        if (now == most) {
            return;
        }
        boolean all = lanes == most && restLeft == 0;
        most = now;
        if (all || lanes > now) {
            lanes = now;
            triedFrom = 0;
        }
    }

    /** The peer is out of resources. */
    void outOfResources() {
        holdAt(lanes > triedFrom && triedFrom != 0 ? triedFrom : lanes - 1);
    }

    /**
     * The peer took no more than so many.
     *
     * @param working lanes that it serves
     */
    void refused(int working) {
        holdAt(Math.min(lanes, working));
    }

    private void holdAt(int some) {
        lanes = Math.max(1, some);
        triedFrom = 0;
        refusedAt = lanes + 1;
        restLeft = rest;
        rest = Math.min(rest * 2, REST * SELDOM);
        untilTry = patience;
    }

    /**
     * One window has passed in which all lanes were busy.
     *
     * @param rate what was carried in it, in whatever unit
     */
    void window(double rate) {
        if (restLeft > 0 && --restLeft == 0) {
            refusedAt = Integer.MAX_VALUE;
            upNext = true;
        }
        if (triedFrom != 0) {
            judge(rate);
        } else if (--untilTry <= 0) {
            tryAnother(rate);
        }
    }

    private void tryAnother(double rate) {
        int highest = Math.min(most, refusedAt - 1);
        boolean up = lanes < highest && (upNext || lanes == 1);
        upNext = !up;
        if (!up && lanes == 1) {
            untilTry = patience;
            return;
        }
        triedFrom = lanes;
        rateBefore = rate;
        lanes += up ? 1 : -1;
    }

    private void judge(double rate) {
        boolean better = lanes > triedFrom ? rate >= rateBefore * MORE : rate >= rateBefore * AS_MUCH;
        if (better) {
            upNext = lanes > triedFrom; // the same way again
            patience = FIRST_TRY;
            untilTry = 1;
        } else {
            lanes = triedFrom;
            patience = Math.min(patience * 2, SELDOM);
            untilTry = patience;
        }
        triedFrom = 0;
    }
}
