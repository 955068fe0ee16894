package org.priorfetch.engine.worklist;

import static org.assertj.core.api.Assertions.assertThat;

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

class ArrivalsTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private static WorklistItem item(String accession, String study, String worklist) {
        return new WorklistItem(accession, study,
                new Patient(PatientKey.of("4711"), "Doe^Jane", LocalDate.of(1970, 1, 2), Sex.F),
                new TreeSet<>(Set.of("CT")),
                "CT Chest", "", START, Urgency.ROUTINE, worklist, "", "", "");
    }

    private static Appointment known(WorklistItem item) {
        return Appointment.newlySeen(item, START);
    }

    private static List<WorklistItem> news(Appointment known, WorklistItem arrived) {
        return Arrivals.withoutOrder(List.of(known), List.of(arrived));
    }

    @Test
    void aStudyThatNobodyOrderedIsNews() {
        WorklistItem arrived = item("A-1", "1.2.3", "arrivals");
        assertThat(Arrivals.withoutOrder(List.of(), List.of(arrived))).containsExactly(arrived);
        assertThat(news(known(item("A-2", "1.2.4", "ris")), arrived)).containsExactly(arrived);
    }

    @Test
    void theStudyOfAnOrderIsNoneAlsoWhenItHasLeftTheWorklist() {
        assertThat(news(known(item("A-1", null, "ris")), item("A-1", "1.2.3", "arrivals"))).isEmpty();
        assertThat(news(known(item("A-1", null, "ris")).with(AppointmentStatus.VANISHED),
                item("A-1", "1.2.3", "arrivals"))).isEmpty();
        assertThat(news(known(item("A-1", "1.2.3", "ris")), item("OTHER", "1.2.3", "arrivals"))).isEmpty();
        assertThat(news(known(item("A-1", "1.2.4", "ris")), item("", "1.2.3", "arrivals"))).isEmpty();
    }

    @Test
    void aStudyThatArrivedBeforeIsStatedAgain() {
        WorklistItem arrived = item("A-1", "1.2.3", "arrivals");
        assertThat(news(known(arrived), arrived)).containsExactly(arrived);
    }
}
