package org.priorfetch.engine.demo;

import java.util.random.RandomGenerator;

/** Draws one image of a phantom. */
@FunctionalInterface
interface Painter {

    /**
     * Draws.
     *
     * @param position of the slice, from 0 at the first to 1 at the last
     * @param anatomy what differs from patient to patient; gives the same numbers for every slice of a patient
     */
    void paint(Canvas canvas, double position, RandomGenerator anatomy);

    /** Bump that is 1 at the centre and falls to 0 at the given distance. */
    static double bump(double position, double centre, double reach) {
        double distance = (position - centre) / reach;
        return Math.sqrt(Math.max(0, 1 - distance * distance));
    }
}
