package org.priorfetch.engine.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.priorfetch.engine.model.Message;

/** How the database is reached. */
record Connections(String url) {

    private static final String H2 = "jdbc:h2:";
    private static final int POOL = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * <ul>
     * <li>WRITE_DELAY: every commit of ours is followed by a CHECKPOINT SYNC (see {@link Database}), so H2's own delayed writer
     * only has to tidy up; at half a second, its default, it might take a commit over and still be writing it when our
     * checkpoint finds nothing left to do. Zero would switch the tidying off as well, and the file would only grow.
     * <li>RETENTION_TIME stays at H2's 45 s: freed space is written again only when the disk has surely taken what replaced it.
     * <li>DB_CLOSE_ON_EXIT: the engine closes the store when it has come to rest, not H2 in the middle of it.
     * <li>TRACE_LEVEL_FILE: H2's own error file would hold statements with names in them.
     * </ul>
     */
    private static final Map<String, String> SETTINGS = Map.of("WRITE_DELAY", "30000", "DB_CLOSE_ON_EXIT", "FALSE",
            "TRACE_LEVEL_FILE", "0", "LOCK_TIMEOUT", String.valueOf(PATIENCE.toMillis()));

    static Connections toUrl(String url) {
        return new Connections(url.startsWith(H2) ? withSettings(url, SETTINGS) : url);
    }

    /** @param database H2's name of it: the file without the ending */
    static Connections toFile(Path database) {
        return toUrl(urlOf(database));
    }

    /** Changes nothing, not even by opening. */
    static Connections readingFile(Path database) {
        return new Connections(withSettings(urlOf(database), Map.of("ACCESS_MODE_DATA", "r", "IFEXISTS", "TRUE",
                "TRACE_LEVEL_FILE", "0", "DB_CLOSE_ON_EXIT", "FALSE")));
    }

    boolean isH2() {
        return url.startsWith(H2);
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url);
    }

    HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        if (isH2()) {
            config.setMaxLifetime(0); // H2 closes the database with its last connection
        }
        return new HikariDataSource(config);
    }

    private static String urlOf(Path database) {
        if (database.toString().indexOf(';') >= 0) {
            throw new StoreException(Message.of("store.badHome", database), null);
        }
        return H2 + "file:" + database;
    }

    private static String withSettings(String url, Map<String, String> settings) {
        String given = url.toUpperCase(Locale.ROOT);
        return url + settings.entrySet()
                .stream()
                .filter(setting -> !given.contains(";" + setting.getKey() + "="))
                .map(setting -> ";" + setting.getKey() + "=" + setting.getValue())
                .sorted()
                .collect(Collectors.joining());
    }
}
