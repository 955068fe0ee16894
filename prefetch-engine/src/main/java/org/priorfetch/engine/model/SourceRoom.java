package org.priorfetch.engine.model;

/**
 * How many transfers of a source run side by side, and what each has of it: the first takes the lanes that it has work for,
 * the next those that are left.
 *
 * @param lanes requests to the source at a time, 1 or more
 * @param lanesOfOne one transfer uses so many of them at most
 * @param jobs transfers at a time while all lanes have work
 * @param mostJobs transfers at a time while lanes are left
 */
public record SourceRoom(int lanes, int lanesOfOne, int jobs, int mostJobs) {

    /** Room for one transfer after the other. */
    public static final SourceRoom ONE = new SourceRoom(1, 1, 1, 1);
}
