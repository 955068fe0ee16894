package org.priorfetch.app.review;

import java.util.List;
import java.util.stream.Stream;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.PriorState;

/** Tells when the list is to be read anew: when what needs a person has changed, not at every image that arrives. */
final class ReviewTriggers {

    private record Seen(int needsReview, List<String> held, List<String> troubled) {}

    private static final Seen NOTHING = new Seen(-1, List.of(), List.of());

    private Seen last = NOTHING;

    /** Whatever comes next is news. */
    void forget() {
        last = NOTHING;
    }

    boolean isNews(EngineSnapshot snapshot) {
        Seen now = new Seen(snapshot.needsReview(),
                snapshot.appointments().stream().flatMap(ReviewTriggers::held).toList(),
                snapshot.transfers()
                        .stream()
                        .filter(transfer -> transfer.state().isTrouble())
                        .map(ReviewTriggers::name)
                        .toList());
        boolean news = !now.equals(last);
        last = now;
        return news;
    }

    private static Stream<String> held(AppointmentView appointment) {
        return appointment.priors()
                .stream()
                .filter(prior -> prior.state() == PriorState.HOLD)
                .map(PriorView::studyUid)
                .map(study -> appointment.id() + ' ' + study);
    }

    private static String name(TransferView transfer) {
        return transfer.id() + " " + transfer.state() + ' ' + transfer.updated();
    }
}
