package org.priorfetch.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.engine.store.Samples.NOON;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.Repositories;

/** What goes wrong with a database is told in words, and makes nothing worse. */
class StoreFailureTest {

    @TempDir
    Path home;

    private Repositories open() {
        return DatabaseStore.open(home, InstantSource.fixed(NOON));
    }

    @Test
    void aDatabaseOfANewerProgramIsRefusedAndLeftAlone() throws Exception {
        open().close();
        execute("INSERT INTO \"flyway_schema_history\" SELECT 99, '99', 'later', 'SQL', 'V99', 0, 'sa', CURRENT_TIMESTAMP,"
                + " 1, TRUE");

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(this::open).isInstanceOf(StoreException.class)
                    .hasMessageContaining("newer PriorFetch")
                    .hasMessageContaining("version 99")
                    .hasMessageContaining(home.toString());
            assertThatThrownBy(() -> DatabaseStore.readOnly(home)).isInstanceOf(StoreException.class)
                    .hasMessageContaining("newer PriorFetch");
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsToldAndKept() throws Exception {
        byte[] garbage = new byte[40_000];
        new Random(1).nextBytes(garbage);
        Files.write(databaseFile(), garbage);

        assertThatThrownBy(this::open).isInstanceOf(StoreException.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining(databaseFile().toString());
        assertThatThrownBy(() -> DatabaseStore.readOnly(home)).isInstanceOf(StoreException.class)
                .hasMessageContaining("is damaged");
        assertThat(databaseFile()).hasBinaryContent(garbage);
    }

    /** H2 would take it for an empty one. */
    @ParameterizedTest
    @ValueSource(ints = {0, 4_096, 8_192})
    void aDatabaseInWhichNothingIsValidIsToldAndKept(int valid) throws Exception {
        byte[] damaged = damagedDatabase(valid);

        assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("is damaged");
        assertThat(databaseFile()).hasBinaryContent(damaged);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4_096, 8_192})
    void aDatabaseInWhichNothingIsValidCannotBeReadEither(int valid) throws Exception {
        byte[] damaged = damagedDatabase(valid);

        assertThatThrownBy(() -> DatabaseStore.readOnly(home)).isInstanceOf(StoreException.class)
                .hasMessageContaining("is damaged");
        assertThat(databaseFile()).hasBinaryContent(damaged);
    }

    private byte[] damagedDatabase(int valid) throws IOException {
        try (Repositories store = open()) {
            store.jobs().add(Samples.fullJob());
        }
        byte[] damaged = Files.readAllBytes(databaseFile());
        Arrays.fill(damaged, valid, damaged.length, (byte) 0x55);
        Files.write(databaseFile(), damaged);
        return damaged;
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws Exception {
        Path inAFile = Files.createFile(home.resolve("file")).resolve("home");

        assertThatThrownBy(() -> DatabaseStore.open(inAFile, InstantSource.system())).isInstanceOfSatisfying(
                StoreException.class, failure -> assertThat(failure.explanation().text(Locale.GERMAN))
                        .startsWith("PriorFetch kann in")
                        .contains("Schreibrechte"));
    }

    @Test
    void aPathThatH2WouldCutIsRefused() {
        assertThatThrownBy(() -> DatabaseStore.open(home.resolve("a;b"), InstantSource.system()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("semicolon");
    }

    @Test
    void aDatabaseThatIsOpenElsewhereIsTold() throws Exception {
        try (Child child = Child.start(Child.Task.WORK, home)) {
            while (!String.valueOf(child.nextLine()).startsWith("saved")) {
                assertThat(child.endsWithin(0, TimeUnit.SECONDS)).isFalse();
            }
            assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("has the database");
            assertThatThrownBy(() -> DatabaseStore.readOnly(home)).isInstanceOf(StoreException.class)
                    .hasMessageContaining("has the database");
        }
    }

    @Test
    void anAddressThatLeadsNowhereIsToldWithoutItsSecrets() {
        assertThatThrownBy(
                () -> DatabaseStore.open("jdbc:nosuch://db.example.org/prior?password=secret", InstantSource.system()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("jdbc:nosuch://db.example.org/prior")
                .hasMessageContaining("site.yaml")
                .hasMessageNotContaining("secret");
    }

    @Test
    void whatIsLoggedOfAFailureHoldsNoName() {
        try (Repositories store = open()) {
            store.appointments().save(Samples.fullAppointment("A1"));
            AppointmentPrior prior = Samples.prior("A1", Samples.fullCandidate("1.1"), PriorState.FETCH);

            assertThatThrownBy(() -> store.appointments().replacePriors("A1", List.of(prior, prior)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("23505")
                    .satisfies(failure -> {
                        StringWriter log = new StringWriter();
                        failure.printStackTrace(new PrintWriter(log));
                        assertThat(log.toString()).contains("SQL state 23505").doesNotContain("Yamada");
                    });
        }
    }

    @Test
    void aFullDiskIsToldAndNothingIsLost() throws IOException {
        FullDisk disk = FullDisk.register();
        try (Repositories store = DatabaseStore.open("jdbc:h2:" + FullDisk.SCHEME + ":" + home.resolve("db"),
                InstantSource.fixed(NOON))) {
            TransferJob before = store.jobs().add(Samples.bareJob());

            disk.fill();
            assertThatThrownBy(() -> store.jobs().add(Samples.fullJob())).isInstanceOf(StoreException.class)
                    .hasMessageContaining("no room left")
                    .hasMessageContaining("db");
            store.jobs().markDelivered(before.id(), Samples.instance("1.1"), 512);
            assertThatThrownBy(() -> store.jobs().delivered(before.id())).isInstanceOf(StoreException.class);

            disk.clear();
            awaitWell(() -> assertThat(store.jobs().open()).containsExactly(before));
            awaitWell(() -> assertThat(store.jobs().delivered(before.id())).containsExactly("1.1"));
            assertThat(store.jobs().add(Samples.fullJob()).id()).isGreaterThan(before.id());
        } finally {
            disk.unregister();
        }
    }

    /** The store's own thread may have been told of the full disk only just now, and takes the connections along. */
    private static void awaitWell(ThrowingRunnable assertion) {
        await().ignoreExceptionsInstanceOf(StoreException.class).untilAsserted(assertion);
    }

    @Test
    void thereIsNothingToReadBeforeTheFirstStart() throws Exception {
        assertThat(DatabaseStore.readOnly(home)).isEmpty();
        assertThat(DatabaseStore.readOnly(home.resolve("absent"))).isEmpty();
        assertThat(home.resolve("absent")).doesNotExist();
    }

    @Test
    void readingChangesNothing() throws Exception {
        try (Repositories store = open()) {
            store.jobs().add(Samples.bareJob());
            store.ledger().append(Samples.ledgerEntry(NOON));
        }
        byte[] before = Files.readAllBytes(databaseFile());

        Optional<Repositories> reader = DatabaseStore.readOnly(home);

        try (Repositories store = reader.orElseThrow()) {
            assertThat(store.jobs().open()).hasSize(1);
            assertThat(store.jobs().delivered(1)).isEmpty();
            assertThat(store.ledger().between(NOON, NOON.plusSeconds(1))).hasSize(1);
            assertThatThrownBy(() -> store.jobs().add(Samples.bareJob())).isInstanceOf(StoreException.class);
        }
        assertThat(databaseFile()).hasBinaryContent(before);
    }

    @Test
    void theDatabaseIsForItsOwnerOnlyAndHasNoTraceFile() throws Exception {
        open().close();

        try (var files = Files.list(home)) {
            assertThat(files).containsExactly(databaseFile());
        }
        if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(databaseFile())).hasToString("[OWNER_READ, OWNER_WRITE]");
        }
    }

    private Path databaseFile() {
        return home.resolve("priorfetch.mv.db");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("priorfetch"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
