package org.priorfetch.app.review;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.AdminKey;
import org.priorfetch.engine.api.NextStep;
import org.priorfetch.engine.api.ReviewCommand.Choice;
import org.priorfetch.engine.api.ReviewCommand.Decide;
import org.priorfetch.engine.api.ReviewCommand.DecisionAnswer;
import org.priorfetch.engine.api.ReviewCommand.PlacedStudy;
import org.priorfetch.engine.api.ReviewCommand.Settle;
import org.priorfetch.engine.api.ReviewCommand.Withdraw;
import org.priorfetch.engine.api.ReviewCommand.Withdrawal;
import org.priorfetch.engine.api.ReviewItem.DoubtfulPatient;
import org.priorfetch.engine.model.Message;

/** Takes what a person said to the engine, and tells what came of it. */
final class AnswerDelivery {

    private final Workplace workplace;
    private final ReviewModel model;

    AnswerDelivery(Workplace workplace, ReviewModel model) {
        this.workplace = workplace;
        this.model = model;
    }

    /**
     * Gives the answer about the chosen item, if it is still one that can be given.
     *
     * @param reason in the person's words; empty where none is asked for
     * @param until with {@link Answer#LATER}
     */
    void give(Answer answer, String reason, @Nullable Instant until) {
        ReviewLine line = model.chosen().selectedProperty().get();
        boolean possible = model.chosen().offers(answer);
        model.chosen().cancel();
        if (line == null || !possible) {
            return;
        }
        if (answer == Answer.WITHDRAW) {
            withdraw(Objects.requireNonNull(line.decision()).decision().id());
        } else if (line.item() instanceof DoubtfulPatient) {
            decide(line.id(), answer, reason, until);
        } else {
            workplace.commands()
                    .submit(new Settle(line.id(), step(answer), reason, until, key()), _ -> done(answer),
                            this::refused);
        }
    }

    private void decide(String id, Answer answer, String reason, @Nullable Instant until) {
        Choice choice = switch (answer) {
            case SAME -> Choice.SAME;
            case DIFFERENT -> Choice.DIFFERENT;
            case LATER, RETRY, OTHER_SOURCE, ACCEPT, GIVE_UP, WITHDRAW -> Choice.LATER;
        };
        workplace.commands()
                .submit(new Decide(id, choice, reason, until, key()), made -> decided(answer, made),
                        this::refused);
    }

    private void decided(Answer answer, DecisionAnswer made) {
        Long decision = made.decisionId();
        if (answer == Answer.DIFFERENT && decision != null) {
            workplace.teller().tell(notice(answer), workplace.texts().get("review.undo"), () -> withdraw(decision));
            model.reload();
        } else {
            done(answer);
        }
    }

    private void withdraw(long decision) {
        workplace.commands().submit(new Withdraw(decision, key()), this::withdrawn, this::refused);
    }

    private void withdrawn(Withdrawal withdrawal) {
        String toUndo = String.join("\n", withdrawal.toUndo().stream().map(this::placed).toList());
        workplace.teller()
                .tell(toUndo.isEmpty() ? notice(Answer.WITHDRAW)
                        : new Notice(Mark.PARTIAL, workplace.texts().get("review.toUndo"), toUndo));
        model.reload();
    }

    private String placed(PlacedStudy study) {
        return workplace.texts()
                .get("review.placed", study.studyDescription(), study.instances(), study.ref().studyInstanceUid());
    }

    private void done(Answer answer) {
        workplace.teller().tell(notice(answer));
        model.reload();
    }

    private Notice notice(Answer answer) {
        return new Notice(Mark.READY, workplace.texts().get("review.done", answer), "");
    }

    private @Nullable AdminKey key() {
        return workplace.admin().key().orElse(null);
    }

    private void refused(Message why) {
        workplace.admin().refused(why);
        workplace.teller().tell(new Notice(Mark.FAILED, workplace.texts().of(why), ""));
        model.reload();
    }

    private static NextStep step(Answer answer) {
        return switch (answer) {
            case RETRY -> NextStep.RETRY;
            case OTHER_SOURCE -> NextStep.OTHER_SOURCE;
            case ACCEPT -> NextStep.ACCEPT;
            case GIVE_UP -> NextStep.GIVE_UP;
            case LATER, SAME, DIFFERENT, WITHDRAW -> NextStep.LATER;
        };
    }
}
