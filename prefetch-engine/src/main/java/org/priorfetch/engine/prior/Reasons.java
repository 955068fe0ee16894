package org.priorfetch.engine.prior;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Reason;

/** Says in one line what an assessment came to. */
final class Reasons {

    private Reasons() {}

    /** Where, whether the other side, with what, how old, and what else is to be said. */
    static Reason of(Assessment assessment, List<Message> further) {
        List<Message> phrases = new ArrayList<>(relation(assessment));
        if (assessment.relation().otherSide()) {
            phrases.add(Message.of("prior.otherSide"));
        }
        if (assessment.region() != RegionMatch.PAIRED) {
            phrases.add(modalities(assessment));
        }
        phrases.add(assessment.age().inWords());
        phrases.addAll(further);
        return new Reason(phrases);
    }

    static Reason skipped(Assessment assessment, Message why) {
        return new Reason(joined(List.of(why), of(assessment, List.of()).phrases()));
    }

    /** Why a study that is not relevant is left out: its regions, then what is wrong with them. */
    static Reason irrelevant(Assessment assessment) {
        List<Message> shown = assessment.relation().exam().names();
        List<Message> phrases = new ArrayList<>();
        if (!shown.isEmpty()) {
            phrases.add(Message.of("prior.skipped.region", "#" + shown.getFirst().key()));
            phrases.addAll(shown.subList(1, shown.size()));
        }
        phrases.addAll(mismatch(assessment));
        return new Reason(phrases);
    }

    /** For a study that does not match and fills a free place. */
    static Reason recent(Assessment assessment, List<Message> further) {
        List<Message> phrases = new ArrayList<>(List.of(Message.of("prior.recent")));
        phrases.addAll(assessment.relation().exam().names());
        phrases.addAll(List.of(assessment.region().message(), modalities(assessment),
                assessment.age().inWords()));
        phrases.addAll(further);
        return new Reason(phrases);
    }

    private static List<Message> mismatch(Assessment assessment) {
        List<Message> phrases = new ArrayList<>(relation(assessment));
        if (assessment.relation().otherSide()) {
            phrases.add(Message.of("prior.otherSide"));
        } else if (assessment.isTooOldForThat()) {
            phrases.addAll(List.of(modalities(assessment), assessment.age().inWords(),
                    Message.of("prior.tooOldForThat")));
        } else if (assessment.region() != RegionMatch.OTHER) {
            phrases.add(modalities(assessment));
            if (assessment.relation().modality() != ModalityMatch.UNKNOWN) {
                phrases.add(Message.of("prior.anotherModality"));
            }
        }
        return phrases;
    }

    private static List<Message> relation(Assessment assessment) {
        if (assessment.region() != RegionMatch.PAIRED) {
            return List.of(assessment.region().message());
        }
        Message paired = Message.of("prior.paired", first(assessment.relation().appointment()),
                first(assessment.relation().exam()),
                assessment.relation().exam().imaging().codes());
        return assessment.relation().pair().isEmpty() ? List.of(paired)
                : List.of(paired, Message.of("prior.byPair", assessment.relation().pair()));
    }

    private static String first(Exam exam) {
        Set<BodyRegion> regions = exam.regions().regions();
        return regions.stream().map(region -> "#" + region.key()).findFirst().orElse("");
    }

    private static Message modalities(Assessment assessment) {
        String codes = assessment.relation().exam().imaging().codes();
        return codes.isEmpty() ? Message.of("prior.modalityNotKnown") : Message.of("prior.modality", codes);
    }

    static List<Message> joined(List<Message> first, List<Message> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
