package org.priorfetch.engine.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;

import org.priorfetch.engine.model.SourceHour;

/**
 * How fast one source is: as it is now, as it was since the start, and as it was in such hours of past days. Used by one
 * thread at a time.
 */
public final class SourceRates {

    /** What was seen longer ago, in seconds of work, counts half. */
    private static final double SESSION_HALF_LIFE = 900;
    private static final double NOW_HALF_LIFE = 60;
    /** So many seconds of work outweigh what was assumed. */
    private static final double TRUST_IN_USUAL = 1;
    private static final double TRUST_IN_HISTORY = 30;
    private static final double TRUST_IN_SESSION = 20;
    /** From so much on, in seconds of work, something is known. */
    private static final double KNOWN_FROM = 1;
    private static final double MOST_NOW = 4;
    private static final double HISTORY_HALF_LIFE_DAYS = 10;
    private static final int HOURS = 24;

    private final PaceFit session = new PaceFit(SESSION_HALF_LIFE);
    private PaceFit history = new PaceFit(Double.POSITIVE_INFINITY);
    private double tookLately;
    private double saidLately;

    /** Takes in the hours of the past that are like this one: the nearer by the clock and the later, the more they count. */
    public void remember(Collection<SourceHour> past, Instant now, ZoneId zone) {
        PaceFit fresh = new PaceFit(Double.POSITIVE_INFINITY);
        int hour = now.atZone(zone).getHour();
        for (SourceHour one : past) {
            double days = Math.max(0, Duration.between(one.hour(), now).toMinutes() / 60.0 / HOURS);
            int apart = Math.abs(one.hour().atZone(zone).getHour() - hour);
            int distance = Math.min(apart, HOURS - apart);
            double weight = Math.pow(0.5, days / HISTORY_HALF_LIFE_DAYS) / (1 + (double) distance * distance);
            fresh.learn(one.busy().toMillis() / 1000.0, new Amount(one.jobs(), one.instances(), one.bytes()), weight);
        }
        history = fresh;
    }

    /** So long was it at work just now for so much. */
    public void saw(double seconds, Amount amount) {
        double left = Math.pow(0.5, seconds / NOW_HALF_LIFE);
        double said = usual().seconds(amount);
        tookLately = tookLately * left + seconds;
        saidLately = saidLately * left + said;
        session.learn(seconds, amount, 1);
    }

    /** Whether it was ever measured. */
    public boolean isKnown() {
        return session.seconds() + history.seconds() >= KNOWN_FROM;
    }

    /** As it is now. */
    public Pace pace() {
        double now = (TRUST_IN_SESSION + tookLately) / (TRUST_IN_SESSION + saidLately);
        return usual().times(Math.clamp(now, 1 / MOST_NOW, MOST_NOW));
    }

    private Pace usual() {
        double trust = Math.min(TRUST_IN_HISTORY, TRUST_IN_USUAL + history.seconds());
        return session.pace(history.pace(Pace.USUAL, TRUST_IN_USUAL), trust);
    }
}
