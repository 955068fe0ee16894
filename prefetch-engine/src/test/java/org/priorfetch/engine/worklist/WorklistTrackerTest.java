package org.priorfetch.engine.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentStatus;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;

class WorklistTrackerTest {

    private static final Instant FROM = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant TO = FROM.plus(Duration.ofDays(2));
    private static final Instant EARLIER = FROM.plusSeconds(60);
    private static final Instant NOW = FROM.plus(Duration.ofHours(8));
    private static final Instant START = FROM.plus(Duration.ofHours(10));
    private static final Patient PATIENT = new Patient(PatientKey.of("4711"), "Doe^Jane", LocalDate.of(1970, 1, 2),
            Sex.F);

    private static WorklistItem item(String accession, Instant start, String procedure, String worklist) {
        return new WorklistItem(accession, "2.25.1", PATIENT, new TreeSet<>(Set.of("CT")), procedure, "", start,
                Urgency.ROUTINE, worklist, "", "", "");
    }

    private static WorklistItem item() {
        return item("A-1", START, "Chest", "ris");
    }

    /** Followed for some time, and its priors have been looked for. */
    private static Appointment known(WorklistItem item) {
        return Appointment.newlySeen(item, EARLIER).askedAt(EARLIER, Set.of("regional"));
    }

    private static List<Appointment> changes(List<Appointment> known, WorklistItem... items) {
        return WorklistTracker.changes(known, new WorklistAnswer("ris", FROM, TO, List.of(items)), NOW);
    }

    @Test
    void aNewOneIsFollowed() {
        assertThat(changes(List.of(), item())).containsExactly(Appointment.newlySeen(item(), NOW));
    }

    @Test
    void oneThatStaysTheSameIsNoChange() {
        assertThat(changes(List.of(known(item())), item())).isEmpty();
    }

    @Test
    void anotherProcedureAsksAnew() {
        WorklistItem other = item("A-1", START, "Abdomen", "ris");
        assertThat(changes(List.of(known(item())), other)).singleElement().satisfies(appointment -> {
            assertThat(appointment.item()).isEqualTo(other);
            assertThat(appointment.isAsked()).isFalse();
        });
    }

    @Test
    void anotherTimeAloneAsksNothingNew() {
        WorklistItem moved = item("A-1", START.plusSeconds(3600), "Chest", "ris");
        assertThat(changes(List.of(known(item())), moved)).singleElement().satisfies(appointment -> {
            assertThat(appointment.item().scheduledStart()).isEqualTo(START.plusSeconds(3600));
            assertThat(appointment.isAsked()).isTrue();
            assertThat(appointment.unanswered()).containsExactly("regional");
        });
    }

    @Test
    void oneThatVanishedIsKeptAsVanished() {
        assertThat(changes(List.of(known(item())))).singleElement().satisfies(appointment -> {
            assertThat(appointment.status()).isEqualTo(AppointmentStatus.VANISHED);
            assertThat(appointment.isOver(START.plus(Duration.ofHours(23)))).isFalse();
            assertThat(appointment.isOver(START.plus(Duration.ofHours(25)))).isTrue();
        });
    }

    @Test
    void oneThatHadVanishedAlreadyIsNoChange() {
        assertThat(changes(List.of(known(item()).with(AppointmentStatus.VANISHED)))).isEmpty();
    }

    @Test
    void oneThatIsBackAgainIsScheduledAndKeepsItsAnswers() {
        Appointment vanished = known(item()).with(AppointmentStatus.VANISHED);
        assertThat(changes(List.of(vanished), item())).containsExactly(known(item()));
    }

    @Test
    void aCancelledOneThatIsNotListedStaysCancelled() {
        assertThat(changes(List.of(known(item()).with(AppointmentStatus.CANCELLED)))).isEmpty();
    }

    @Test
    void whatAnotherWorklistListsHasNotVanished() {
        assertThat(changes(List.of(known(item("A-1", START, "Chest", "orders"))))).isEmpty();
    }

    @Test
    void whatWasNotAskedForHasNotVanished() {
        assertThat(changes(List.of(known(item("A-1", TO, "Chest", "ris"))))).isEmpty();
        assertThat(changes(List.of(known(item("A-1", FROM.minusSeconds(1), "Chest", "ris"))))).isEmpty();
    }

    @Test
    void eachAppointmentIsComparedWithItsOwnItem() {
        Appointment first = known(item());
        Appointment second = known(item("A-2", START, "Head", "ris"));
        assertThat(changes(List.of(first, second), item("A-2", START, "Head", "ris"),
                item("A-3", START, "Knee", "ris"))).extracting(Appointment::id, Appointment::status)
                .containsExactlyInAnyOrder(tuple("A-1", AppointmentStatus.VANISHED),
                        tuple("A-3", AppointmentStatus.SCHEDULED));
    }
}
