package org.priorfetch.engine.prior;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.SkipReason;

/** A candidate compared with the appointment, apart from all others. */
record Assessment(PriorCandidate candidate, Regions regions, RegionMatch region, ModalityMatch modality,
        boolean otherSide, Age age) {

    /** The most relevant first, of equals the newest; never undecided, so that the order is always the same. */
    static final Comparator<Assessment> BEST_FIRST = Comparator.comparingInt(Assessment::score)
            .reversed()
            .thenComparing(Assessment::candidate, Assessment.newestFirst());

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,16}");
    private static final int OTHER_SIDE = 20;
    private static final int HIGHEST = 100;

    static Comparator<PriorCandidate> newestFirst() {
        return Comparator
                .comparing(PriorCandidate::studyDate, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(PriorCandidate::studyTime, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(candidate -> candidate.ref().studyInstanceUid())
                .thenComparing(candidate -> candidate.ref().source());
    }

    /** From 1 to 100. Where the region is unknown, less than anything with a known one. */
    int score() {
        int rest = modality.points() + age.points();
        int score = region == RegionMatch.UNKNOWN ? rest / 2 : region.points() + rest - (otherSide ? OTHER_SIDE : 0);
        return Math.clamp(score, 1, HIGHEST);
    }

    /** Whether a radiologist would look at it at all. */
    boolean isRelevant() {
        return switch (region) {
            case SAME, UNKNOWN -> true;
            case CONTAINING, NEIGHBOURING -> modality != ModalityMatch.OTHER && !otherSide;
            case OTHER -> false;
        };
    }

    boolean isComparableWith(Assessment other) {
        return region == other.region && otherSide == other.otherSide
                && ModalityFamily.of(candidate.modalities()).equals(ModalityFamily.of(other.candidate.modalities()));
    }

    RankedPrior ranked(List<Message> further) {
        return new RankedPrior(candidate, score(), reason(further));
    }

    SkipReason skippedFor(Message why) {
        return new SkipReason(candidate, score(), new Reason(joined(List.of(why), reason(List.of()).phrases())));
    }

    /** Why a study that is not relevant is left out: its regions, then what is wrong with them. */
    SkipReason irrelevant() {
        List<Message> phrases = new ArrayList<>();
        for (BodyRegion shown : regions.regions()) {
            phrases.add(phrases.isEmpty() ? Message.of("prior.skipped.region", "#" + shown.key())
                    : Message.of(shown.key()));
        }
        phrases.add(Message.of(region.key()));
        if (otherSide) {
            phrases.add(Message.of("prior.otherSide"));
        } else if (region != RegionMatch.OTHER) {
            phrases.add(modalities());
            phrases.add(Message.of("prior.anotherModality"));
        }
        return new SkipReason(candidate, 0, new Reason(phrases));
    }

    private Reason reason(List<Message> further) {
        List<Message> phrases = new ArrayList<>(List.of(Message.of(region.key())));
        if (otherSide) {
            phrases.add(Message.of("prior.otherSide"));
        }
        phrases.add(modalities());
        phrases.add(age.inWords());
        return new Reason(joined(phrases, further));
    }

    /** Only what looks like a code: the source may send anything. */
    private Message modalities() {
        String codes = candidate.modalities()
                .stream()
                .filter(ModalityFamily::hasImages)
                .filter(modality -> CODE.matcher(modality).matches())
                .collect(Collectors.joining("/"));
        return codes.isEmpty() ? Message.of("prior.modalityNotKnown") : Message.of("prior.modality", codes);
    }

    private static List<Message> joined(List<Message> first, List<Message> second) {
        List<Message> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
