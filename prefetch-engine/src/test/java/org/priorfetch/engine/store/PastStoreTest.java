package org.priorfetch.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.store.Samples.NOON;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.PastAppointment;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.WorklistItem;

/** Appointments of past days: what rules are tried on, and nothing that says who the patient was. */
class PastStoreTest extends OpenStore {

    @Test
    void keepsWhatRulesLookAt() {
        PastAppointment past = Samples.past("A1", NOON.minusSeconds(60));
        store.past().keep(past);
        reopened();

        PastAppointment read = store.past().since(NOON.minusSeconds(60)).getFirst();

        assertThat(read.item()).usingRecursiveComparison()
                .comparingOnlyFields("accessionNumber", "modalities", "requestedProcedureDescription",
                        "bodyPartExamined", "scheduledStart", "requestedProcedureCodes")
                .isEqualTo(past.item());
        assertThat(read.candidates()).usingRecursiveFieldByFieldElementComparatorOnFields("ref", "studyDate",
                "studyTime", "studyDescription", "modalities", "bodyParts", "instances")
                .containsExactlyInAnyOrderElementsOf(past.candidates());
    }

    @Test
    void keepsNobody() {
        store.past().keep(Samples.past("A1", NOON));

        PastAppointment read = store.past().since(NOON).getFirst();

        assertThat(read.item().patient().patientName()).isEmpty();
        assertThat(read.item().patient().key().patientId()).isEmpty();
        assertThat(read.candidates()).allSatisfy(candidate -> {
            assertThat(candidate.patient().patientName()).isEmpty();
            assertThat(candidate.patient().patientBirthDate()).isNull();
            assertThat(candidate.accessionNumber()).isEmpty();
        });
    }

    @Test
    void answersTheLastDaysOldestFirst() {
        store.past().keep(Samples.past("A3", NOON));
        store.past().keep(Samples.past("A1", NOON.minusSeconds(61)));
        store.past().keep(Samples.past("A2", NOON.minusSeconds(60)));

        assertThat(store.past().since(NOON.minusSeconds(60))).extracting(past -> past.item().appointmentId())
                .containsExactly("A2", "A3");
        assertThat(store.past().since(NOON.plusSeconds(1))).isEmpty();
    }

    @Test
    void keepsAnAppointmentOnceAsItWasLast() {
        store.past().keep(Samples.past("A1", NOON));
        PastAppointment again = Samples.past("A1", NOON.plusSeconds(600));
        PriorCandidate more = Samples.fullCandidate("1.4");
        store.past().keep(new PastAppointment(again.item(), List.of(more)));

        assertThat(store.past().since(NOON)).singleElement()
                .satisfies(past -> assertThat(past.item().scheduledStart()).isEqualTo(NOON.plusSeconds(600)))
                .satisfies(past -> assertThat(past.candidates()).extracting(PriorCandidate::ref)
                        .extracting(StudyRef::studyInstanceUid)
                        .contains("1.4"));
    }

    @Test
    void keepsAnAppointmentWithoutCandidates() {
        WorklistItem item = Samples.past("A1", NOON).item();
        store.past().keep(new PastAppointment(item, List.of()));

        assertThat(store.past().since(NOON)).singleElement()
                .satisfies(past -> assertThat(past.candidates()).isEmpty());
    }
}
