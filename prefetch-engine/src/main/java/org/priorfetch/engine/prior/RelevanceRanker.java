package org.priorfetch.engine.prior;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.Ranking;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.SkipReason;
import org.priorfetch.engine.model.WorklistItem;

/**
 * Ranks earlier studies by what a radiologist compares: region, modality, age and side. Nothing irrelevant fills a free
 * place.
 */
public final class RelevanceRanker {

    /** Studies of which nobody can tell what they show crowd out nothing: at most so many are taken. */
    static final int MOST_OF_UNKNOWN_REGION = 2;

    /**
     * Puts every candidate into one of the two lists. The result does not depend on the order of the candidates.
     *
     * @param today the date from which ages are counted
     */
    public Ranking rank(WorklistItem current, Collection<PriorCandidate> candidates, RelevanceRules rules,
            LocalDate today) {
        Regions wanted = Regions.of(current);
        List<Assessment> relevant = new ArrayList<>();
        List<SkipReason> skipped = new ArrayList<>();
        for (PriorCandidate candidate : candidates.stream().sorted(Assessment.newestFirst()).toList()) {
            Reason exclusion = exclusion(current, candidate, rules, today);
            Assessment assessment = assess(current, wanted, candidate, today);
            if (exclusion != null) {
                skipped.add(new SkipReason(candidate, 0, exclusion));
            } else if (assessment.isRelevant()) {
                relevant.add(assessment);
            } else {
                skipped.add(assessment.irrelevant());
            }
        }
        relevant.sort(Assessment.BEST_FIRST);
        return withinQuota(relevant, skipped, rules, wanted.isKnown());
    }

    private static Ranking withinQuota(List<Assessment> relevant, List<SkipReason> irrelevant, RelevanceRules rules,
            boolean regionKnown) {
        List<RankedPrior> taken = new ArrayList<>();
        List<SkipReason> skipped = new ArrayList<>();
        int unknown = 0;
        for (Assessment assessment : relevant) {
            boolean blind = regionKnown && assessment.region() == RegionMatch.UNKNOWN;
            if (taken.size() >= rules.maxPriors()) {
                skipped.add(assessment.skippedFor(Message.of("prior.skipped.quota", rules.maxPriors())));
            } else if (blind && unknown >= MOST_OF_UNKNOWN_REGION) {
                skipped.add(assessment.skippedFor(Message.of("prior.skipped.unknownQuota", MOST_OF_UNKNOWN_REGION)));
            } else {
                unknown += blind ? 1 : 0;
                taken.add(assessment.ranked(placeAmongLike(assessment, relevant)));
            }
        }
        skipped.addAll(irrelevant);
        return new Ranking(taken, skipped);
    }

    private static List<Message> placeAmongLike(Assessment assessment, List<Assessment> relevant) {
        List<PriorCandidate> like = relevant.stream()
                .filter(assessment::isComparableWith)
                .map(Assessment::candidate)
                .sorted(Assessment.newestFirst())
                .toList();
        int place = like.indexOf(assessment.candidate()) + 1;
        if (like.size() == 1) {
            return List.of();
        }
        return List.of(place == 1
                ? Message.of("prior.newestOf", like.size())
                : Message.of("prior.placeOf", place, like.size()));
    }

    private static Assessment assess(WorklistItem current, Regions wanted, PriorCandidate candidate, LocalDate today) {
        Regions shown = Regions.of(candidate.studyDescription(), candidate.bodyParts(), candidate.modalities());
        boolean breast = wanted.regions().contains(BodyRegion.BREAST);
        return new Assessment(candidate, shown, RegionMatch.of(wanted.regions(), shown.regions()),
                ModalityMatch.of(current.modalities(), candidate.modalities(), breast), wanted.isOppositeOf(shown),
                new Age(candidate.studyDate(), today));
    }

    /** Why the candidate is no prior at all; null when it may be one. */
    private static @Nullable Reason exclusion(WorklistItem current, PriorCandidate candidate, RelevanceRules rules,
            LocalDate today) {
        LocalDate date = candidate.studyDate();
        if (isCurrent(current, candidate)) {
            return Reason.of("prior.skipped.current");
        }
        if (isWithoutImages(candidate.modalities())) {
            return Reason.of("prior.skipped.noImages");
        }
        if (date != null && date.isAfter(today)) {
            return Reason.of("prior.skipped.future");
        }
        boolean tooOld = date != null && date.isBefore(today.minus(rules.maxAge()));
        Age age = new Age(date, today);
        return tooOld ? new Reason(List.of(Message.of("prior.skipped.tooOld"), age.inWords())) : null;
    }

    private static boolean isCurrent(WorklistItem current, PriorCandidate candidate) {
        String accession = current.accessionNumber().strip();
        boolean sameAccession = !accession.isEmpty() && accession.equals(candidate.accessionNumber().strip());
        return sameAccession || candidate.ref().studyInstanceUid().equals(current.studyInstanceUid());
    }

    private static boolean isWithoutImages(SortedSet<String> modalities) {
        return !modalities.isEmpty() && modalities.stream().noneMatch(ModalityFamily::hasImages);
    }
}
