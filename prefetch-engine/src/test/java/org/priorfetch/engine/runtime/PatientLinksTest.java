package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.store.DatabaseStore;

class PatientLinksTest {

    private static final PatientKey A = new PatientKey("1", "HOSP");
    private static final PatientKey B = new PatientKey("2", "HOSP");
    private static final PatientKey C = new PatientKey("3", "HOSP");

    @TempDir
    private Path home;
    private Repositories store;
    private PatientLinks links;

    @BeforeEach
    void open() {
        store = DatabaseStore.open(home, InstantSource.fixed(Instant.EPOCH));
        links = new PatientLinks(store.patientLinks(), "HOSP", new SystemClock());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Patient patient(PatientKey key) {
        return new Patient(key, "Doe^Jane", LocalDate.of(1970, 1, 2), Sex.F);
    }

    @Test
    void oldAndNewIdsAreOnePersonHoweverManyMergesLieBetween() {
        links.link(A, B);
        links.link(B, C);
        assertThat(links.allOf(C)).containsExactlyInAnyOrder(A, B, C);
        assertThat(links.allOf(A)).containsExactlyInAnyOrder(A, B, C);
        assertThat(links.allOf(new PatientKey("9", "HOSP"))).containsExactly(new PatientKey("9", "HOSP"));
    }

    @Test
    void ringsEnd() {
        links.link(A, B);
        links.link(B, A);
        links.link(A, A);
        assertThat(links.allOf(A)).containsExactlyInAnyOrder(A, B);
    }

    @Test
    void whatIsNotLinkedAnyMoreIsTwoPeopleAgainAlsoAfterARestart() {
        links.link(A, B);
        links.link(B, C);
        links.unlink(B, A);
        close();
        open();
        assertThat(links.allOf(A)).containsExactly(A);
        assertThat(links.allOf(B)).containsExactlyInAnyOrder(B, C);
    }

    @Test
    void anIdWithoutIssuerIsThePacss() {
        links.link(A, B);
        assertThat(links.allOf(PatientKey.of("1"))).containsExactly(PatientKey.of("1"), B);
        assertThat(links.allOf(new PatientKey("1", "hosp "))).contains(B);
        assertThat(links.allOf(new PatientKey("1", "OTHER"))).doesNotContain(B);
    }

    @Test
    void aLinkedPatientIsComparedUnderTheLocalId() {
        links.link(A, B);
        assertThat(links.underLocalId(patient(B), patient(A), null).key()).isEqualTo(B);
        assertThat(links.underLocalId(patient(B), patient(PatientKey.of("1")), null).key()).isEqualTo(B);
        assertThat(links.underLocalId(patient(B), patient(PatientKey.of("1")), "REGION").key())
                .isEqualTo(PatientKey.of("1"));
        assertThat(links.underLocalId(patient(B), patient(C), null).key()).isEqualTo(C);
    }
}
