package org.priorfetch.engine.prior;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.priorfetch.engine.model.Companion;
import org.priorfetch.engine.model.Examined;
import org.priorfetch.engine.model.LocalCodes;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.ProcedureMap;
import org.priorfetch.engine.model.ProcedureTable;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.Ranking;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RelevanceLimits;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.SkipReason;
import org.priorfetch.engine.model.WorklistItem;

/**
 * Ranks earlier studies by what a radiologist compares: region, modality, age and side. Nothing irrelevant fills a free
 * place, unless the site wants it.
 */
public final class RelevanceRanker {

    private static final Comparator<RankedPrior> BEST_FIRST = Comparator.comparingInt(RankedPrior::score)
            .reversed()
            .thenComparing(RankedPrior::candidate, Assessment.newestFirst());

    private final RegionReading regions;

    /** Knows no procedures of the site. */
    public RelevanceRanker() {
        this(ProcedureMap.EMPTY);
    }

    /** @param procedures what the site's procedures show */
    public RelevanceRanker(ProcedureMap procedures) {
        this(new ProcedureTable(procedures, LocalCodes.EMPTY));
    }

    /** @param procedures what the site's procedures, and those of its sources, show */
    public RelevanceRanker(ProcedureTable procedures) {
        this(RegionReading.by(procedures));
    }

    private RelevanceRanker(RegionReading regions) {
        this.regions = regions;
    }

    /** One that reads everything once, for as long as it is kept: to judge the same studies by several rules. */
    public RelevanceRanker remembering() {
        return new RelevanceRanker(regions.remembering());
    }

    /**
     * Puts every candidate into one of the two lists. The result does not depend on the order of the candidates.
     *
     * @param today the date from which ages are counted
     */
    public Ranking rank(WorklistItem current, Collection<PriorCandidate> candidates, RelevanceRules rules,
            LocalDate today) {
        Exam wanted = Exam.of(current, regions);
        RelevanceLimits limits = limits(current, wanted, rules);
        Sorting sorting = new Sorting(new Exam.Reader(wanted, regions),
                new Comparison(current, wanted, limits, rules.pairs(), today));
        candidates.stream().sorted(Assessment.newestFirst()).forEach(sorting::sort);

        Shortlist shortlist = new Shortlist(Standings.of(sorting.relevant, limits), limits,
                wanted.regions().isKnown());
        Accompanying accompanying = new Accompanying(limits, shortlist.taken());
        sorting.companions.forEach(found -> accompanying.judge(found.kind, found.study));
        BackFill backFill = new BackFill(limits, sorting.irrelevant, limits.maxPriors() - shortlist.taken().size());
        return new Ranking(
                joined(List.of(shortlist.taken(), accompanying.taken(), backFill.taken())).sorted(BEST_FIRST).toList(),
                joined(List.of(shortlist.skipped(), accompanying.skipped(), backFill.skipped(), sorting.excluded))
                        .toList());
    }

    /** What holds for the appointment. */
    public RelevanceLimits limits(WorklistItem current, RelevanceRules rules) {
        return limits(current, Exam.of(current, regions), rules);
    }

    /** What an appointment is to examine. */
    public Examined examined(WorklistItem item) {
        return examined(item.modalities(), regions.read(StudyWords.of(item)).regions());
    }

    /** What a study shows. */
    public Examined examined(PriorCandidate study) {
        return examined(study.modalities(), regions.read(study.ref().source(), StudyWords.of(study)).regions());
    }

    private static Examined examined(SortedSet<String> modalities, Regions shown) {
        return new Examined(modalities, shown.regions(), shown.side());
    }

    private static RelevanceLimits limits(WorklistItem current, Exam wanted, RelevanceRules rules) {
        return rules.limitsFor(current.modalities(), wanted.regions().regions());
    }

    private static <T> Stream<T> joined(List<List<T>> lists) {
        return lists.stream().flatMap(List::stream);
    }

    private record Found(Companion kind, Assessment study) {}

    /** Sorts candidates by what can become of them; each list keeps their order. */
    private static final class Sorting {

        private final Exam.Reader reader;
        private final Comparison comparison;
        private final List<Assessment> relevant = new ArrayList<>();
        private final List<Assessment> irrelevant = new ArrayList<>();
        private final List<Found> companions = new ArrayList<>();
        private final List<SkipReason> excluded = new ArrayList<>();

        Sorting(Exam.Reader reader, Comparison comparison) {
            this.reader = reader;
            this.comparison = comparison;
        }

        void sort(PriorCandidate candidate) {
            Exam exam = reader.read(candidate);
            Reason exclusion = comparison.exclusion(candidate, exam);
            if (exclusion != null) {
                excluded.add(new SkipReason(candidate, 0, exclusion));
                return;
            }
            Assessment assessment = comparison.assess(candidate, exam);
            if (exam.companion().isPresent()) {
                companions.add(new Found(exam.companion().get(), assessment));
            } else if (assessment.isRelevant()) {
                relevant.add(assessment);
            } else {
                irrelevant.add(assessment);
            }
        }
    }
}
