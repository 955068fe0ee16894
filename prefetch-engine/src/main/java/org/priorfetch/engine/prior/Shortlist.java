package org.priorfetch.engine.prior;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.RelevanceLimits;
import org.priorfetch.engine.model.Selection;
import org.priorfetch.engine.model.SkipReason;

/**
 * Chooses among the relevant studies: the newest of same region and modality, the oldest of them, then the best of all,
 * until the places are filled.
 */
final class Shortlist {

    private final RelevanceLimits limits;
    private final Selection selection;
    private final List<Assessment> relevant;
    private final Set<Assessment> newest = identitySet();
    private final Set<Assessment> oldest = identitySet();
    private final Map<Assessment.Kind, List<Assessment>> byKind = new HashMap<>();
    private final Map<Assessment.Kind, Integer> takenOfKind = new HashMap<>();
    private final List<RankedPrior> taken = new ArrayList<>();
    private final List<SkipReason> skipped = new ArrayList<>();
    private int free;
    private boolean full;
    private int unknown;

    /** @param newestFirst the relevant ones, also those that are too old */
    Shortlist(Collection<Assessment> newestFirst, RelevanceLimits limits) {
        this.limits = limits;
        this.selection = limits.selection();
        this.relevant = newestFirst.stream().sorted(Assessment.BEST_FIRST).toList();
        prefer(newestFirst.stream().filter(Assessment::isLike).toList());
        newestFirst.stream()
                .filter(assessment -> !assessment.tooOld() || newest.contains(assessment))
                .forEach(assessment -> byKind.computeIfAbsent(assessment.kind(), _ -> new ArrayList<>())
                        .add(assessment));
        free = limits.maxPriors() - newest.size() - oldest.size();
    }

    private void prefer(List<Assessment> like) {
        like.stream().limit(Math.min(selection.newest(), limits.maxPriors())).forEach(newest::add);
        int places = Math.min(selection.oldest(), limits.maxPriors() - newest.size());
        like.reversed()
                .stream()
                .filter(assessment -> !assessment.tooOld() && !newest.contains(assessment))
                .limit(places)
                .forEach(oldest::add);
    }

    /** @param regionKnown whether anybody can tell what the appointment shows */
    Shortlist choose(boolean regionKnown) {
        for (Assessment assessment : relevant) {
            Message against = against(assessment, regionKnown);
            if (against == null) {
                take(assessment);
            } else if (assessment.tooOld()) {
                skipped.add(new SkipReason(assessment.candidate(), 0, Comparison.tooOld(assessment)));
            } else {
                skipped.add(new SkipReason(assessment.candidate(), assessment.score(),
                        Reasons.skipped(assessment, against)));
            }
        }
        return this;
    }

    List<RankedPrior> taken() {
        return taken;
    }

    List<SkipReason> skipped() {
        return skipped;
    }

    private @Nullable Message against(Assessment assessment, boolean regionKnown) {
        if (newest.contains(assessment) || oldest.contains(assessment)) {
            return null;
        }
        if (assessment.tooOld()) {
            return Message.of("prior.skipped.tooOld");
        }
        if (free == 0) {
            full = true;
            return quota();
        }
        boolean blind = regionKnown && assessment.region() == RegionMatch.UNKNOWN;
        if (blind && unknown >= selection.unknown()) {
            return Message.of("prior.skipped.unknownQuota", selection.unknown());
        }
        int most = assessment.mostOfKind();
        if (takenOfKind.getOrDefault(assessment.kind(), 0) >= most) {
            return Message.of("prior.skipped.enoughAlike", most);
        }
        unknown += blind ? 1 : 0;
        free--;
        return null;
    }

    private Message quota() {
        return limits.rule().isEmpty() ? Message.of("prior.skipped.quota", limits.maxPriors())
                : Message.of("prior.skipped.quotaByRule", limits.maxPriors(), limits.rule());
    }

    private void take(Assessment assessment) {
        takenOfKind.merge(assessment.kind(), 1, Integer::sum);
        List<Message> further = new ArrayList<>(oldest.contains(assessment) && full
                ? List.of(Message.of("prior.oldest"))
                : placeAmongLike(assessment));
        if (assessment.tooOld()) {
            further.add(Message.of("prior.keptThoughOld", selection.newest()));
        }
        further.addAll(byRule(limits));
        taken.add(new RankedPrior(assessment.candidate(), assessment.score(), Reasons.of(assessment, further)));
    }

    /** Names the site's rule that decided, if there is one. */
    static List<Message> byRule(RelevanceLimits limits) {
        return limits.rule().isEmpty() ? List.of() : List.of(Message.of("prior.byRule", limits.rule()));
    }

    private List<Message> placeAmongLike(Assessment assessment) {
        List<Assessment> like = byKind.getOrDefault(assessment.kind(), List.of());
        if (like.size() <= 1) {
            return List.of();
        }
        int place = like.indexOf(assessment) + 1;
        return List.of(place == 1
                ? Message.of("prior.newestOf", like.size())
                : Message.of("prior.placeOf", place, like.size()));
    }

    private static Set<Assessment> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
