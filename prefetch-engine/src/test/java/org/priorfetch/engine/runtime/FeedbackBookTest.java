package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;
import static org.priorfetch.engine.runtime.RuntimeExamples.NOW;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.PriorFeedback;
import org.priorfetch.engine.model.PriorFeedback.Kind;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.prior.RelevanceRanker;
import org.priorfetch.engine.store.DatabaseStore;

class FeedbackBookTest {

    @TempDir
    Path home;

    private Repositories store;
    private AppointmentBook book;
    private FeedbackBook feedback;

    @BeforeEach
    void open() {
        store = DatabaseStore.open(home, InstantSource.fixed(NOW));
        book = new AppointmentBook(store.appointments());
        feedback = new FeedbackBook(store.feedback(), book, new RelevanceRanker(), RelevanceRules.DEFAULT,
                new SystemClock(), () -> "mk");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Appointment follow(String accession, AppointmentPrior... priors) {
        Appointment appointment = RuntimeExamples.appointment(accession);
        book.save(List.of(appointment));
        book.save(appointment, Map.of(), appointment.askedAt(NOW, Set.of()), List.of(priors));
        return appointment;
    }

    private List<PriorFeedback> rows(String accession) {
        return store.feedback().of(accession);
    }

    @Test
    void keepsWhoDidWhatWhenAndWhatTheStudyShows() {
        Appointment appointment = follow("A1", RuntimeExamples.prior("A1", "1.2", PriorState.FETCH));

        feedback.skipped(appointment.item(), RuntimeExamples.candidate("1.2"));

        assertThat(rows("A1")).singleElement().satisfies(row -> {
            assertThat(row.who()).isEqualTo("mk");
            assertThat(row.at()).isBetween(Instant.now().minusSeconds(60), Instant.now());
            assertThat(row.appointment().modalities()).containsExactly("CT");
            assertThat(row.appointment().regions()).containsExactly(BodyRegion.CHEST);
            assertThat(row.shown().regions()).containsExactly(BodyRegion.CHEST);
            assertThat(row.procedure()).isEqualTo("CT Chest");
            assertThat(row.taken()).isTrue();
            assertThat(row.reason().has("prior.sameRegion")).isTrue();
        });
    }

    @Test
    void aStudyOfADiscIsNoCandidateOfAnyRule() {
        Appointment appointment = follow("A1");
        PriorCandidate regional = RuntimeExamples.candidate("1.2");
        PriorCandidate ofDisc = new PriorCandidate(new StudyRef("1.2", StudyRef.MEDIA), regional.patient(), "",
                regional.studyDate(), null, "CT Chest", regional.modalities(), Set.of(), 10);

        feedback.fetched(appointment.item(), ofDisc);

        assertThat(rows("A1")).isEmpty();
    }

    @Test
    void aFetchForNoAppointmentIsForTheOneThatListsTheStudy() {
        follow("A1", RuntimeExamples.prior("A1", "1.2", PriorState.SKIP));
        follow("A2", RuntimeExamples.prior("A2", "1.3", PriorState.SKIP));

        feedback.fetched(RuntimeExamples.candidate("1.2"));
        feedback.fetched(RuntimeExamples.candidate("1.9"));

        assertThat(rows("A1")).extracting(PriorFeedback::kind).containsExactly(Kind.FETCHED);
        assertThat(rows("A2")).isEmpty();
    }

    @Test
    void whereSeveralListItNobodyCanTellForWhichItWas() {
        follow("A1", RuntimeExamples.prior("A1", "1.2", PriorState.SKIP));
        follow("A2", RuntimeExamples.prior("A2", "1.2", PriorState.SKIP));

        feedback.fetched(RuntimeExamples.candidate("1.2"));

        assertThat(store.feedback().since(NOW)).isEmpty();
    }

    @Test
    void aTransferThatIsStoppedCountsOnlyWhereItIsAWholeStudyOfAnAppointment() {
        follow("A1", RuntimeExamples.prior("A1", "1.2", PriorState.FETCH));

        feedback.skipped(RuntimeExamples.job(1, "1.2", TransferState.CANCELLED).onlySeries(Set.of("1.2.1")));
        assertThat(rows("A1")).isEmpty();
        feedback.skipped(RuntimeExamples.job(1, "1.2", TransferState.CANCELLED));

        assertThat(rows("A1")).extracting(PriorFeedback::kind, PriorFeedback::taken)
                .containsExactly(tuple(Kind.SKIPPED, true));
    }

    @Test
    void aStudyThatWasSkippedAgainstNobodysRuleIsOnlyTakenBackWhenItIsFetched() {
        Appointment appointment = follow("A1", RuntimeExamples.prior("A1", "1.2", PriorState.FETCH));
        feedback.opened("A1", "1.2");
        feedback.skipped(appointment.item(), RuntimeExamples.candidate("1.2"));

        feedback.fetched(appointment.item(), RuntimeExamples.candidate("1.2"));

        assertThat(rows("A1")).extracting(PriorFeedback::kind).containsExactly(Kind.OPENED);
    }

    @Test
    void whatCannotBeWrittenHindersNobody() {
        Appointment appointment = follow("A1", RuntimeExamples.prior("A1", "1.2", PriorState.FETCH));
        store.close();

        assertThatCode(() -> feedback.skipped(appointment.item(), RuntimeExamples.candidate("1.2")))
                .doesNotThrowAnyException();
        assertThat(feedback.opened("A1", "1.2")).isTrue();
        open();
    }
}
