package org.priorfetch.engine.alert;

import java.time.Duration;
import java.time.Instant;

/** How soon a certificate ends. */
enum ExpiryStage {
    /** Not within a month. */
    FAR,
    /** Within 30 days. */
    MONTH,
    /** Within 7 days. */
    WEEK,
    /** Within a day. */
    DAY,
    /** It has ended. */
    OVER;

    static ExpiryStage of(Instant notAfter, Instant now) {
        Duration left = Duration.between(now, notAfter);
        if (!left.isPositive()) {
            return OVER;
        }
        if (left.compareTo(Duration.ofDays(1)) <= 0) {
            return DAY;
        }
        if (left.compareTo(Duration.ofDays(7)) <= 0) {
            return WEEK;
        }
        return left.compareTo(Duration.ofDays(30)) <= 0 ? MONTH : FAR;
    }
}
