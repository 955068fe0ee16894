package org.priorfetch.engine.runtime;

import java.util.Objects;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.ReviewCommand.Settle;
import org.priorfetch.engine.api.ReviewItem.ConcernedAppointment;
import org.priorfetch.engine.api.ReviewItem.TroubledStudy;
import org.priorfetch.engine.model.Message;

/** Takes the step that a person chose for a study in trouble. */
final class TroubleSettlement {

    private final EngineParts parts;
    private final OtherSource otherSource;

    TroubleSettlement(EngineParts parts) {
        this.parts = parts;
        this.otherSource = new OtherSource(parts);
    }

    boolean settle(Settle wish) throws CommandFailedException {
        TroubledStudy study = parts.reviews()
                .trouble(wish.itemId())
                .orElseThrow(() -> new CommandFailedException(Message.of("review.gone")));
        if (!study.nextSteps().contains(wish.how())) {
            throw new CommandFailedException(Message.of("review.notOffered"));
        }
        return switch (wish.how()) {
            case RETRY -> retry(study);
            case OTHER_SOURCE -> otherSource.fetch(study);
            case GIVE_UP -> giveUp(study, wish);
            case ACCEPT -> accept(study, wish);
            case LATER -> later(study, wish);
        };
    }

    private boolean retry(TroubledStudy study) {
        parts.decisions().takeUp(study.id());
        Long transfer = study.transferId();
        boolean known = transfer == null || parts.runner().retry(transfer);
        override(study);
        return known;
    }

    private boolean giveUp(TroubledStudy study, Settle wish) throws CommandFailedException {
        ReviewDesk.requireReason(wish.reason());
        boolean known = parts.runner()
                .giveUp(Objects.requireNonNull(study.transferId()), parts.decisions().givenUp());
        override(study);
        return known;
    }

    private boolean accept(TroubledStudy study, Settle wish) throws CommandFailedException {
        ReviewDesk.requireReason(wish.reason());
        parts.decisions().putAside(study.id(), null, wish.reason());
        return true;
    }

    private boolean later(TroubledStudy study, Settle wish) throws CommandFailedException {
        ReviewDesk.requireReason(wish.reason());
        if (wish.until() == null) {
            throw new CommandFailedException(Message.of("review.untilMissing"));
        }
        parts.decisions().putAside(study.id(), wish.until(), wish.reason());
        return true;
    }

    private void override(TroubledStudy study) {
        Long transfer = study.transferId();
        if (transfer != null) {
            parts.repositories().jobs().find(transfer).ifPresent(parts.book()::override);
        }
        study.appointments().stream().map(ConcernedAppointment::id).forEach(parts.searches()::again);
    }
}
