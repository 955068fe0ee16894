package org.priorfetch.engine.model;

import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * The hours in which a source may be used for work that is not urgent. May pass midnight; equal ends mean the whole day.
 *
 * @param opens inclusive
 * @param closes exclusive
 */
public record HoursWindow(LocalTime opens, LocalTime closes) {

    public boolean contains(LocalTime time) {
        if (opens.equals(closes)) {
            return true;
        }
        boolean afterOpening = !time.isBefore(opens);
        boolean beforeClosing = time.isBefore(closes);
        return opens.isBefore(closes) ? afterOpening && beforeClosing : afterOpening || beforeClosing;
    }

    /** When it is open next: the given time itself while it is open. */
    public LocalDateTime nextOpening(LocalDateTime from) {
        if (contains(from.toLocalTime())) {
            return from;
        }
        LocalDateTime today = from.toLocalDate().atTime(opens);
        return today.isBefore(from) ? today.plusDays(1) : today;
    }
}
