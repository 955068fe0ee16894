package org.priorfetch.engine.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.HandChoice;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.Ranking;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.SkipReason;
import org.priorfetch.engine.model.WorklistItem;

/**
 * Relevance as the rules state it, but for what a person chose. Who the patient is stays a question of its own.
 *
 * @param choices by Study Instance UID
 */
public record ByHand(Relevance rules, Map<String, HandChoice> choices) implements Relevance {

    private static final String SKIPPED = "plan.skippedByHand";
    private static final String SKIPPED_BECAUSE = "plan.skippedByHandBecause";
    private static final String TAKEN = "plan.takenByHand";

    public ByHand {
        choices = Map.copyOf(choices);
    }

    @Override
    public Ranking rank(WorklistItem current, Collection<PriorCandidate> candidates, RelevanceRules relevance,
            LocalDate today) {
        Ranking ranked = rules.rank(current, candidates, relevance, today);
        List<RankedPrior> relevant = new ArrayList<>();
        List<SkipReason> skipped = new ArrayList<>();
        for (RankedPrior prior : ranked.relevant()) {
            HandChoice choice = of(prior.candidate());
            if (choice == null || choice.wanted()) {
                relevant.add(prior);
            } else {
                skipped.add(new SkipReason(prior.candidate(), prior.score(), skipped(choice, prior.reason())));
            }
        }
        for (SkipReason skip : ranked.skipped()) {
            HandChoice choice = of(skip.candidate());
            if (choice != null && choice.wanted()) {
                relevant.add(new RankedPrior(skip.candidate(), Math.max(1, skip.score()), taken(skip.reason())));
            } else {
                skipped.add(skip);
            }
        }
        return new Ranking(relevant, skipped);
    }

    /** Says that a person does not want it, before what the rules say. */
    public static Reason skipped(HandChoice choice, Reason byRules) {
        Message why = choice.because().isEmpty()
                ? Message.of(SKIPPED)
                : Message.of(SKIPPED_BECAUSE, choice.because());
        return before(why, withoutChoice(byRules));
    }

    /** Whether this is the reason for what a person does not want. */
    public static boolean isSkipped(Reason reason) {
        return reason.has(SKIPPED) || reason.has(SKIPPED_BECAUSE);
    }

    /** Says that a person wants it, before what the rules say against it; nothing if they were for it. */
    public static Reason taken(Reason before) {
        boolean onlySkippedByHand = isChoice(before.phrases().getFirst()) && before.phrases().size() > 1;
        return onlySkippedByHand ? withoutChoice(before) : before(Message.of(TAKEN), withoutChoice(before));
    }

    private @Nullable HandChoice of(PriorCandidate candidate) {
        return choices.get(candidate.ref().studyInstanceUid());
    }

    private static Reason before(Message first, Reason rest) {
        return new Reason(Stream.concat(Stream.of(first), rest.phrases().stream()).toList());
    }

    private static Reason withoutChoice(Reason reason) {
        return new Reason(reason.phrases().stream().filter(phrase -> !isChoice(phrase)).toList());
    }

    private static boolean isChoice(Message phrase) {
        return phrase.key().equals(SKIPPED) || phrase.key().equals(SKIPPED_BECAUSE) || phrase.key().equals(TAKEN);
    }
}
