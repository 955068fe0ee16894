package org.priorfetch.app.fetch;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** The quick choices of when a study was made. */
enum Period {
    ANY, LAST_YEAR, FIVE_YEARS, OWN;

    private static final int MANY = 5;

    /** The first day; null when it is open, or for a person to say. */
    @Nullable
    LocalDate from(LocalDate today) {
        return switch (this) {
            case ANY, OWN -> null;
            case LAST_YEAR -> today.minusYears(1);
            case FIVE_YEARS -> today.minusYears(MANY);
        };
    }
}
