package org.priorfetch.engine.forecast;

/** A transfer under way in a forecast. Used by one thread at a time. */
final class Moving {

    private static final double DONE = 0.001;

    private final Work work;
    private final int place;
    private final double all;
    private double left;

    /**
     * @param place in the order in which transfers begin
     * @param seconds that it takes when the source is its own
     */
    Moving(Work work, int place, double seconds) {
        this.work = work;
        this.place = place;
        this.all = seconds;
        this.left = seconds;
    }

    long id() {
        return work.id();
    }

    int place() {
        return place;
    }

    double left() {
        return left;
    }

    /** How many lanes it has work for; one also where nobody knows. */
    int lanes(int most) {
        double images = left < all ? work.left().instances() * left / all : work.left().instances();
        return (int) Math.clamp(Math.ceil(images), 1, most);
    }

    /** So much of what it takes is over. */
    void pass(double seconds) {
        left -= seconds;
    }

    boolean isDone() {
        return left < DONE;
    }
}
