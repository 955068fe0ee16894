package org.priorfetch.engine.prior;

import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RelevanceLimits;
import org.priorfetch.engine.model.RelevancePair;
import org.priorfetch.engine.model.WorklistItem;

/** Compares studies with one appointment. */
final class Comparison {

    private static final RegionSet BREAST = RegionSet.of(Set.of(BodyRegion.BREAST));

    private final WorklistItem current;
    private final String accession;
    private final Exam wanted;
    private final RelevanceLimits limits;
    private final List<ClinicalPair> pairs;
    private final LocalDate today;
    private final LocalDate oldest;
    private final IdentityHashMap<Exam, Relation> relations = new IdentityHashMap<>();

    /** @param ofSite what the site compares beside what is usual */
    Comparison(WorklistItem current, Exam wanted, RelevanceLimits limits, List<RelevancePair> ofSite,
            LocalDate today) {
        this.current = current;
        this.accession = current.accessionNumber().strip();
        this.wanted = wanted;
        this.limits = limits;
        this.pairs = Stream.concat(ofSite.stream().map(ClinicalPair::of), ClinicalPair.USUAL.stream())
                .filter(pair -> pair.concerns(wanted))
                .toList();
        this.today = today;
        this.oldest = today.minus(limits.maxAge());
    }

    Assessment assess(PriorCandidate candidate, Exam exam) {
        Relation relation = relations.computeIfAbsent(exam, this::relation);
        LocalDate date = candidate.studyDate();
        return Assessment.of(candidate, relation, new Age(date, today), date != null && date.isBefore(oldest));
    }

    private Relation relation(Exam exam) {
        RegionMatch match = region(exam);
        ClinicalPair pair = match == RegionMatch.NEIGHBOURING || match == RegionMatch.OTHER ? pair(exam) : null;
        boolean overlap = match == RegionMatch.SAME || match == RegionMatch.CONTAINING;
        return new Relation(wanted, exam, pair == null ? match : RegionMatch.PAIRED,
                pair == null ? "" : pair.name(),
                ModalityMatch.of(wanted.imaging(), exam.imaging(), wanted.shown()),
                isOtherSide(exam),
                overlap && !exam.shown().covers(wanted.shown()));
    }

    private @Nullable ClinicalPair pair(Exam exam) {
        for (ClinicalPair pair : pairs) {
            if (pair.joinsWith(exam)) {
                return pair;
            }
        }
        return null;
    }

    private RegionMatch region(Exam exam) {
        RegionMatch match = RegionMatch.of(wanted.shown(), exam.shown());
        boolean named = match == RegionMatch.UNKNOWN && exam.named() && wanted.imaging().isAlike(exam.imaging());
        return named ? RegionMatch.NAMED : match;
    }

    /** Both breasts are read together. */
    private boolean isOtherSide(Exam exam) {
        return wanted.regions().isOppositeOf(exam.regions())
                && !(BREAST.meets(wanted.shown()) && BREAST.meets(exam.shown()));
    }

    /** Why the candidate is no prior, whatever it shows; null when it may be one. */
    @Nullable
    Reason exclusion(PriorCandidate candidate, Exam exam) {
        boolean companion = exam.companion().isPresent();
        LocalDate date = candidate.studyDate();
        if (isCurrent(candidate)) {
            return Reason.of("prior.skipped.current");
        }
        if (!companion && exam.imaging().imageless()) {
            return Reason.of("prior.skipped.noImages");
        }
        if (date != null && date.isAfter(today)) {
            return Reason.of("prior.skipped.future");
        }
        boolean admitted = companion || limits.admits(candidate.modalities());
        return admitted ? null : Reason.of("prior.skipped.modalityByRule", limits.rule());
    }

    static Reason tooOld(Assessment assessment) {
        return new Reason(List.of(Message.of("prior.skipped.tooOld"), assessment.age().inWords()));
    }

    private boolean isCurrent(PriorCandidate candidate) {
        boolean sameAccession = !accession.isEmpty() && accession.equals(candidate.accessionNumber().strip());
        return sameAccession || candidate.ref().studyInstanceUid().equals(current.studyInstanceUid());
    }
}
