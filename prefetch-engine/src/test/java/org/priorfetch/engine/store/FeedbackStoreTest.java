package org.priorfetch.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.store.Samples.NOON;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.PriorFeedback;
import org.priorfetch.engine.model.PriorFeedback.Kind;
import org.priorfetch.engine.port.Repositories;

/** What people did by hand: all of it but whose study it was. */
class FeedbackStoreTest extends OpenStore {

    @Test
    void comesBackWholeAfterARestart() {
        PriorFeedback full = Samples.feedback("A1", Samples.fullCandidate("1.2"), Kind.FETCHED, NOON);
        PriorFeedback bare = Samples.feedback("A2", Samples.bareCandidate("1.3"), Kind.OPENED, NOON.plusSeconds(60));
        store.feedback().add(bare);
        store.feedback().add(full);
        reopened();

        assertThat(store.feedback().since(NOON)).containsExactly(full, bare);
        assertThat(store.feedback().since(NOON.plusSeconds(1))).containsExactly(bare);
        assertThat(store.feedback().of("A1")).containsExactly(full);
        assertThat(store.feedback().of("A3")).isEmpty();
    }

    @Test
    void saysNothingOfThePatient() throws Exception {
        store.feedback().add(Samples.feedback("A1", Samples.fullCandidate("1.2"), Kind.SKIPPED, NOON));

        PriorCandidate read = store.feedback().since(NOON).getFirst().candidate();

        assertThat(read.patient()).isEqualTo(Patient.NOBODY);
        assertThat(read.accessionNumber()).isEmpty();
        store.close();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("priorfetch"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM prior_feedback")) {
            assertThat(row.next()).isTrue();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                assertThat(String.valueOf(row.getObject(column))).doesNotContain("Yamada", "P\\1", "A-77", "1899");
            }
        }
        openTheStore();
    }

    @Test
    void whatIsTakenBackIsForgotten() {
        PriorFeedback opened = Samples.feedback("A1", Samples.fullCandidate("1.2"), Kind.OPENED, NOON);
        PriorFeedback otherStudy = Samples.feedback("A1", Samples.fullCandidate("1.4"), Kind.SKIPPED, NOON);
        PriorFeedback otherAppointment = Samples.feedback("A2", Samples.fullCandidate("1.2"), Kind.SKIPPED, NOON);
        store.feedback().add(opened);
        store.feedback().add(otherStudy);
        store.feedback().add(otherAppointment);
        store.feedback().add(Samples.feedback("A1", Samples.fullCandidate("1.2"), Kind.SKIPPED, NOON));

        store.feedback().takeBack("A1", "1.2", Kind.SKIPPED);

        assertThat(store.feedback().since(NOON)).containsExactlyInAnyOrder(opened, otherStudy, otherAppointment);
    }

    @Test
    void dismissedSuggestionsAreRememberedUntilTheyAreRestored() {
        store.feedback().dismiss("PAIR CT CHEST", "mk", NOON);
        store.feedback().dismiss("PAIR CT CHEST", "bs", NOON.plusSeconds(1));
        store.feedback().dismiss("MORE CT CHEST", "mk", NOON);
        reopened();
        assertThat(store.feedback().dismissed()).containsExactlyInAnyOrder("PAIR CT CHEST", "MORE CT CHEST");

        store.feedback().restore("PAIR CT CHEST");
        store.feedback().restore("never dismissed");

        assertThat(store.feedback().dismissed()).containsExactly("MORE CT CHEST");
    }

    @Test
    void theAgeIsCountedToTheAppointment() {
        PriorFeedback known = Samples.feedback("A1", Samples.fullCandidate("1.2"), Kind.OPENED, NOON);

        assertThat(known.ageDays(ZoneOffset.UTC)).isEqualTo(759);
        assertThat(Samples.feedback("A1", Samples.bareCandidate("1.3"), Kind.OPENED, NOON).ageDays(ZoneOffset.UTC))
                .isNull();
    }

    @Test
    void aDatabaseOfTheVersionBeforeIsBroughtUpToDateAndKeepsWhatItHeld() throws Exception {
        String url = "jdbc:h2:file:" + home.resolve("older");
        Flyway.configure().dataSource(url, "", "").locations(Schema.MIGRATIONS).target("15").load().migrate();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO past_appointment VALUES "
                    + "('A7', '[\"CT\"]', 'CT Chest', '', TIMESTAMP WITH TIME ZONE '2026-03-29 12:00:00+00', '[]')");
        }

        try (Repositories migrated = DatabaseStore.open(url, InstantSource.fixed(NOON))) {
            assertThat(migrated.past().since(Instant.EPOCH)).singleElement()
                    .satisfies(past -> assertThat(past.item().appointmentId()).isEqualTo("A7"));
            PriorFeedback fetched = Samples.feedback("A7", Samples.fullCandidate("1.2"), Kind.FETCHED, NOON);
            migrated.feedback().add(fetched);
            assertThat(migrated.feedback().since(Instant.EPOCH)).containsExactly(fetched);
            assertThat(migrated.feedback().dismissed()).isEmpty();
        }
    }
}
