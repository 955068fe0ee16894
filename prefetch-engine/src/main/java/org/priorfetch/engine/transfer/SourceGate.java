package org.priorfetch.engine.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.HoursWindow;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.SourceRoom;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.Urgency;

/**
 * Whether a peer may be used now: rest after failures, hours, daily volume, jobs at a time. Guarded by its owner.
 */
public final class SourceGate {

    /** Not before then, and why. */
    record Closed(Instant until, Reason reason) {}

    private static final String OUTSIDE_HOURS = "transfer.outsideHours";
    private static final String OUTSIDE_DAYS = "transfer.outsideDays";
    private static final String DAILY_VOLUME = "transfer.dailyVolume";
    /** One has the lanes, the next is prepared. */
    private static final int JOBS_AT_A_TIME = 2;
    private static final int TELLING_STUDIES = 3;

    private final String name;
    private SourceBudget budget;
    private final ZoneId zone;
    private int failures;
    private Instant restsUntil = Instant.MIN;
    private final Set<String> failedStudies = new HashSet<>();
    private LocalDate day = LocalDate.MIN;
    private long bytesToday;

    SourceGate(String name, SourceBudget budget, ZoneId zone) {
        this.name = name;
        this.budget = budget;
        this.zone = zone;
    }

    /** What it has borne today counts still. */
    void change(SourceBudget other) {
        budget = other;
    }

    /** Whether the wait keeps to what the site allows, rather than following a failure. */
    static boolean isAllowance(Reason reason) {
        return isOutsideHours(reason) || isDailyVolume(reason);
    }

    /** Whether the wait is for the hours of the peer. */
    public static boolean isOutsideHours(Reason reason) {
        return reason.has(OUTSIDE_HOURS) || reason.has(OUTSIDE_DAYS);
    }

    /** Whether the wait is for the next day, as the peer has borne its volume of this one. */
    public static boolean isDailyVolume(Reason reason) {
        return reason.has(DAILY_VOLUME);
    }

    /**
     * @param asking jobs of the source that have images to ask for
     * @param runningOut whether they leave lanes without work, or soon will
     */
    boolean hasRoom(long asking, boolean runningOut) {
        return asking < (runningOut ? budget.associations() : Math.min(JOBS_AT_A_TIME, budget.associations()));
    }

    /**
     * How many jobs that makes.
     *
     * @param lanes to the source, as many as it turned out to bear
     * @param lanesOfOne at most so many for one job
     */
    SourceRoom room(int lanes, int lanesOfOne) {
        return new SourceRoom(lanes, lanesOfOne, Math.min(JOBS_AT_A_TIME, budget.associations()),
                budget.associations());
    }

    /**
     * The peer was in trouble, and rests. All tries that it broke off are one failure, and so is one made while it rests.
     *
     * @param begun when the try began
     */
    void failed(Instant begun, Instant now, BackOff backOff) {
        if (!begun.isBefore(restsUntil)) {
            failures++;
            restsUntil = now.plus(backOff.after(failures));
        }
    }

    /** It could not do it for one study. Only when it is so for several, one after the other, is it the peer. */
    void failedWith(String studyInstanceUid, Instant begun, Instant now, BackOff backOff) {
        failedStudies.add(studyInstanceUid);
        if (failedStudies.size() >= TELLING_STUDIES) {
            failed(begun, now, backOff);
        }
    }

    void behaved() {
        failures = 0;
        restsUntil = Instant.MIN;
        failedStudies.clear();
    }

    void carried(long bytes, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        bytesToday = today.equals(day) ? bytesToday + bytes : bytes;
        day = today;
    }

    /**
     * Why the job must wait; null when it need not.
     *
     * @param underWay bytes that the transfers which are under way have carried until now, by the name of the peer
     */
    @Nullable
    Closed closedFor(TransferJob job, Instant now, ToLongFunction<String> underWay) {
        if (now.isBefore(restsUntil) && job.urgency() != Urgency.STAT) {
            return new Closed(restsUntil, Reason.of("transfer.rests", name));
        }
        Closed full = closedByVolume(now, underWay);
        return full == null ? closedByHours(job, now) : full;
    }

    private @Nullable Closed closedByVolume(Instant now, ToLongFunction<String> underWay) {
        Long most = budget.dailyBytes();
        if (most == null) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        long carried = underWay.applyAsLong(name) + (today.equals(day) ? bytesToday : 0);
        return carried < most ? null
                : new Closed(today.plusDays(1).atStartOfDay(zone).toInstant(),
                        Reason.of(DAILY_VOLUME, name));
    }

    /** Whether the hour forbids it; null when it does not. */
    @Nullable
    Closed closedByHours(TransferJob job, Instant now) {
        HoursWindow hours = budget.hours();
        if (hours == null || job.urgency().compareTo(Urgency.HIGH) <= 0) {
            return null;
        }
        Instant opening = hours.nextOpening(now, zone);
        boolean open = !opening.isAfter(now);
        boolean dueBeforeOpening = job.due().isBefore(opening);
        return open || dueBeforeOpening ? null : new Closed(opening, outsideHours(opening, now));
    }

    private Reason outsideHours(Instant opening, Instant now) {
        LocalDateTime opens = LocalDateTime.ofInstant(opening, zone);
        boolean today = opens.toLocalDate().equals(LocalDate.ofInstant(now, zone));
        return today ? Reason.of(OUTSIDE_HOURS, name, opens.toLocalTime())
                : Reason.of(OUTSIDE_DAYS, name, "#transfer.day." + opens.getDayOfWeek(), opens.toLocalTime());
    }
}
