package org.priorfetch.engine.prior;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.priorfetch.engine.model.PastAppointment;
import org.priorfetch.engine.model.PriorFeedback;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.RuleSuggestion.Kind;
import org.priorfetch.engine.prior.Bench.Verdict;
import org.priorfetch.engine.prior.Wishes.Study;

/** Finds out what a change of the rules would have made of what people did. */
final class Assay {

    /**
     * What a change does as people did.
     *
     * @param feedback of the habit, that the change does instead of people
     * @param of studies that it judges otherwise than before, and that people could have had a say in
     */
    record Gain(List<PriorFeedback> feedback, int of) {}

    private final Wishes wishes;
    private final Bench bench;
    private final Map<RelevanceRules, Map<Study, Verdict>> judged = new HashMap<>();

    Assay(Wishes wishes, Bench bench) {
        this.wishes = wishes;
        this.bench = bench.of(wishes.judged());
    }

    Map<Study, Verdict> verdicts(RelevanceRules rules) {
        return judged.computeIfAbsent(rules, bench::judge);
    }

    /** Empty where too little speaks for the change, too much against it, or a study that is wanted would be lost. */
    Optional<Gain> gain(Habit habit, RelevanceRules before, RelevanceRules after) {
        boolean loses = wishes.wanted(true).stream().anyMatch(one -> isTaken(one, before) && !isTaken(one, after));
        if (loses) {
            return Optional.empty();
        }
        Gain gain = habit.key().kind() == Kind.YOUNGER ? left(habit, before, after) : taken(habit, before, after);
        boolean agreed = Evidence.agree(gain.feedback().size(), gain.of() - gain.feedback().size());
        return agreed && Evidence.of(gain.feedback(), bench.zone()).isHabit() ? Optional.of(gain) : Optional.empty();
    }

    private boolean isTaken(PriorFeedback one, RelevanceRules rules) {
        Verdict verdict = verdicts(rules).get(Study.of(one));
        return verdict != null && verdict.taken();
    }

    /** Against it speaks what people skipped that is like it, whether the rules take it or not. */
    private Gain taken(Habit habit, RelevanceRules before, RelevanceRules after) {
        Predicate<PriorFeedback> fresh = one -> !isTaken(one, before) && isTaken(one, after);
        List<PriorFeedback> gained = habit.feedback().stream().filter(fresh).toList();
        long against = wishes.wanted(false)
                .stream()
                .filter(one -> fresh.test(one) || (isTaken(one, after) && isLike(one, habit)))
                .count();
        return new Gain(gained, gained.size() + (int) against);
    }

    private boolean isLike(PriorFeedback one, Habit habit) {
        return switch (habit.key().kind()) {
            case PAIR, MODALITY -> habit.key().covers(one);
            case OLDER, MORE, YOUNGER -> false;
        };
    }

    /** Against it speaks what nobody skipped. */
    private Gain left(Habit habit, RelevanceRules before, RelevanceRules after) {
        List<PriorFeedback> gained = habit.feedback()
                .stream()
                .filter(one -> isTaken(one, before) && !isTaken(one, after))
                .toList();
        return gained.isEmpty() ? new Gain(gained, 0) : new Gain(gained, newlyLeft(habit, before, after));
    }

    private int newlyLeft(Habit habit, RelevanceRules before, RelevanceRules after) {
        Bench alike = bench.of(wishes.appointments().stream().filter(past -> isFor(habit, past)).toList());
        Map<Study, Verdict> now = alike.judge(after);
        Map<Study, Verdict> then = alike.judge(before);
        return (int) then.entrySet()
                .stream()
                .filter(entry -> entry.getValue().taken())
                .map(entry -> now.get(entry.getKey()))
                .filter(verdict -> verdict != null && !verdict.taken())
                .count();
    }

    private boolean isFor(Habit habit, PastAppointment past) {
        return habit.key().coversAppointment(bench.ranker().examined(past.item()));
    }

    /** Studies of which people did something. */
    static List<Study> studies(Collection<PriorFeedback> feedback) {
        return feedback.stream().map(Study::of).toList();
    }
}
