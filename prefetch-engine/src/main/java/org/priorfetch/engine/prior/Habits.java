package org.priorfetch.engine.prior;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.PriorFeedback;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RuleSuggestion.Kind;
import org.priorfetch.engine.prior.Bench.Verdict;
import org.priorfetch.engine.prior.Wishes.Study;

/** Sorts what people did against the rules by what was alike in it, the most frequent first. */
final class Habits {

    private static final Comparator<Habit> MOST_FREQUENT_FIRST = Comparator
            .comparingInt((Habit habit) -> habit.feedback().size())
            .reversed()
            .thenComparing(habit -> habit.key().id());

    private final Map<Habit.Key, List<PriorFeedback>> alike = new LinkedHashMap<>();

    private Habits() {}

    /** @param verdicts of the rules that hold now */
    static List<Habit> of(Wishes wishes, Map<Study, Verdict> verdicts) {
        Habits habits = new Habits();
        wishes.last()
                .forEach(one -> Optional.ofNullable(verdicts.get(Study.of(one)))
                        .ifPresent(verdict -> habits.note(one, verdict)));
        return habits.alike.entrySet()
                .stream()
                .map(entry -> new Habit(entry.getKey(), entry.getValue()))
                .sorted(MOST_FREQUENT_FIRST)
                .toList();
    }

    private void note(PriorFeedback one, Verdict verdict) {
        Kind kind = kind(one, verdict);
        if (kind == null) {
            return;
        }
        for (ModalityFamily family : Habit.families(one.appointment())) {
            for (BodyRegion region : one.appointment().regions()) {
                note(one, kind, verdict.rule(), family, region);
            }
        }
    }

    private void note(PriorFeedback one, Kind kind, String rule, ModalityFamily family, BodyRegion region) {
        switch (kind) {
            case PAIR -> Habit.families(one.shown())
                    .forEach(priors -> one.shown()
                            .regions()
                            .forEach(with -> add(new Habit.Key(kind, "", family, region, priors, with), one)));
            case MODALITY -> Habit.families(one.shown())
                    .forEach(priors -> add(new Habit.Key(kind, rule, family, region, priors, null), one));
            case OLDER, MORE, YOUNGER -> add(new Habit.Key(kind, rule, family, region, null, null), one);
        }
    }

    /** Modalities that belong to no family are alike only by chance. */
    private void add(Habit.Key key, PriorFeedback one) {
        if (key.family() != ModalityFamily.OTHER && key.priors() != ModalityFamily.OTHER) {
            alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(one);
        }
    }

    /** Which kind of change could do what the person did; null where the rules did the same, or none could. */
    private static @Nullable Kind kind(PriorFeedback one, Verdict verdict) {
        if (one.isWanted() == verdict.taken()) {
            return null;
        }
        return verdict.taken() ? Kind.YOUNGER : kind(one, verdict.reason());
    }

    private static @Nullable Kind kind(PriorFeedback one, Reason refusal) {
        if (refusal.has("prior.skipped.modalityByRule")) {
            return Kind.MODALITY;
        }
        if (refusal.has("prior.skipped.tooOld")) {
            return Kind.OLDER;
        }
        if (refusal.has("prior.skipped.quota") || refusal.has("prior.skipped.quotaByRule")) {
            return Kind.MORE;
        }
        RegionMatch match = RegionMatch.of(RegionSet.of(one.appointment().regions()),
                RegionSet.of(one.shown().regions()));
        boolean apart = match == RegionMatch.OTHER || match == RegionMatch.NEIGHBOURING;
        return apart && refusal.has("prior.skipped.region") ? Kind.PAIR : null;
    }
}
