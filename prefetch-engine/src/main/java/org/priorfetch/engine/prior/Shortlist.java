package org.priorfetch.engine.prior;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.RelevanceLimits;
import org.priorfetch.engine.model.Selection;
import org.priorfetch.engine.model.SkipReason;
import org.priorfetch.engine.prior.Standing.Claim;

/**
 * Chooses among the relevant studies: the newest of same region and modality, the oldest of them, then the best of all,
 * until the places are filled. Many of one kind do not crowd out the first of another.
 */
final class Shortlist {

    private final RelevanceLimits limits;
    private final Selection selection;
    private final boolean regionKnown;
    private final Map<Relation.Kind, Integer> takenOfKind = new HashMap<>();
    private final List<RankedPrior> taken = new ArrayList<>();
    private final List<SkipReason> skipped = new ArrayList<>();
    private int free;
    private boolean full;
    private int unknown;

    /** @param regionKnown whether anybody can tell what the appointment shows */
    Shortlist(List<Standing> standings, RelevanceLimits limits, boolean regionKnown) {
        this.limits = limits;
        this.selection = limits.selection();
        this.regionKnown = regionKnown;
        free = limits.maxPriors() - (int) standings.stream().filter(Standing::hasClaim).count();
        standings.stream().sorted(Standing.BEST_FIRST).forEach(this::judge);
    }

    List<RankedPrior> taken() {
        return taken;
    }

    List<SkipReason> skipped() {
        return skipped;
    }

    private void judge(Standing standing) {
        Assessment study = standing.study();
        if (study.tooOld() && !standing.hasClaim()) {
            skipped.add(new SkipReason(study.candidate(), 0, Comparison.tooOld(study)));
            return;
        }
        Message against = standing.hasClaim() ? null : against(study);
        if (against == null) {
            takenOfKind.merge(study.relation().kind(), 1, Integer::sum);
            taken.add(new RankedPrior(study.candidate(), standing.score(), Reasons.of(study, further(standing))));
        } else {
            skipped.add(new SkipReason(study.candidate(), standing.score(), Reasons.skipped(study, against)));
        }
    }

    /** What keeps a study out that has no claim; null where nothing does, and then it has taken one of the free places. */
    private @Nullable Message against(Assessment study) {
        boolean blind = regionKnown && study.region() == RegionMatch.UNKNOWN;
        if (free == 0) {
            full = true;
            return limits.rule().isEmpty() ? Message.of("prior.skipped.quota", limits.maxPriors())
                    : Message.of("prior.skipped.quotaByRule", limits.maxPriors(), limits.rule());
        }
        if (blind && unknown >= selection.unknown()) {
            return Message.of("prior.skipped.unknownQuota", selection.unknown());
        }
        if (takenOfKind.getOrDefault(study.relation().kind(), 0) >= study.relation().mostOfKind()) {
            return Message.of("prior.skipped.enoughAlike", study.relation().mostOfKind());
        }
        unknown += blind ? 1 : 0;
        free--;
        return null;
    }

    private List<Message> further(Standing standing) {
        List<Message> further = new ArrayList<>();
        if (standing.claim() == Claim.OLDEST && full) {
            further.add(Message.of("prior.oldest"));
        } else if (standing.of() > 1) {
            further.add(standing.place() == 1 ? Message.of("prior.newestOf", standing.of())
                    : Message.of("prior.placeOf", standing.place(), standing.of()));
        }
        if (standing.study().tooOld()) {
            further.add(Message.of("prior.keptThoughOld", selection.newest()));
        }
        further.addAll(byRule(limits));
        return further;
    }

    /** Names the site's rule that decided, if there is one. */
    static List<Message> byRule(RelevanceLimits limits) {
        return limits.rule().isEmpty() ? List.of() : List.of(Message.of("prior.byRule", limits.rule()));
    }
}
