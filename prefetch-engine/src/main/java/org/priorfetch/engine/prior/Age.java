package org.priorfetch.engine.prior;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;

/** How long ago a study was made; its date is null when unknown. */
record Age(@Nullable LocalDate studyDate, LocalDate today) {

    static final int MOST_POINTS = 20;

    private static final int POINTS_WITHOUT_DATE = 5;
    private static final int WEEK = 7;
    private static final int MONTHS_IN_WORDS = 24;

    /** From 20 for today, half of that every so many days. */
    int points(int daysToHalf) {
        if (studyDate == null) {
            return POINTS_WITHOUT_DATE;
        }
        double halvings = ChronoUnit.DAYS.between(studyDate, today) / (double) daysToHalf;
        return (int) Math.round(MOST_POINTS * Math.pow(2, -halvings));
    }

    /** The age in the largest unit that still says something. */
    Message inWords() {
        if (studyDate == null) {
            return Message.of("prior.dateNotKnown");
        }
        long days = ChronoUnit.DAYS.between(studyDate, today);
        long months = ChronoUnit.MONTHS.between(studyDate, today);
        if (days == 0) {
            return Message.of("prior.age.today");
        }
        if (days < WEEK) {
            return counted(days, "prior.age.day", "prior.age.days");
        }
        if (months == 0) {
            return counted(days / WEEK, "prior.age.week", "prior.age.weeks");
        }
        return months < MONTHS_IN_WORDS
                ? counted(months, "prior.age.month", "prior.age.months")
                : Message.of("prior.age.years", ChronoUnit.YEARS.between(studyDate, today));
    }

    private static Message counted(long count, String one, String several) {
        return count == 1 ? Message.of(one) : Message.of(several, count);
    }
}
