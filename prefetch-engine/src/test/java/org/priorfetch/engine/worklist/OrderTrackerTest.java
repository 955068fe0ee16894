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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentStatus;
import org.priorfetch.engine.model.OrderEvent.Scheduled;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;

class OrderTrackerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant START = NOW.plus(Duration.ofHours(2));
    private static final Instant EARLIER = NOW.minusSeconds(60);

    private static Patient patient(String id, String issuer) {
        return new Patient(new PatientKey(id, issuer), "Doe^Jane", LocalDate.of(1970, 1, 2), Sex.F);
    }

    private static WorklistItem item(String accession, String study, Patient patient, String modality, String procedure,
            Instant start, String feed) {
        return new WorklistItem(accession, study, patient,
                new TreeSet<>(modality.isEmpty() ? Set.of() : Set.of(modality)),
                procedure, "", start, Urgency.ROUTINE, feed, "", "", "");
    }

    private static WorklistItem order() {
        return item("A-1", null, patient("4711", "HOSP"), "CT", "CT Chest", START, "orders");
    }

    private static WorklistItem booking(Instant start) {
        return item("", "2.25.7", patient("4711", null), "", "CT Chest", start, "bookings");
    }

    private static Appointment known(WorklistItem item) {
        return Appointment.newlySeen(item, EARLIER).askedAt(EARLIER, Set.of());
    }

    private static List<Appointment> changes(Appointment before, Scheduled told) {
        return OrderTracker.scheduled(before, told, "ris"::equals, NOW);
    }

    @Test
    void aNewOrderIsFollowed() {
        assertThat(OrderTracker.scheduled(new Scheduled(order(), true), NOW))
                .containsExactly(Appointment.newlySeen(order(), NOW));
    }

    @Test
    void anOrderOfThePastIsNot() {
        assertThat(OrderTracker.scheduled(new Scheduled(order().at(NOW.minus(Duration.ofHours(25))), true), NOW))
                .isEmpty();
    }

    @Test
    void anOrderThatSaysTheSameIsNoChange() {
        assertThat(changes(known(order()), new Scheduled(order(), true))).isEmpty();
    }

    @Test
    void anOrderThatIsMovedAsksNothingNew() {
        Instant later = START.plus(Duration.ofDays(3));
        assertThat(changes(known(order()), new Scheduled(order().at(later), true))).singleElement().satisfies(after -> {
            assertThat(after.item().scheduledStart()).isEqualTo(later);
            assertThat(after.isAsked()).isTrue();
        });
    }

    @Test
    void anOrderThatStatesNoTimeMovesNothing() {
        assertThat(changes(known(order()), new Scheduled(order().at(NOW), false))).isEmpty();
    }

    @Test
    void whatAnOrderLeavesOutStaysAsItWas() {
        WorklistItem bare = item("A-1", null, new Patient(new PatientKey("4711", "HOSP"), "", null, Sex.UNKNOWN), "",
                "",
                START, "orders");
        assertThat(changes(known(order()), new Scheduled(bare, true))).isEmpty();
    }

    @Test
    void anotherProcedureAsksAnew() {
        WorklistItem other = item("A-1", null, order().patient(), "CT", "CT Abdomen", START, "orders");
        assertThat(changes(known(order()), new Scheduled(other, true))).singleElement()
                .satisfies(after -> assertThat(after.isAsked()).isFalse());
    }

    @Test
    void aFeedMayMoveWhatAnotherFeedTold() {
        WorklistItem elsewhere = item("A-1", null, order().patient(), "CT", "CT Chest", START.plusSeconds(900),
                "bookings");
        assertThat(changes(known(order()), new Scheduled(elsewhere, true))).singleElement().satisfies(after -> {
            assertThat(after.item().scheduledStart()).isEqualTo(START.plusSeconds(900));
            assertThat(after.item().worklist()).isEqualTo("bookings");
        });
    }

    @Test
    void aWorklistThatStillListsItKnowsBetter() {
        WorklistItem listed = item("A-1", null, order().patient(), "CT", "CT Chest", START, "ris");
        Scheduled moved = new Scheduled(order().at(START.plusSeconds(900)), true);
        assertThat(changes(known(listed), moved)).isEmpty();
        assertThat(changes(known(listed).with(AppointmentStatus.VANISHED), moved)).singleElement()
                .satisfies(after -> assertThat(after.status()).isEqualTo(AppointmentStatus.SCHEDULED));
    }

    @Test
    void aCancelledOrderEndsWhoeverListsIt() {
        Appointment listed = known(item("A-1", null, order().patient(), "CT", "CT Chest", START, "ris"));
        assertThat(OrderTracker.cancelled(listed)).containsExactly(listed.with(AppointmentStatus.CANCELLED));
        assertThat(OrderTracker.cancelled(listed.with(AppointmentStatus.CANCELLED))).isEmpty();
    }

    @Test
    void aBookingWithoutNumberIsTheOrderOfThePatientAtThatTime() {
        Appointment order = known(order());
        assertThat(OrderTracker.find(List.of(order), booking(START.plusSeconds(300)))).contains(order);
        assertThat(changes(order, new Scheduled(booking(START.plusSeconds(300)), true))).singleElement()
                .satisfies(after -> {
                    assertThat(after.id()).isEqualTo("A-1");
                    assertThat(after.item().studyInstanceUid()).isNull();
                    assertThat(after.item().scheduledStart()).isEqualTo(START.plusSeconds(300));
                });
    }

    @ParameterizedTest
    @CsvSource({"4712, HOSP, CT Chest, 0", "4711, OTHER, CT Chest, 0", "4711, HOSP, MR Knee, 0",
            "4711, HOSP, CT Chest, 1000"})
    void anotherPatientProcedureOrTimeIsAnotherAppointment(String id, String issuer, String procedure, long later) {
        WorklistItem other = item("", "2.25.8", patient(id, issuer), "", procedure, START.plusSeconds(later),
                "bookings");
        assertThat(OrderTracker.find(List.of(known(order())), other)).isEmpty();
    }

    @Test
    void twoNumbersAreTwoAppointmentsHoweverAlike() {
        WorklistItem other = item("A-2", null, order().patient(), "CT", "CT Chest", START, "bookings");
        assertThat(OrderTracker.find(List.of(known(order())), other)).isEmpty();
    }

    @Test
    void amongSeveralTheSameProcedureIsMeant() {
        Appointment head = known(item("A-2", null, patient("4711", "HOSP"), "CT", "CT Head", START, "orders"));
        WorklistItem booking = item("", "2.25.7", patient("4711", "HOSP"), "CT", "CT Chest", START.plusSeconds(60),
                "b");
        assertThat(OrderTracker.find(List.of(head, known(order())), booking)).map(Appointment::id).contains("A-1");
    }

    @Test
    void aBookingThatGetsItsNumberGoesOnUnderIt() {
        Appointment booked = known(booking(START)).pinned(true);
        assertThat(OrderTracker.find(List.of(booked), order())).contains(booked);
        assertThat(changes(booked, new Scheduled(order(), true))).extracting(Appointment::id, Appointment::status,
                Appointment::pinned)
                .containsExactly(tuple("2.25.7", AppointmentStatus.CANCELLED, true),
                        tuple("A-1", AppointmentStatus.SCHEDULED, true));
    }

    @Test
    void aWorklistTakesOverWhatAFeedTold() {
        WorklistItem listed = item("A-1", "1.2.3", order().patient(), "CT", "CT Chest", START, "ris");
        WorklistAnswer answer = new WorklistAnswer("ris", NOW.minusSeconds(9), START.plusSeconds(9), List.of(listed));
        assertThat(WorklistTracker.changes(List.of(known(order())), answer, "orders"::equals, NOW)).singleElement()
                .satisfies(after -> assertThat(after.item()).isEqualTo(listed));
        assertThat(WorklistTracker.changes(List.of(known(order())), answer, NOW)).isEmpty();
    }

    @Test
    void aWorklistThatListsItWithoutNumberDoesNotMakeItVanish() {
        WorklistItem listed = item("", "1.2.3", order().patient(), "CT", "CT Chest", START, "ris");
        WorklistAnswer answer = new WorklistAnswer("ris", NOW.minusSeconds(9), START.plusSeconds(9), List.of(listed));
        Appointment first = WorklistTracker.changes(List.of(known(order())), answer, "orders"::equals, NOW).getFirst();
        assertThat(first.id()).isEqualTo("A-1");
        assertThat(WorklistTracker.changes(List.of(first), answer, "orders"::equals, NOW)).isEmpty();
    }
}
