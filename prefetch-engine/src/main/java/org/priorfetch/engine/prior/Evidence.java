package org.priorfetch.engine.prior;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.priorfetch.engine.model.PriorFeedback;

/**
 * How often people did the same thing, and whether that is a habit.
 *
 * @param cases different studies of different appointments: neither a long list of one patient nor one study that is fetched
 *        again and again tells much
 * @param people who did it
 * @param days on which it was done
 * @param span days from the first time to the last, both counted
 */
record Evidence(int cases, int people, int days, int span) {

    /** Below this, chance and a single difficult patient look the same as a habit. */
    static final int LEAST_CASES = 5;
    /** What happens on one or two days is an event, such as an audit or a conference, and passes. */
    static final int LEAST_DAYS = 3;
    /** One person's taste is no rule of the site; but where one account is all there is, its habit counts in the end. */
    static final int LEAST_CASES_OF_ONE = 10;
    /** Where more than one in five did the opposite, people do not agree, and no rule would suit them. */
    static final double MOST_AGAINST = 0.2;

    static Evidence of(Collection<PriorFeedback> feedback, ZoneId zone) {
        List<LocalDate> days = feedback.stream()
                .map(one -> LocalDate.ofInstant(one.at(), zone))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        int span = days.isEmpty() ? 0 : (int) ChronoUnit.DAYS.between(days.getFirst(), days.getLast()) + 1;
        return new Evidence(
                Math.min(different(feedback, PriorFeedback::appointmentId),
                        different(feedback, PriorFeedback::studyInstanceUid)),
                different(feedback, PriorFeedback::who), days.size(), span);
    }

    private static int different(Collection<PriorFeedback> feedback, Function<PriorFeedback, String> what) {
        return (int) feedback.stream().map(what).distinct().count();
    }

    boolean isHabit() {
        return cases >= LEAST_CASES && days >= LEAST_DAYS && (people > 1 || cases >= LEAST_CASES_OF_ONE);
    }

    /** Whether the opposite was done so seldom that people can be said to agree. */
    static boolean agree(int done, int opposite) {
        return opposite <= MOST_AGAINST * (done + opposite);
    }
}
