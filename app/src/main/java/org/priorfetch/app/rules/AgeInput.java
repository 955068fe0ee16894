package org.priorfetch.app.rules;

import java.time.Period;

import org.jspecify.annotations.Nullable;

/** An age as it is typed. */
record AgeInput(String number, AgeUnit unit) {

    static final AgeInput NONE = new AgeInput("", AgeUnit.YEARS);

    @SuppressWarnings("JavaPeriodGetDays") // an age in the settings has one unit
    static AgeInput of(@Nullable Period age) {
        if (age == null) {
            return NONE;
        }
        if (age.getDays() != 0) {
            return new AgeInput(String.valueOf(age.getDays()), AgeUnit.DAYS);
        }
        return age.getMonths() == 0 ? new AgeInput(String.valueOf(age.getYears()), AgeUnit.YEARS)
                : new AgeInput(String.valueOf(age.toTotalMonths()), AgeUnit.MONTHS);
    }

    boolean isNone() {
        return number.isBlank();
    }

    boolean isRight() {
        return number.strip().matches("0*[1-9][0-9]{0,4}");
    }

    /** Null where there is none, or nothing that could be one. */
    @Nullable
    Period period() {
        return isRight() ? unit.of(Integer.parseInt(number.strip())) : null;
    }
}
