package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.WorklistSettings;

/** How far into the future anything is done: orders are told months ahead, and archives need not be asked for them before their time. */
final class Horizon {

    private final Map<String, Duration> ahead;
    private final Clock clock;

    Horizon(SiteSettings site, Clock clock) {
        this.ahead = site.worklists()
                .stream()
                .collect(Collectors.toMap(WorklistSettings::name, WorklistSettings::ahead));
        this.clock = clock;
    }

    /** Those of the book whose time is near enough. */
    List<BookEntry> within(List<BookEntry> entries) {
        return entries.stream().filter(entry -> reaches(entry.appointment())).toList();
    }

    /** Whether its time is near enough; one that a person keeps, or that nobody lists any more, is never too far. */
    boolean reaches(Appointment appointment) {
        Duration limit = ahead.get(appointment.item().worklist());
        return limit == null || appointment.pinned()
                || !appointment.item().scheduledStart().isAfter(clock.now().plus(limit));
    }
}
