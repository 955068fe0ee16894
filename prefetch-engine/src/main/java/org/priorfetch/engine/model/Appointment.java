package org.priorfetch.engine.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * A worklist item that is being followed.
 *
 * @param changed when it last changed so that its priors must be looked for anew
 * @param asked when sources and PACS were last asked for its priors; null when not yet
 * @param unanswered who did not answer then: names of sources, or {@link StudyRef#PACS}
 * @param pinned whether a person wants it kept, also after its time
 */
public record Appointment(WorklistItem item, AppointmentStatus status, Instant changed, @Nullable Instant asked,
        SortedSet<String> unanswered, boolean pinned) {

    private static final Duration KEPT = Duration.ofHours(24);

    public Appointment {
        unanswered = Collections.unmodifiableSortedSet(new TreeSet<>(unanswered));
    }

    public static Appointment newlySeen(WorklistItem item, Instant now) {
        return new Appointment(item, AppointmentStatus.SCHEDULED, now, null, Collections.emptySortedSet(), false);
    }

    public String id() {
        return item.appointmentId();
    }

    /** Over for us: cancelled, or a day past its time and not pinned. */
    public boolean isOver(Instant now) {
        return status == AppointmentStatus.CANCELLED || (!pinned && now.isAfter(item.scheduledStart().plus(KEPT)));
    }

    /** Whether its priors have been looked for since it last changed. */
    public boolean isAsked() {
        return asked != null && !asked.isBefore(changed);
    }

    public Appointment with(AppointmentStatus newStatus) {
        return new Appointment(item, newStatus, changed, asked, unanswered, pinned);
    }

    public Appointment with(WorklistItem newItem) {
        return new Appointment(newItem, status, changed, asked, unanswered, pinned);
    }

    public Appointment changedTo(WorklistItem newItem, Instant now) {
        return new Appointment(newItem, status, now, asked, unanswered, pinned);
    }

    public Appointment askedAt(Instant at, Set<String> nowUnanswered) {
        return new Appointment(item, status, changed, at, new TreeSet<>(nowUnanswered), pinned);
    }

    public Appointment pinned(boolean nowPinned) {
        return new Appointment(item, status, changed, asked, unanswered, nowPinned);
    }
}
