package org.priorfetch.engine.runtime;

import java.util.List;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.ReviewCommand;
import org.priorfetch.engine.api.ReviewCommand.MadeDecision;
import org.priorfetch.engine.api.ReviewItem.TroubledStudy;
import org.priorfetch.engine.identity.PatientComparison;
import org.priorfetch.engine.model.Message;

/** Carries out what people decide about doubtful patients and troubled studies. */
final class ReviewDesk {

    private static final int MOST_LISTED = 10_000;

    private final EngineParts parts;
    private final PatientQuestions questions;
    private final TroubleSettlement settlement;

    ReviewDesk(EngineParts parts) {
        this.parts = parts;
        this.questions = new PatientQuestions(parts);
        this.settlement = new TroubleSettlement(parts);
    }

    Object carryOut(ReviewCommand<?> command) throws CommandFailedException {
        return switch (command) {
            case ReviewCommand.ReadReviews _ -> parts.reviews().read();
            case ReviewCommand.Decide decide -> questions.decide(decide);
            case ReviewCommand.Settle settle -> settlement.settle(settle);
            case ReviewCommand.ReadDelivered read -> delivered(read.itemId());
            case ReviewCommand.ReadDecisions _ -> made();
            case ReviewCommand.Withdraw withdraw -> questions.withdraw(withdraw.decisionId());
        };
    }

    private List<MadeDecision> made() {
        return parts.decisions()
                .decisions()
                .stream()
                .map(decision -> new MadeDecision(decision, PatientComparison.of(decision.local(), decision.found())))
                .toList();
    }

    private List<String> delivered(String itemId) throws CommandFailedException {
        Long transfer = parts.reviews().trouble(itemId).map(TroubledStudy::transferId).orElse(null);
        if (transfer == null) {
            throw new CommandFailedException(Message.of("review.gone"));
        }
        return parts.repositories().jobs().delivered(transfer).stream().sorted().limit(MOST_LISTED).toList();
    }

    static void requireReason(String reason) throws CommandFailedException {
        if (reason.isBlank()) {
            throw new CommandFailedException(Message.of("review.reasonMissing"));
        }
    }
}
