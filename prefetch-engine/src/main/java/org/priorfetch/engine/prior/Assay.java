package org.priorfetch.engine.prior;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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
    private final Set<Study> studies;
    private final ZoneId zone;
    private final Bench all;
    private final Bench judged;
    private final Map<RelevanceRules, Map<Study, Verdict>> known = new HashMap<>();

    Assay(Wishes wishes, RelevanceRanker ranker, ZoneId zone) {
        this.wishes = wishes;
        this.zone = zone;
        studies = studies(wishes.last());
        all = new Bench(ranker, zone, wishes.appointments());
        judged = new Bench(ranker, zone, wishes.judged());
    }

    /** What the rules say of the studies with which people did something. */
    Map<Study, Verdict> verdicts(RelevanceRules rules) {
        return known.computeIfAbsent(rules, _ -> judged.judge(rules, studies));
    }

    /** Empty where too little speaks for the change, too much against it, or a study that is wanted would be lost. */
    Optional<Gain> gain(Habit habit, RelevanceRules before, RelevanceRules after) {
        Change change = new Change(habit, before, after);
        if (wishes.wanted(true).stream().anyMatch(change::leaves)) {
            return Optional.empty();
        }
        boolean narrows = habit.key().kind() == Kind.YOUNGER;
        List<PriorFeedback> gained = habit.feedback()
                .stream()
                .filter(narrows ? change::leaves : change::takes)
                .toList();
        if (!Evidence.of(gained, zone).isHabit()) {
            return Optional.empty();
        }
        int of = narrows ? change.left() : gained.size() + change.against();
        return Evidence.agree(gained.size(), of - gained.size()) ? Optional.of(new Gain(gained, of)) : Optional.empty();
    }

    static Set<Study> studies(Collection<PriorFeedback> feedback) {
        Set<Study> studies = new HashSet<>();
        feedback.forEach(one -> studies.add(Study.of(one)));
        return studies;
    }

    private final class Change {

        private final Habit habit;
        private final RelevanceRules rulesBefore;
        private final RelevanceRules rulesAfter;
        private final Map<Study, Verdict> before;
        private final Map<Study, Verdict> after;

        Change(Habit habit, RelevanceRules before, RelevanceRules after) {
            this.habit = habit;
            rulesBefore = before;
            rulesAfter = after;
            this.before = verdicts(before);
            this.after = new HashMap<>(this.before);
            this.after.putAll(judged.touchedBy(habit, before, after).judge(after, studies));
        }

        private static boolean isTaken(PriorFeedback one, Map<Study, Verdict> verdicts) {
            Verdict verdict = verdicts.get(Study.of(one));
            return verdict != null && verdict.taken();
        }

        boolean takes(PriorFeedback one) {
            return !isTaken(one, before) && isTaken(one, after);
        }

        boolean leaves(PriorFeedback one) {
            return isTaken(one, before) && !isTaken(one, after);
        }

        /** What people skipped and the change takes, or that is like what it is for. */
        int against() {
            Predicate<PriorFeedback> like = one -> isTaken(one, after) && isLike(one);
            return (int) wishes.wanted(false).stream().filter(like.or(this::takes)).count();
        }

        private boolean isLike(PriorFeedback one) {
            return switch (habit.key().kind()) {
                case PAIR, MODALITY -> habit.key().covers(one);
                case OLDER, MORE, YOUNGER -> false;
            };
        }

        /** All studies that the change leaves where they are, also those of which nobody said anything. */
        int left() {
            Bench touched = all.touchedBy(habit, rulesBefore, rulesAfter);
            Set<Study> left = touched.taken(rulesBefore);
            left.removeAll(touched.taken(rulesAfter));
            return left.size();
        }
    }
}
