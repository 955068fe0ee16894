package org.priorfetch.app.rules;

import java.time.Period;

/** In what an age is counted. */
enum AgeUnit {
    YEARS, MONTHS, DAYS;

    Period of(int number) {
        return switch (this) {
            case YEARS -> Period.ofYears(number);
            case MONTHS -> Period.ofMonths(number);
            case DAYS -> Period.ofDays(number);
        };
    }
}
