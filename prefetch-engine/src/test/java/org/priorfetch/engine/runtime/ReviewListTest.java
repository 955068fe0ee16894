package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.api.ReviewItem;
import org.priorfetch.engine.model.PatientDecision;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.SetAside;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.ReviewRepository;
import org.priorfetch.engine.testing.StandingClock;

class ReviewListTest {

    private static final class NothingStored implements ReviewRepository {

        @Override
        public PatientDecision add(PatientDecision decision) {
            return decision.withId(1);
        }

        @Override
        public List<PatientDecision> decisions() {
            return List.of();
        }

        @Override
        public void withdraw(long decisionId, String who, Instant at) {}

        @Override
        public List<SetAside> setAside() {
            return List.of();
        }

        @Override
        public void save(SetAside setAside) {}

        @Override
        public void remove(String itemId) {}
    }

    private final StandingClock clock = new StandingClock(RuntimeExamples.NOW);
    private final DecisionBook decisions = new DecisionBook(new NothingStored(), clock, () -> "mk");
    private List<TransferJob> jobs = List.of(failed(1, "1.2.3"));
    private final ReviewList list = new ReviewList(List::of, () -> jobs, decisions, clock, false);

    private static TransferJob failed(long id, String study) {
        TransferJob made = RuntimeExamples.job(id, study, TransferState.FAILED);
        return new TransferJob(id, null, null, made.candidate(), made.urgency(), made.due(), TransferState.FAILED, 1,
                made.notBefore(), 10, 0, 0, Reason.of("transfer.defect"), made.updated());
    }

    private ReviewItem only() {
        return list.read().troubled().getFirst();
    }

    @Test
    void isMadeAnewOnlyWhenSomethingHasChanged() {
        ReviewItem first = only();
        assertThat(list.count()).isEqualTo(1);
        assertThat(only()).isSameAs(first);

        jobs = List.of(failed(1, "1.2.3"), failed(2, "1.2.4"));
        assertThat(list.count()).isEqualTo(2);

        jobs = List.of();
        assertThat(list.count()).isZero();
    }

    @Test
    void whatIsPutOffCountsAgainWhenItsTimeHasCome() {
        decisions.putAside(only().id(), clock.now().plusSeconds(60), "asking the ward");
        assertThat(list.count()).isZero();

        clock.turnOn(Duration.ofSeconds(61));
        assertThat(list.count()).isEqualTo(1);

        decisions.putAside(only().id(), null, "enough");
        assertThat(list.count()).isZero();
        decisions.takeUp("transfer-1-1");
        assertThat(list.count()).isEqualTo(1);
    }
}
