package org.priorfetch.engine.port;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.priorfetch.engine.model.PeerMeasures.Ping;

/** Small questions, one after the other, with a watch beside them. */
public final class Pings {

    private static final int MOST = 20;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final double NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** One of them. */
    public interface Question {

        void ask() throws PeerException;
    }

    private Pings() {}

    /** The first one is not counted, as connections may have to be made for it. Ends early when the time is over. */
    public static Ping of(Question question) throws PeerException {
        long end = System.nanoTime() + LONGEST.toNanos();
        question.ask();
        double[] millis = new double[MOST];
        int count = 0;
        while (count == 0 || (count < MOST && System.nanoTime() < end)) {
            long begun = System.nanoTime();
            question.ask();
            millis[count++] = (System.nanoTime() - begun) / NANOS;
        }
        double[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        return new Ping(sorted[count / 2], sorted[count - 1], count);
    }
}
