package org.priorfetch.engine.prior;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.priorfetch.engine.model.Companion;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RelevanceLimits;
import org.priorfetch.engine.model.SkipReason;

/**
 * Studies that hold no images, but reports and the like. They come along with the priors that they belong to or that show
 * the same, and take no place from them.
 */
final class Accompanying {

    private final RelevanceLimits limits;
    private final List<PriorCandidate> priors;
    private final List<RankedPrior> taken = new ArrayList<>();
    private final List<SkipReason> skipped = new ArrayList<>();
    private int ofRegion;

    Accompanying(RelevanceLimits limits, Collection<RankedPrior> priors) {
        this.limits = limits;
        this.priors = priors.stream().map(RankedPrior::candidate).toList();
    }

    List<RankedPrior> taken() {
        return taken;
    }

    List<SkipReason> skipped() {
        return skipped;
    }

    /** To be called with the newest first. */
    void judge(Companion companion, Assessment study) {
        boolean belongs = priors.stream().anyMatch(prior -> isOf(study, prior));
        if (!limits.selection().companions().contains(companion)) {
            skip(study, Reason.of("prior.skipped.companion", name(companion)));
        } else if (belongs) {
            take(companion, study, Message.of("prior.belongs"));
        } else if (!showsTheSame(study)) {
            skip(study, new Reason(List.of(Message.of("prior.skipped.region", name(companion)),
                    study.region().message())));
        } else if (study.tooOld()) {
            skip(study, Comparison.tooOld(study));
        } else if (ofRegion >= limits.maxPriors()) {
            skip(study, Reason.of("prior.skipped.quota", limits.maxPriors()));
        } else {
            ofRegion++;
            take(companion, study, study.region().message());
        }
    }

    private void take(Companion companion, Assessment study, Message why) {
        List<Message> phrases = Stream.concat(
                Stream.of(Message.of(companion.key()), why, study.age().inWords()),
                Shortlist.byRule(limits).stream()).toList();
        taken.add(new RankedPrior(study.candidate(), study.score(), new Reason(phrases)));
    }

    private void skip(Assessment study, Reason why) {
        skipped.add(new SkipReason(study.candidate(), 0, why));
    }

    private static String name(Companion companion) {
        return "#" + companion.key();
    }

    private static boolean showsTheSame(Assessment study) {
        return (study.region() == RegionMatch.SAME || study.region() == RegionMatch.CONTAINING)
                && !study.relation().otherSide();
    }

    /** Of the same order; or of the same day, where nothing tells what it is about. */
    private static boolean isOf(Assessment companion, PriorCandidate prior) {
        String accession = companion.candidate().accessionNumber().strip();
        boolean sameOrder = !accession.isEmpty() && accession.equals(prior.accessionNumber().strip());
        LocalDate date = companion.candidate().studyDate();
        return sameOrder || (companion.region() == RegionMatch.UNKNOWN && date != null
                && date.equals(prior.studyDate()));
    }
}
