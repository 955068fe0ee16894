package org.priorfetch.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.engine.store.Samples.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.model.PriorFeedback;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.Repositories;

class RetentionTest {

    @TempDir
    Path home;

    @Test
    void marksOfJobsThatEndedAWeekAgoAreForgottenAndTheJobsStay() {
        Instant justOver = NOON.minus(Duration.ofDays(400)).minusSeconds(1);
        try (Repositories store = DatabaseStore.open(home, InstantSource.fixed(Instant.EPOCH))) {
            add(store, TransferState.COMPLETE, justOver);
            add(store, TransferState.COMPLETE, justOver.plusSeconds(1));
            add(store, TransferState.HELD, justOver);
            add(store, TransferState.WAITING, justOver);
        }

        try (Repositories store = DatabaseStore.open(home, InstantSource.fixed(NOON))) {
            await().atMost(Duration.ofSeconds(10)).until(() -> store.jobs().delivered(1).isEmpty());
            assertThat(store.jobs().delivered(2)).hasSize(1);
            assertThat(store.jobs().delivered(3)).hasSize(1);
            assertThat(store.jobs().delivered(4)).hasSize(1);
            assertThat(store.jobs().recent(10)).hasSize(4);
        }
    }

    @Test
    void appointmentsOfPastDaysAreForgottenAfterSixtyDaysWithTheirCandidates() {
        Instant justOver = NOON.minus(Duration.ofDays(60)).minusSeconds(1);
        try (Repositories store = DatabaseStore.open(home, InstantSource.fixed(Instant.EPOCH))) {
            store.past().keep(Samples.past("A1", justOver));
            store.past().keep(Samples.past("A2", justOver.plusSeconds(1)));
        }

        try (Repositories store = DatabaseStore.open(home, InstantSource.fixed(NOON))) {
            await().atMost(Duration.ofSeconds(10)).until(() -> store.past().since(Instant.EPOCH).size() == 1);
            assertThat(store.past().since(Instant.EPOCH)).singleElement()
                    .satisfies(past -> assertThat(past.item().appointmentId()).isEqualTo("A2"))
                    .satisfies(past -> assertThat(past.candidates()).hasSize(2));
        }
    }

    @Test
    void whatPeopleDidIsForgottenWithItsAppointmentAndWhatTheyDismissedIsNot() {
        Instant justOver = NOON.minus(Duration.ofDays(60)).minusSeconds(1);
        try (Repositories store = DatabaseStore.open(home, InstantSource.fixed(Instant.EPOCH))) {
            store.feedback().add(Samples.feedback("A1", justOver));
            store.feedback().add(Samples.feedback("A2", justOver.plusSeconds(1)));
            store.feedback().dismiss("PAIR CT CHEST", "mk", justOver);
        }

        try (Repositories store = DatabaseStore.open(home, InstantSource.fixed(NOON))) {
            await().atMost(Duration.ofSeconds(10)).until(() -> store.feedback().since(Instant.EPOCH).size() == 1);
            assertThat(store.feedback().since(Instant.EPOCH)).extracting(PriorFeedback::appointmentId)
                    .containsExactly("A2");
            assertThat(store.feedback().dismissed()).containsExactly("PAIR CT CHEST");
        }
    }

    private static void add(Repositories store, TransferState state, Instant updated) {
        long id = store.jobs().add(Samples.bareJob().with(state, null, updated)).id();
        store.jobs().markDelivered(id, Samples.instance("1.1"), 512);
    }
}
