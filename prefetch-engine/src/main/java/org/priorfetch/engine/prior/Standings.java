package org.priorfetch.engine.prior;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.priorfetch.engine.model.RelevanceLimits;
import org.priorfetch.engine.model.Selection;
import org.priorfetch.engine.prior.Standing.Claim;

/** Puts relevant studies beside those of their kind, and says which have a claim to a place. */
final class Standings {

    /** The oldest tells more than the others only when it is that much older. */
    private static final int DAYS_TO_BASELINE = 180;

    private final Selection selection;
    private final int places;
    private final List<Standing> standings = new ArrayList<>();

    private Standings(RelevanceLimits limits) {
        selection = limits.selection();
        places = limits.maxPriors();
    }

    /** @param newestFirst the relevant ones, also those that are too old */
    static List<Standing> of(Collection<Assessment> newestFirst, RelevanceLimits limits) {
        Standings all = new Standings(limits);
        Map<Relation.Kind, List<Assessment>> kinds = new HashMap<>();
        newestFirst.forEach(study -> kinds.computeIfAbsent(study.relation().kind(), _ -> new ArrayList<>()).add(study));
        kinds.values().forEach(all::add);
        return all.standings;
    }

    private void add(List<Assessment> ofKind) {
        boolean like = ofKind.getFirst().relation().isLike();
        int newest = like ? Math.min(Math.min(selection.newest(), places), ofKind.size()) : 0;
        int dated = (int) ofKind.stream().filter(Standings::canBeOldest).count();
        int oldest = like
                ? Math.clamp(oldest(ofKind, newest, dated), 0, Math.min(places, dated) - Math.min(newest, dated))
                : 0;
        int young = (int) ofKind.stream().filter(study -> !study.tooOld()).count();
        for (int index = 0; index < ofKind.size(); index++) {
            boolean isOldest = index >= dated - oldest && index < dated;
            Claim claim = index < newest ? Claim.NEWEST : isOldest ? Claim.OLDEST : Claim.NONE;
            add(ofKind.get(index), index + 1, Math.max(young, newest), claim);
        }
    }

    private void add(Assessment study, int place, int of, Claim claim) {
        int enough = study.relation().isLike() ? selection.newest() : 1;
        int score = study.score();
        standings.add(new Standing(study, place, of, place > enough ? Math.max(1, score / 2) : score, claim));
    }

    /** So many of the oldest are wanted. */
    private int oldest(List<Assessment> like, int newest, int dated) {
        Integer set = selection.oldest();
        if (set != null) {
            return set;
        }
        boolean followed = like.getFirst().relation().exam().imaging().isFollowed();
        return followed && newest > 0 && dated > newest && isBaseline(like.get(newest - 1), like.get(dated - 1)) ? 1
                : 0;
    }

    private static boolean isBaseline(Assessment newer, Assessment older) {
        LocalDate end = newer.candidate().studyDate();
        LocalDate begin = older.candidate().studyDate();
        return begin != null && end != null && ChronoUnit.DAYS.between(begin, end) >= DAYS_TO_BASELINE;
    }

    /** Those too old, and those without a date, stand behind all that can. */
    private static boolean canBeOldest(Assessment study) {
        return !study.tooOld() && study.candidate().studyDate() != null;
    }
}
