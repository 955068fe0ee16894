package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentStatus;
import org.priorfetch.engine.model.HandChoice;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.store.DatabaseStore;

class AppointmentBookTest {

    private static final HandChoice SKIPPED = new HandChoice("A1", "1.2.3", false, "");
    private static final Instant DAYS_LATER = RuntimeExamples.NOW.plus(Duration.ofDays(3));

    @TempDir
    Path home;
    private Repositories store;
    private AppointmentBook book;

    @BeforeEach
    void open() {
        store = DatabaseStore.open(home, InstantSource.fixed(RuntimeExamples.NOW));
        book = new AppointmentBook(store.appointments());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Appointment followed() {
        Appointment appointment = RuntimeExamples.appointment("A1");
        book.save(List.of(appointment));
        book.save(appointment, Map.of(), RuntimeExamples.asked("A1"),
                RuntimeExamples.listOf(RuntimeExamples.prior("A1", "1.2.3", PriorState.FETCH)));
        return appointment;
    }

    private PriorState stateOfPrior() {
        return book.find("A1").orElseThrow().priors().getFirst().state();
    }

    @Test
    void aSearchThatBeganBeforeAPersonChoseIsThrownAway() {
        Appointment searched = followed();
        book.choose(SKIPPED, prior -> prior.with(PriorState.SKIP, 10, 0, prior.reason()));

        boolean taken = book.save(searched, Map.of(), RuntimeExamples.asked("A1"),
                RuntimeExamples.listOf(RuntimeExamples.prior("A1", "1.2.3", PriorState.FETCH)));

        assertThat(taken).isFalse();
        assertThat(stateOfPrior()).isEqualTo(PriorState.SKIP);
    }

    @Test
    void whatAPersonChoseIsThereAfterARestart() {
        followed();
        book.choose(SKIPPED, prior -> prior.with(PriorState.SKIP, 10, 0, prior.reason()));
        book.pin("A1", true);

        close();
        open();

        assertThat(book.choices("A1")).containsExactly(Map.entry("1.2.3", SKIPPED));
        assertThat(stateOfPrior()).isEqualTo(PriorState.SKIP);
        assertThat(book.find("A1").orElseThrow().appointment().pinned()).isTrue();
    }

    @Test
    void aPinnedAppointmentIsKeptUntilItIsUnpinned() {
        followed();
        book.pin("A1", true);
        book.forgetOver(DAYS_LATER);
        assertThat(book.find("A1")).isPresent();

        book.pin("A1", false);
        book.forgetOver(DAYS_LATER);
        assertThat(book.find("A1")).isEmpty();
    }

    @Test
    void aPinnedAppointmentThatIsCancelledIsOver() {
        followed();
        book.pin("A1", true);
        Appointment pinned = book.find("A1").orElseThrow().appointment();
        book.save(List.of(pinned.with(AppointmentStatus.CANCELLED)));

        book.forgetOver(RuntimeExamples.NOW);

        assertThat(book.find("A1")).isEmpty();
    }

    @Test
    void nobodyCanPinWhatIsNotFollowed() {
        assertThat(book.pin("A1", true)).isFalse();
    }
}
