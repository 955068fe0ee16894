package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.store.DatabaseStore;

class LinkBookTest {

    private static final PatientKey A = new PatientKey("1", "HOSP");
    private static final PatientKey B = new PatientKey("2", "HOSP");
    private static final PatientKey C = new PatientKey("3", "HOSP");

    @TempDir
    private Path home;
    private Repositories store;
    private LinkBook links;

    @BeforeEach
    void open() {
        store = DatabaseStore.open(home, InstantSource.fixed(Instant.EPOCH));
        links = new LinkBook(store.patientLinks(), "HOSP", new SystemClock());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void oldAndNewIdsAreOnePersonHoweverManyMergesLieBetween() {
        links.link(A, B);
        links.link(B, C);
        assertThat(links.links().idsOf(C)).containsExactlyInAnyOrder(A, B, C);
        assertThat(links.links().idsOf(A)).containsExactlyInAnyOrder(A, B, C);
        assertThat(links.links().idsOf(new PatientKey("9", "HOSP"))).containsExactly(new PatientKey("9", "HOSP"));
    }

    @Test
    void ringsEnd() {
        links.link(A, B);
        links.link(B, A);
        links.link(A, A);
        assertThat(links.links().idsOf(A)).containsExactlyInAnyOrder(A, B);
    }

    @Test
    void whatIsNotLinkedAnyMoreIsTwoPeopleAgainAlsoAfterARestart() {
        links.link(A, B);
        links.link(B, C);
        links.unlink(B, A);
        close();
        open();
        assertThat(links.links().idsOf(A)).containsExactly(A);
        assertThat(links.links().idsOf(B)).containsExactlyInAnyOrder(B, C);
    }

    @Test
    void anIdWithoutIssuerIsThePacss() {
        links.link(A, B);
        assertThat(links.links().idsOf(PatientKey.of("1"))).containsExactly(PatientKey.of("1"), B);
        assertThat(links.links().idsOf(new PatientKey("1", "hosp "))).contains(B);
        assertThat(links.links().idsOf(new PatientKey("1", "OTHER"))).doesNotContain(B);
    }
}
