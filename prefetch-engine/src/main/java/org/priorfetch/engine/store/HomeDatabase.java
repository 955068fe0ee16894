package org.priorfetch.engine.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Jdbi;
import org.priorfetch.engine.model.Message;

/** The embedded database in a home folder: making it, and looking whether it is whole. */
record HomeDatabase(HomeFolder folder, StoreErrors errors) {

    private static final int READ_ONLY = 90097;

    static HomeDatabase in(HomeFolder folder) {
        return new HomeDatabase(folder, StoreErrors.of(folder));
    }

    Connections forWriting() {
        return Connections.toFile(folder.database());
    }

    Connections forReading() {
        return Connections.readingFile(folder.database());
    }

    /** @throws StoreException when the file holds nothing: H2 takes it for a new one then, and wants to fill it */
    Connection openForReading() throws SQLException {
        try {
            return forReading().open();
        } catch (SQLException failure) {
            throw failure.getErrorCode() == READ_ONLY ? damaged() : errors.whileOpening(failure);
        }
    }

    /** Makes the database where there is none, and looks at it before anything writes to it where there is one. */
    void makeOrInspect() throws SQLException {
        if (folder.hasDatabase()) {
            folder.requireWritable();
            try (Connection connection = openForReading()) {
                requireWhole(Jdbi.create(connection));
            }
        } else {
            make();
        }
    }

    /**
     * The version of the tables.
     *
     * @throws StoreException when there are none, or a newer program's
     */
    int requireWhole(Jdbi jdbi) {
        int version = jdbi.withHandle(handle -> Schema.requireKnown(handle, errors));
        if (version == Schema.NONE) {
            throw damaged();
        }
        return version;
    }

    private void make() throws SQLException {
        folder.beginDraft();
        try (HikariDataSource pool = Connections.toFile(folder.draft()).pool()) {
            Schema.migrate(pool);
            try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
                statement.execute(Database.H2_CHECKPOINT);
            }
        }
        folder.finishDraft();
    }

    private StoreException damaged() {
        return new StoreException(Message.of("store.corrupt", errors.where()), null);
    }
}
