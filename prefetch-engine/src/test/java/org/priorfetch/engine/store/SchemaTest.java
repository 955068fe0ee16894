package org.priorfetch.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.port.Repositories;

class SchemaTest {

    @TempDir
    Path home;

    @Test
    void theVersionThatTheProgramKnowsIsThatOfTheLastMigration() {
        var migrations = Flyway.configure()
                .dataSource("jdbc:h2:mem:versions", "", "")
                .locations(Schema.MIGRATIONS)
                .load()
                .info()
                .all();

        assertThat(migrations[migrations.length - 1].getVersion().getVersion())
                .isEqualTo(String.valueOf(Schema.CURRENT));
    }

    @Test
    void aFirstStartThatWasCutShortBeginsAgain() throws Exception {
        DatabaseStore.open(home, InstantSource.system()).close();
        Path draft = home.resolve("priorfetch-new.mv.db");
        Files.move(home.resolve("priorfetch.mv.db"), draft);

        try (Repositories store = DatabaseStore.open(home, InstantSource.system())) {
            assertThat(store.peers().all()).isEmpty();
        }
        assertThat(draft).doesNotExist();
    }

    @Test
    void aMigrationThatWasCutShortStartsAgain() throws Exception {
        String url = "jdbc:h2:file:" + home.resolve("elsewhere");
        DatabaseStore.open(url, InstantSource.system()).close();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE peer_status");
            statement.execute("DELETE FROM \"flyway_schema_history\"");
        }

        try (Repositories store = DatabaseStore.open(url, InstantSource.system())) {
            assertThat(store.peers().all()).isEmpty();
        }
    }
}
