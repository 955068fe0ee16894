package org.priorfetch.engine.store;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.priorfetch.engine.model.Message;

/** The version of the tables. Flyway brings them up to date, but is asked only when there is something to do: it is slow. */
final class Schema {

    /** The highest migration in {@code db/migration}. */
    static final int CURRENT = 23;
    static final int NONE = 0;

    static final String MIGRATIONS = "classpath:org/priorfetch/engine/store/db/migration";
    private static final String VERSION = """
            SELECT MAX(CAST("version" AS INTEGER)) FROM "flyway_schema_history" WHERE "success" = TRUE""";

    private Schema() {}

    /**
     * The version of the tables, {@link #NONE} when there are none.
     *
     * @throws StoreException when a newer program made them
     */
    static int requireKnown(Handle handle, StoreErrors errors) {
        int version = version(handle);
        if (version > CURRENT) {
            throw new StoreException(
                    Message.of("store.newer", errors.where(), String.valueOf(version), String.valueOf(CURRENT)), null);
        }
        return version;
    }

    static int migrate(DataSource dataSource) {
        return Flyway.configure().dataSource(dataSource).locations(MIGRATIONS).load().migrate().migrationsExecuted;
    }

    private static int version(Handle handle) {
        try {
            return handle.createQuery(VERSION).mapTo(Integer.class).findOne().orElse(NONE);
        } catch (JdbiException failure) {
            if (StoreErrors.isMissingTable(failure)) {
                return NONE;
            }
            throw failure;
        }
    }
}
