package org.priorfetch.engine.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.port.Repositories;

/** Opens the repositories on an SQL database: that in the home folder, or one at an address. */
public final class DatabaseStore {

    private DatabaseStore() {}

    /**
     * Opens the database in the home folder, which the caller owns (see {@link HomeLock}); creates what is absent.
     *
     * @throws StoreException when it cannot be opened, is damaged, or comes from a newer program
     */
    public static Repositories open(Path home, InstantSource clock) {
        HomeDatabase database = HomeDatabase.in(HomeFolder.create(home));
        Undisturbed.call(() -> {
            database.makeOrInspect();
            return true;
        }, database.errors()::whileOpening);
        return open(database.forWriting(), database.errors(), clock);
    }

    /**
     * Opens the database at a JDBC address, and creates its tables where they are absent.
     *
     * @throws StoreException when it cannot be opened, is damaged, or comes from a newer program
     */
    public static Repositories open(String jdbcUrl, InstantSource clock) {
        return open(Connections.toUrl(jdbcUrl), StoreErrors.of(jdbcUrl), clock);
    }

    /**
     * The database in the home folder for reading, without any thread of its own, as long as no program has it open; empty when
     * there is none yet.
     *
     * @throws StoreException when it cannot be opened, is in use, is damaged, or comes from another version of the program
     */
    public static Optional<Repositories> readOnly(Path home) {
        HomeDatabase database = HomeDatabase.in(HomeFolder.of(home));
        return database.folder().hasDatabase()
                ? Optional.of(Undisturbed.call(() -> read(database), database.errors()::whileOpening))
                : Optional.empty();
    }

    /** Removes the database in the home folder, which the caller owns, with everything in it. */
    public static void erase(Path home) {
        HomeFolder.of(home).eraseDatabase();
    }

    private static Repositories open(Connections connections, StoreErrors errors, InstantSource clock) {
        HikariDataSource pool = Undisturbed.call(connections::pool, errors::whileOpening);
        try {
            Jdbi jdbi = Jdbi.create(pool);
            if (Undisturbed.call(() -> jdbi.withHandle(handle -> Schema.requireKnown(handle, errors)) < Schema.CURRENT,
                    errors::whileOpening)) {
                Undisturbed.call(() -> Schema.migrate(pool), errors::whileMigrating);
            }
            Database database = new Database(jdbi, errors, () -> renew(pool),
                    connections.isH2() ? Database.H2_CHECKPOINT : "");
            DeliveredMarks marks = new DeliveredMarks(database);
            StoreKeeper keeper = StoreKeeper.start(marks, new Retention(database, clock));
            return SqlRepositories.on(database, marks, () -> closeBoth(keeper, pool));
        } catch (StoreException failure) {
            pool.close();
            throw failure;
        }
    }

    /** H2 keeps the database open for as long as one connection is. */
    private static Repositories read(HomeDatabase home) throws SQLException {
        Connection anchor = home.openForReading();
        boolean readable = false;
        try {
            Jdbi jdbi = Jdbi.create(home.forReading().url());
            if (home.requireWhole(jdbi) < Schema.CURRENT) {
                throw new StoreException(Message.of("store.older", home.errors().where()), null);
            }
            readable = true;
            Database database = new Database(jdbi, home.errors(), () -> {}, "");
            return SqlRepositories.on(database, new DeliveredMarks(database), anchor);
        } finally {
            if (!readable) {
                anchor.close();
            }
        }
    }

    private static void renew(HikariDataSource pool) {
        if (!pool.isClosed()) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    private static void closeBoth(StoreKeeper keeper, HikariDataSource pool) {
        try (pool) {
            keeper.close();
        }
    }
}
